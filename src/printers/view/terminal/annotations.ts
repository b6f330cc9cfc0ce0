/** The list of annotations below the words they are about. */

import type { PlacedAnnotation } from '../../../core/model/view.ts';
import { listOf } from '../../../core/text/list-of.ts';
import { tagSign } from '../../signs.ts';
import type { Detail } from '../details.ts';
import { readingName } from '../names.ts';
import { detailsOfNote, foldedNotes, type Note } from './folded.ts';
import type { Sheet } from './sheet.ts';

/** Columns of the longest usual label, "certainty", and its distance. */
const DETAIL_LABEL = 10;
/** Columns of a passage's letter, the sign and their distances. */
const LEAD = 4;

export interface ListOptions {
  /** Column at which the list begins. */
  readonly indent: number;
  /** Labels of the passages that an annotation is about. */
  readonly passages?: (placed: PlacedAnnotation) => readonly string[];
  /** Words before the sentence: what it is about, where that is not the text above. */
  readonly about?: (placed: PlacedAnnotation) => string;
}

export function printAnnotations(
  sheet: Sheet,
  annotations: readonly PlacedAnnotation[],
  options: ListOptions,
): void {
  for (const note of foldedNotes(sheet, annotations, options.passages ?? (() => [])))
    printNote(sheet, note, options);
}

function printNote(sheet: Sheet, note: Note, options: ListOptions): void {
  const { page, palette, signs } = sheet;
  const [placed] = note.annotations;
  const { label, text, group } = note.sentence;
  const isDead = placed!.dead !== undefined;
  const waits = placed!.state.state === 'waits';
  const style = isDead ? palette.muted : waits ? palette.standing.unsettled : palette.group[group];
  const sign = waits ? signs.standing.unsettled : tagSign(signs, placed!.annotation, group);
  const lead = ' '.repeat(options.indent) + note.passages.join(' ');
  page.paragraph(
    [
      { text: `${sign} `, style },
      options.about?.(placed!) ?? '',
      { text: label, style },
      isDead ? { text, style: palette.muted } : text,
      { text: originOf(sheet, note), style: palette.muted },
    ],
    {
      indent: options.indent + LEAD,
      lead: { text: lead.padEnd(options.indent + 1), style },
      ...(note.passages.length < 2 && { column: options.indent + 2 }),
    },
  );
  printDetails(sheet, detailsOfNote(sheet, note), options.indent + LEAD);
}

/** Whose reading it is where there are several, and the ids. */
function originOf({ view }: Sheet, { annotations }: Note): string {
  const ids = annotations.map(({ annotation }) => annotation.id).join(', ');
  if (view.readings.length < 2) return `  ${ids}`;
  const names = [...new Set(annotations.map(({ reading }) => readingName(reading)))];
  const isAll = names.length === view.readings.length;
  return ` (${isAll ? `${names.length} readings` : listOf(names)})  ${ids}`;
}

/** Prints one line for all readings that name the same speaker as the transcript. */
export function printAgreement(sheet: Sheet, annotations: readonly PlacedAnnotation[], indent: number): void {
  if (annotations.length === 0) return;
  const { page, palette, signs } = sheet;
  const readings = new Set(annotations.map(({ reading }) => reading)).size;
  const who = readings === 1 ? '1 reading agrees' : `${readings} readings agree`;
  const ids = annotations.map(({ annotation }) => annotation.id).join(', ');
  page.paragraph([`${signs.tag.body} ${who} on the speaker`, { text: `  ${ids}`, style: palette.muted }], {
    indent: indent + LEAD,
    column: indent + 2,
  });
}

/** Details of one kind that follow one another share their label. Long ones have their lines; the short ones share the last. */
function printDetails(sheet: Sheet, details: readonly Detail[], indent: number): void {
  const long = details.filter(({ isShort }) => isShort !== true);
  for (const [index, { label, text }] of long.entries())
    printDetail(sheet, long[index - 1]?.label === label ? '' : label, text, indent);
  const [first, ...others] = details.filter(({ isShort }) => isShort === true);
  if (first === undefined) return;
  const rest = others.map(({ label, text }) => `${sheet.signs.between}${label} ${text}`).join('');
  printDetail(sheet, first.label, first.text + rest, indent);
}

function printDetail({ page, palette, isNarrow }: Sheet, label: string, text: string, indent: number): void {
  const lead = ' '.repeat(indent) + label + (isNarrow && label !== '' ? ':' : '');
  page.paragraph([text], {
    indent: indent + (isNarrow ? 2 : DETAIL_LABEL),
    lead: { text: lead, style: palette.muted },
  });
}
