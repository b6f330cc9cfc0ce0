/** Conflicts of a merge, for people and for programs. */
import type { MergeConflict } from '../core/merge/merged.ts';
import { counted } from '../core/text/counted.ts';
import { breakCommands } from './escape/ci-commands.ts';
import { jsonDocument } from './escape/json.ts';
import { visible } from './escape/visible.ts';
import { Page } from './layout/page.ts';
import type { PrintContext } from './printer.ts';

const SIDES = ['base', 'ours', 'theirs'] as const;
/** Code units of one version in a line; the file has the whole. */
const LONGEST = 80;

export function conflictsInWords(count: number): string {
  return count === 0 ? 'no conflicts' : counted(count, 'conflict');
}

/** One line a conflict, indented by two. */
export function conflictLines(conflicts: readonly MergeConflict[]): string {
  const lines = conflicts.map(conflict => `  ${visible(`${nameOf(conflict)}: ${versionsOf(conflict)}`)}\n`);
  return breakCommands(lines.join(''));
}

/** One conflict for whoever decides on it: its versions below one another, in full. @param count `1 of 3`. */
export function conflictPage(conflict: MergeConflict, count: string, context: PrintContext): string {
  const page = new Page(context);
  page.blank();
  page.paragraph([`${count}   `, { text: nameOf(conflict), style: context.colour.bold }]);
  page.blank();
  const { field, versions } = conflict;
  if (field === 'entry') page.paragraph([versionsOf(conflict)], { indent: 2 });
  else
    for (const side of SIDES) {
      const text = side in versions ? fullText(versions[side]) : '(nothing)';
      page.paragraph([text], { indent: LEAD, lead: `  ${side}` });
    }
  page.blank();
  return page.toString();
}

/** Columns of `  theirs  `. */
const LEAD = 10;

function fullText(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}

export function printConflictsJson(
  schema: string,
  file: string,
  conflicts: readonly MergeConflict[],
): string {
  const records = conflicts.map(({ kind, id, field, versions }) => ({
    entry: kind ?? 'transcript',
    id,
    field,
    versions,
  }));
  return jsonDocument({ schema, file, conflicts: records });
}

function nameOf({ kind, id, field }: MergeConflict): string {
  const entry = kind === undefined ? 'header' : [kind, id ?? 'without id'].join(' ');
  return field === 'entry' ? entry : `${entry}, ${field}`;
}

function versionsOf({ field, versions }: MergeConflict): string {
  if (field === 'entry') {
    return versions.ours === 'deleted' ? 'ours deleted it, theirs has it' : 'theirs deleted it, ours has it';
  }
  return SIDES.map(side => `${side} ${side in versions ? valueText(versions[side]) : '(nothing)'}`).join(
    ' | ',
  );
}

function valueText(value: unknown): string {
  const text = fullText(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} ...` : text;
}
