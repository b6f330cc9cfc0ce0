/** Ids of utterances in files that have none: made of what is said, so that they stay where the words stay. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isContentId } from '../../src/core/model/content-id.ts';
import { giveContentIds, type NewUtterance } from '../../src/formats/shared/content-ids.ts';
import { DEAR_RUNS } from '../helpers/runs.ts';

const SPEAKERS = ['okafor', 'lind', undefined];
/** Few words, so that they repeat. */
const WORDS = ['Yes.', 'No.', 'Is the bridge open?', 'It carries eight tonnes.', 'Thank you.'];

const utterance = fc.record(
  {
    speaker: fc.constantFrom(...SPEAKERS),
    text: fc.oneof(fc.constantFrom(...WORDS), fc.string()),
  },
  { requiredKeys: ['text'] },
);
const talk = fc.array(utterance, { minLength: 1, maxLength: 12 });
type Said = { speaker?: string | undefined; text: string };

function withIds(said: readonly Said[]): NewUtterance[] {
  const utterances = said.map(({ speaker, text }) => ({
    id: undefined,
    ...(speaker !== undefined && { speaker }),
    text,
  })) as unknown as NewUtterance[];
  giveContentIds(utterances);
  return utterances;
}

const plain = (text = '') => text.replace(/\s+/g, ' ').trim();
const saying = ({ speaker, text }: NewUtterance) => JSON.stringify([speaker, plain(text)]);

test('ids are fixed: what is hashed cannot change', () => {
  const ids = withIds([
    { speaker: 'okafor', text: 'Is the bridge open?' },
    { speaker: 'lind', text: 'Yes.' },
    { speaker: 'okafor', text: 'Has it been tested?' },
    { speaker: 'lind', text: 'Yes.' },
    { text: 'Мост открыт.' },
  ]).map(({ id }) => id);
  expect(ids).toEqual(FIXED);
});

const FIXED = ['hyfnch23pt5', 'h3mpghbx4jv', 'h45jsi4lqew', 'hwosqf4yxru', 'hem6kus6ugx'];

test('an event and words that say the same are two', () => {
  const utterances = [{ event: 'applause' }, { text: 'applause' }] as NewUtterance[];
  giveContentIds(utterances);
  expect(utterances[0]!.id).not.toBe(utterances[1]!.id);
});

test('what repeats among the same neighbours has no id', () => {
  const ids = withIds(['A', 'Yes.', 'B', 'A', 'Yes.', 'B'].map(text => ({ text }))).map(({ id }) => id);
  expect(ids[1]).toBeUndefined();
  expect(ids[4]).toBeUndefined();
  // The first and the last have other neighbours.
  expect(ids[0]).toSatisfy(isContentId);
  expect(ids[5]).toSatisfy(isContentId);
});

test('ids of the file itself stay', () => {
  const utterances = [
    { id: 'intro', text: 'Yes.' },
    { id: undefined, text: 'Yes.' },
  ] as unknown as NewUtterance[];
  giveContentIds(utterances);
  expect(utterances[0]!.id).toBe('intro');
  expect(utterances[1]!.id).toSatisfy(isContentId);
});

test('ids are unique, and white space does not change them', () => {
  fc.assert(
    fc.property(talk, said => {
      const ids = withIds(said).flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const spaced = said.map(({ text, ...rest }) => ({
        ...rest,
        text: `${text.replaceAll(' ', '\r\n ')}  `,
      }));
      expect(withIds(spaced).map(({ id }) => id)).toEqual(withIds(said).map(({ id }) => id));
    }),
    { numRuns: DEAR_RUNS },
  );
});

test('after an edit of one utterance each id that still leads somewhere leads to the same words, and repeats to the same neighbours', () => {
  fc.assert(
    fc.property(talk, fc.nat(), utterance, (said, at, edited) => {
      const place = at % said.length;
      const before = withIds(said);
      const after = withIds(said.map((item, index) => (index === place ? edited : item)));
      const old = new Map(before.flatMap((item, index) => (item.id === undefined ? [] : [[item.id, index]])));
      const counts = new Map<string, number>();
      for (const item of before) counts.set(saying(item), (counts.get(saying(item)) ?? 0) + 1);
      for (const [index, item] of after.entries()) {
        const known = item.id === undefined ? undefined : old.get(item.id);
        if (known === undefined) continue;
        expect(saying(before[known]!)).toBe(saying(item));
        if (counts.get(saying(item))! < 2) continue;
        const around = (list: readonly NewUtterance[], i: number) =>
          [list[i - 1], list[i + 1]].map(other => (other === undefined ? undefined : saying(other)));
        expect(around(after, index)).toEqual(around(before, known));
      }
    }),
    { numRuns: DEAR_RUNS },
  );
});
