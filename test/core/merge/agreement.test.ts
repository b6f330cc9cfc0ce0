/** Diff and merge agree: against one side, a merge result differs by exactly what the other side did. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryChange, Fields } from '../../../src/core/diff/changes.ts';
import { type Content, KEYED_KINDS } from '../../../src/core/diff/content.ts';
import { diffContents } from '../../../src/core/diff/diff-entries.ts';
import { headerFields, itemsOf } from '../../../src/core/merge/file-items.ts';
import { mergeVersions } from '../../../src/core/merge/merge.ts';
import { LIST_NAMES, LISTS } from '../../../src/core/merge/merged.ts';
import type { Transcript } from '../../../src/core/model/model.ts';
import { valueKey } from '../../../src/core/model/same-value.ts';
import { alignById } from '../../helpers/alignment.ts';
import { transcriptOf } from '../../helpers/files.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';

const word = fc.constantFrom('x', 'y');
const optional = { noNullPrototype: true, requiredKeys: [] };
const entries = (ids: string, fields: Record<string, fc.Arbitrary<string>>) =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom(...ids), fc.record(fields, optional)).map(([id, rest]) => ({ id, ...rest })),
    { selector: ({ id }) => id, maxLength: 5 },
  );
const file = fc
  .record({
    header: fc.record({ title: word, place: word }, optional),
    parties: fc.dictionary(fc.constantFrom(...'pq'), fc.record({ name: word, role: word }, optional), {
      noNullPrototype: true,
    }),
    utterances: entries('stuv', { speaker: word, cue: word, text: word }),
    claims: entries('kl', { text: word, note: word }),
    annotations: entries('abcde', { tag: word, note: word, by: word, when: word }),
  })
  .map(transcriptOf);

/** A branch: where the dice say so an entry or a field of the header is as in the other file, and else as it was. */
function branched(base: Transcript, other: Transcript, dice: readonly boolean[]): Transcript {
  let at = 0;
  const isTaken = () => dice[at++ % dice.length]!;
  const entriesOf = (list: (typeof LIST_NAMES)[number]): Fields[] => {
    const theirs = new Map(itemsOf(other, list).map(({ id, fields }) => [id, fields]));
    const own = itemsOf(base, list).flatMap(({ id, fields }): Fields[] => {
      const taken = isTaken() ? theirs.get(id) : fields;
      return taken === undefined ? [] : [taken];
    });
    const ids = new Set(itemsOf(base, list).map(({ id }) => id));
    const added = [...theirs].filter(([id]) => !ids.has(id) && isTaken()).map(([, fields]) => fields);
    return [...own, ...added];
  };
  const ids = [...base.parties.keys(), ...other.parties.keys()];
  const parties = [...new Set(ids)].flatMap(id => {
    const party = (isTaken() ? other : base).parties.get(id);
    return party === undefined ? [] : [[id, party]];
  });
  return transcriptOf({
    header: isTaken() ? headerFields(other) : headerFields(base),
    parties: Object.fromEntries(parties),
    utterances: entriesOf('utterances'),
    claims: entriesOf('claims'),
    annotations: entriesOf('annotations'),
  });
}

const dice = fc.array(
  fc.integer({ min: 0, max: 3 }).map(roll => roll === 0),
  { minLength: 5, maxLength: 30 },
);

/** What a diff says was done, field by field: an entry that came in is all of its fields. */
function facts(older: Transcript, newer: Transcript): Set<string> {
  const [before, after] = [contentOf(older), contentOf(newer)];
  const alignment = alignById(older.utterances, newer.utterances);
  const found = diffContents(before, after, alignment).flatMap(change => factsOf(change, after));
  return new Set(found.map(valueKey));
}

function factsOf(change: EntryChange, after: Content): unknown[][] {
  const about = [change.what, 'id' in change ? (change.id ?? null) : null];
  switch (change.kind) {
    case 'added':
      return [[...about, 'is there'], ...Object.entries(change.new).map(field => [...about, ...field])];
    case 'removed':
      return [[...about, 'is gone']];
    case 'changed':
      return Object.entries(change.fields).map(([field, { new: value }]) => [...about, field, value ?? null]);
    case 'edited': {
      const kept = change.what === 'utterance' ? after.utterances : [...after[change.what].values()];
      return [[...about, 'text', kept.find(({ id }) => id === change.id)!['text']]];
    }
    default:
      return [];
  }
}

function contentOf(value: Transcript): Content {
  const kinds = LIST_NAMES.filter(list => list !== 'utterances').map(list => [
    LISTS[list],
    new Map(itemsOf(value, list).map(({ id, fields }) => [id, fields])),
  ]);
  expect(kinds.map(([kind]) => kind).sort()).toEqual([...KEYED_KINDS].sort());
  return {
    ...(Object.fromEntries(kinds) as Pick<Content, (typeof KEYED_KINDS)[number]>),
    transcript: headerFields(value),
    utterances: value.utterances as readonly Fields[],
  };
}

test('a clean merge differs from each side by exactly what the other side did alone', () => {
  let clean = 0;
  fc.assert(
    fc.property(file, file, file, dice, dice, (base, left, right, oursDice, theirsDice) => {
      const ours = branched(base, left, oursDice);
      const theirs = branched(base, right, theirsDice);
      const merged = mergeVersions(base, ours, theirs);
      if (merged.conflicts.length > 0) return;
      clean++;
      for (const [side, other] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        const done = facts(base, side);
        const alone = [...facts(base, other)].filter(fact => !done.has(fact));
        expect([...facts(side, merged.value)].sort()).toEqual(alone.sort());
      }
    }),
    { numRuns: DEAR_RUNS },
  );
  expect(clean).toBeGreaterThan(DEAR_RUNS / 4);
});
