/** The old content with changes made to it: the inverse that shows that a diff is complete. */

import type { EntryChange, FieldChanges, Fields } from '../../src/core/diff/changes.ts';
import { type Content, KEYED_KINDS } from '../../src/core/diff/content.ts';
import type { WordRun } from '../../src/core/diff/word-diff.ts';
import type { Id } from '../../src/core/model/model.ts';

/**
 * The content that `changes` (all those of one diff, in any order) turn `old` into: for contents a and b,
 * `applyChanges(a, diffContents(a, b, alignment))` equals b. Entries that changes do not name stay the same values.
 */
export function applyChanges(old: Content, changes: readonly EntryChange[]): Content {
  const keyed = Object.fromEntries(
    KEYED_KINDS.map(kind => [
      kind,
      applyToKind(
        old[kind],
        changes.filter(({ what }) => what === kind),
      ),
    ]),
  ) as Pick<Content, (typeof KEYED_KINDS)[number]>;
  const header = changes.filter(({ what }) => what === 'transcript');
  return {
    ...keyed,
    transcript: header.reduce(applyToFields, old.transcript),
    utterances: applyToUtterances(
      old.utterances,
      changes.filter(({ what }) => what === 'utterance'),
    ),
  };
}

function applyToKind(
  entries: ReadonlyMap<Id, Fields>,
  changes: readonly EntryChange[],
): ReadonlyMap<Id, Fields> {
  const result = new Map(entries);
  for (const change of changes) {
    if (!('id' in change) || change.id === undefined) continue;
    if (change.kind === 'removed') result.delete(change.id);
    else if (change.kind === 'added') result.set(change.id, change.new);
    else result.set(change.id, applyToFields(result.get(change.id) ?? {}, change));
  }
  return result;
}

/** What changes put in a place goes there; what they do not move fills the other places in its old order. */
function applyToUtterances(old: readonly Fields[], changes: readonly EntryChange[]): Fields[] {
  const staying: (Fields | undefined)[] = [...old];
  const placed: [index: number, utterance: Fields][] = [];
  for (const change of changes)
    if (change.kind === 'edited' || change.kind === 'changed')
      staying[change.at!.old] = applyToFields(staying[change.at!.old]!, change);
  for (const change of changes) {
    if (change.kind === 'added') placed.push([change.index!, change.new]);
    else if (change.kind === 'removed') staying[change.index!] = undefined;
    else if (change.kind === 'moved') {
      placed.push([change.at.new, staying[change.at.old]!]);
      staying[change.at.old] = undefined;
    } else if (change.kind !== 'edited' && change.kind !== 'changed') {
      for (const { index } of change.old) staying[index] = undefined;
      for (const { index, utterance } of change.new) placed.push([index, utterance]);
    }
  }
  placed.sort((a, b) => a[0] - b[0]);
  const result: Fields[] = [];
  const rest = staying.filter(utterance => utterance !== undefined);
  let next = 0;
  for (const [index, utterance] of placed) {
    while (result.length < index && next < rest.length) result.push(rest[next++]!);
    result.push(utterance);
  }
  return result.concat(rest.slice(next));
}

function applyToFields(fields: Fields, change: EntryChange): Fields {
  if (change.kind === 'edited') return { ...fields, text: newTextOf(change.words) };
  return change.kind === 'changed' ? withFields(fields, change.fields) : fields;
}

function withFields(fields: Fields, changes: FieldChanges): Fields {
  const result: Record<string, unknown> = { ...fields };
  for (const [name, change] of Object.entries(changes)) {
    if ('new' in change) result[name] = change.new;
    else delete result[name];
  }
  return result;
}

/** The new text that word runs hold. */
function newTextOf(words: readonly WordRun[]): string {
  return words.map(run => (run.kind === 'removed' ? '' : run.text)).join('');
}
