/** A plan as changes of the transcript's YAML: what stays where it is keeps its bytes. */

import type { EditPlan, PlannedUtterance } from '../../core/edit/plan.ts';
import type { TextEdit } from '../../core/model/finding.ts';
import type { Utterance } from '../../core/model/model.ts';
import { sameValue } from '../../core/model/same-value.ts';
import { fieldInFile, utteranceInFile } from '../../formats/onrecord/write.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import { commentsInside } from '../../formats/yaml/edit/comments-inside.ts';
import { editThenRemove } from '../../formats/yaml/edit/edit-then-remove.ts';
import { entryStart } from '../../formats/yaml/edit/entry-start.ts';
import { contentEnd } from '../../formats/yaml/edit/layout.ts';
import { reorder } from '../../formats/yaml/edit/reorder.ts';
import { applyEdits } from '../../formats/yaml/edit/text-edit.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';
import { lineEnd, lineStart } from '../../formats/yaml/read/source-scan.ts';

/** The text of the file with the planned utterances. @throws EditError where the file has no room for a change. */
export async function withUtterances(
  yaml: YamlDocument,
  old: readonly Utterance[],
  plan: EditPlan,
): Promise<string> {
  const fields = await withFields(yaml, old, plan.utterances);
  const { additions, removals } = orderChanges(fields, old.length, plan.utterances);
  return withComments(
    await editThenRemove(fields, additions, removals),
    orphanedComments(yaml, old.length, plan),
  );
}

/** Comments inside entries that are gone, by the place of the utterance above which they go on. */
function orphanedComments(
  yaml: YamlDocument,
  count: number,
  { utterances, steps }: EditPlan,
): ReadonlyMap<number, readonly string[]> {
  const places = new Map<number, number>();
  for (const [place, { old }] of utterances.entries()) if (old !== undefined) places.set(old, place);
  const goneInto = new Map<number, number>();
  for (const step of steps)
    for (const index of step.old) if (step.new[0] !== undefined) goneInto.set(index, step.new[0]);
  const orphaned = new Map<number, readonly string[]>();
  let following = utterances.length;
  for (let index = count - 1; index >= 0; index--) {
    following = places.get(index) ?? following;
    if (places.has(index)) continue;
    const comments = commentsInside(yaml, ['utterances', index]);
    const place = goneInto.get(index) ?? following;
    if (comments.length > 0) orphaned.set(place, [...comments, ...(orphaned.get(place) ?? [])]);
  }
  return orphaned;
}

function withComments(yaml: YamlDocument, comments: ReadonlyMap<number, readonly string[]>): string {
  const { text, lineBreak } = yaml;
  const entries = yaml.children(['utterances']);
  const edits = [...comments].map(([place, lines]): TextEdit => {
    const isLast = place >= entries.length;
    const path = ['utterances', isLast ? entries.length - 1 : place];
    const dash = entryStart(yaml, path);
    const indented = lines.map(line => ' '.repeat(dash - lineStart(text, dash)) + line);
    const at = isLast ? lineEnd(text, contentEnd(text, yaml.node(path)!)) : lineStart(text, dash);
    const written = isLast
      ? indented.map(line => lineBreak + line).join('')
      : indented.map(line => line + lineBreak).join('');
    return { span: { start: at, end: at }, text: written };
  });
  return applyEdits(text, edits);
}

/** The file with the fields of those utterances changed that it has already. */
async function withFields(
  yaml: YamlDocument,
  old: readonly Utterance[],
  planned: readonly PlannedUtterance[],
): Promise<YamlDocument> {
  const set: Change[] = [];
  const removed: Change[] = [];
  for (const { old: index, utterance } of planned) {
    const before = index === undefined ? undefined : old[index]!;
    if (before === undefined || before === utterance) continue;
    const [was, is] = [before, utterance].map(one => one as Readonly<Record<string, unknown>>);
    for (const name of new Set([...Object.keys(was!), ...Object.keys(is!)])) {
      if (sameValue(was![name], is![name])) continue;
      const path = ['utterances', index!, name];
      const value = is![name];
      if (value === undefined) removed.push({ kind: 'remove', path });
      else set.push({ kind: 'set', path, value: fieldInFile('Utterance', name, value) });
    }
  }
  return editThenRemove(yaml, set, removed);
}

interface OrderChanges {
  readonly additions: readonly Change[];
  /** Paths are those after the additions, in the order of the file. */
  readonly removals: readonly Change[];
}

function orderChanges(yaml: YamlDocument, count: number, planned: readonly PlannedUtterance[]): OrderChanges {
  const { incoming, gone } = reorder(planned, count, ({ old }) => (old === undefined ? [] : [old]));
  const additions = Array.from(incoming, ([index, added]): Change => {
    const written = added.map(({ old }) =>
      old === undefined ? undefined : { document: yaml, path: ['utterances', old] },
    );
    // Moved text is copied as written: a time may have another form than ours.
    const values = added.map(({ utterance }, at) =>
      written[at] === undefined ? utteranceInFile(utterance) : yaml.node(written[at].path)!.value,
    );
    return { kind: 'insert', path: ['utterances'], index, values, written };
  });
  const removals = gone.map(({ indexAfter, moved }): Change => {
    const path = ['utterances', indexAfter];
    // Moved text takes its comments along; the comments of deleted text stay, for a person to read.
    return moved ? { kind: 'remove', path, keepComments: '' } : { kind: 'remove', path };
  });
  return { additions, removals };
}
