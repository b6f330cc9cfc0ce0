import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryChange, Fields } from '../../../src/core/diff/changes.ts';
import type { Content } from '../../../src/core/diff/content.ts';
import { diffContents } from '../../../src/core/diff/diff-entries.ts';
import { diffWords } from '../../../src/core/diff/word-diff.ts';
import { alignById, completed } from '../../helpers/alignment.ts';
import { applyChanges } from '../../helpers/apply-changes.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';

const EMPTY: Content = {
  transcript: {},
  utterances: [],
  party: new Map(),
  source: new Map(),
  statement: new Map(),
  claim: new Map(),
  annotation: new Map(),
};

function diff(a: Content, b: Content): EntryChange[] {
  return diffContents(a, b, alignById(a.utterances, b.utterances));
}

const withUtterances = (...utterances: Fields[]): Content => ({ ...EMPTY, utterances });
const withAnnotation = (fields: Fields): Content => ({ ...EMPTY, annotation: new Map([['a1', fields]]) });

describe('typed changes of utterances', () => {
  const base = { id: 'u1', speaker: 'ana', start: 1000, form: 'direct', text: 'We agree.' };
  const at = { old: 0, new: 0 };
  test.for<[string, Fields, object]>([
    ['words', { ...base, text: 'We disagree.' }, { kind: 'edited', id: 'u1', at }],
    [
      'speaker',
      { ...base, speaker: 'ben' },
      { facet: 'speaker', fields: { speaker: { old: 'ana', new: 'ben' } } },
    ],
    ['time', { ...base, start: 2000 }, { facet: 'time', fields: { start: { old: 1000, new: 2000 } } }],
    [
      'form',
      { ...base, form: 'mixed' },
      { facet: 'form', fields: { form: { old: 'direct', new: 'mixed' } } },
    ],
    [
      'a field that was not there',
      { ...base, cue: 'he said' },
      { facet: 'fields', fields: { cue: { new: 'he said' } } },
    ],
    ['an extension', { ...base, 'x-page': 3 }, { facet: 'fields', fields: { 'x-page': { new: 3 } } }],
  ])('%s', ([, after, expected]) => {
    const changes = diff(withUtterances(base), withUtterances(after));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ what: 'utterance', ...expected });
  });

  test('the words of an edited text are told when asked for, and written into JSON', () => {
    const [change] = diff(withUtterances(base), withUtterances({ ...base, text: 'We disagree.' }));
    const words = diffWords(base.text, 'We disagree.');
    expect(change).toHaveProperty('words', words);
    expect(JSON.parse(JSON.stringify(change))).toEqual({
      kind: 'edited',
      what: 'utterance',
      id: 'u1',
      at,
      words,
    });
  });

  test('a field that is gone has no new value', () => {
    const { form, ...without } = base;
    expect(diff(withUtterances(base), withUtterances(without))).toEqual([
      {
        kind: 'changed',
        what: 'utterance',
        id: 'u1',
        at,
        facet: 'form',
        fields: { form: { old: 'direct' } },
      },
    ]);
  });

  test('words and speaker are two changes', () => {
    const kinds = diff(withUtterances(base), withUtterances({ ...base, text: 'No.', speaker: 'ben' }));
    expect(kinds.map(({ kind }) => kind)).toEqual(['edited', 'changed']);
  });

  test('a reorder alone is moved, and the fewest utterances move', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(id => ({ id, text: id }));
    expect(diff(withUtterances(a!, b!, c!), withUtterances(c!, a!, b!))).toEqual([
      { kind: 'moved', what: 'utterance', id: 'c', at: { old: 2, new: 0 } },
    ]);
  });

  test('a split keeps both sides and shows the words that changed with it', () => {
    const old = { id: 'u1', text: 'One thing. Another thing.' };
    const parts = [
      { id: 'u1', text: 'One thing.' },
      { id: 'u2', text: 'Another matter.' },
    ];
    const alignment = completed([{ kind: 'split', old: [0], new: [0, 1], moved: false }], 1, 2);
    expect(diffContents(withUtterances(old), withUtterances(...parts), alignment)).toMatchObject([
      {
        kind: 'split',
        old: [{ index: 0, utterance: old }],
        new: [{ index: 0 }, { index: 1 }],
        words: [
          { kind: 'kept' },
          { kind: 'removed', text: 'thing' },
          { kind: 'added', text: 'matter' },
          { text: '.' },
        ],
      },
    ]);
  });
});

describe('typed changes of annotations', () => {
  const base = {
    id: 'a1',
    target: ['u1'],
    tag: 'disputed',
    by: 'ana',
    when: '2016',
    sources: [{ source: 's' }],
  };
  test.for<[string, Fields, string]>([
    ['tag', { ...base, tag: 'confirmed' }, 'body'],
    [
      'another body',
      { id: 'a1', target: ['u1'], comment: 'x', by: 'ana', when: '2016', sources: base.sources },
      'body',
    ],
    ['aspect', { ...base, aspect: 'content' }, 'body'],
    ['party', { ...base, by: 'ben' }, 'provenance'],
    ['date', { ...base, when: 'unknown' }, 'provenance'],
    ['certainty', { ...base, certainty: 'low' }, 'provenance'],
    ['sources', { ...base, sources: [{ source: 's', at: 'line 2' }] }, 'evidence'],
    ['target', { ...base, target: ['u2'] }, 'anchor'],
    ['quote', { ...base, quote: 'agree' }, 'anchor'],
    ['pin', { ...base, pin: 'sha256-00000000' }, 'anchor'],
    ['withdrawn', { ...base, withdrawn: '2026-01-02' }, 'withdrawal'],
    ['an extension', { ...base, 'x-y': true }, 'fields'],
  ])('%s', ([, after, facet]) => {
    const changes = diff(withAnnotation(base), withAnnotation(after));
    expect(changes).toMatchObject([{ kind: 'changed', what: 'annotation', id: 'a1', facet }]);
  });

  test('added and removed hold the entry', () => {
    expect(diff(EMPTY, withAnnotation(base))).toEqual([
      { kind: 'added', what: 'annotation', id: 'a1', new: base },
    ]);
    expect(diff(withAnnotation(base), EMPTY)).toEqual([
      { kind: 'removed', what: 'annotation', id: 'a1', old: base },
    ]);
  });
});

test('the words of a claim and the header of the transcript', () => {
  const a: Content = {
    ...EMPTY,
    transcript: { title: 'A' },
    claim: new Map([['c', { id: 'c', text: 'It is so' }]]),
  };
  const b: Content = {
    ...EMPTY,
    transcript: { title: 'B' },
    claim: new Map([['c', { id: 'c', text: 'It was so' }]]),
  };
  expect(diff(a, b)).toMatchObject([
    { kind: 'changed', what: 'transcript', fields: { title: { old: 'A', new: 'B' } } },
    { kind: 'edited', what: 'claim', id: 'c' },
  ]);
});

const scalar = fc.constantFrom('one', 'two words', 'три', '', 7, true);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  fc.record({ of: scalar }, { requiredKeys: [], noNullPrototype: true }),
);
const fields = fc.dictionary(fc.constantFrom('text', 'speaker', 'start', 'tag', 'sources', 'x-note'), value, {
  noNullPrototype: true,
});
const entries = fc
  .uniqueArray(fc.tuple(fc.constantFrom('p', 'q', 'r', 's'), fields), { selector: ([id]) => id })
  .map(list => new Map(list));
const utterances = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...'abcdefgh', undefined), fields)
    .map(([id, rest]) => (id ? { id, ...rest } : rest)),
  { selector: utterance => ('id' in utterance ? utterance['id'] : utterance), maxLength: 10 },
);
const content: fc.Arbitrary<Content> = fc.record(
  {
    transcript: fields,
    utterances,
    party: entries,
    source: entries,
    statement: entries,
    claim: entries,
    annotation: entries,
  },
  { noNullPrototype: true },
);

test('a content does not differ from itself', () => {
  fc.assert(
    fc.property(content, a => {
      const { utterances: list } = a;
      const links = list.map((_, index) => ({
        kind: 'kept' as const,
        old: [index],
        new: [index],
        moved: false,
      }));
      expect(diffContents(a, structuredClone(a), completed(links, list.length, list.length))).toEqual([]);
    }),
    { numRuns: DEAR_RUNS },
  );
});

test('the changes from one content to another, applied to the one, give the other', () => {
  fc.assert(
    fc.property(content, content, (a, b) => {
      const before = structuredClone(a);
      expect(isDeepStrictEqual(applyChanges(a, diff(a, b)), b)).toBe(true);
      expect(isDeepStrictEqual(a, before)).toBe(true);
    }),
    { numRuns: DEAR_RUNS },
  );
});

test('so they do in any order, after a trip through JSON, and with utterances regrouped', () => {
  const plainUtterances = fc.array(fc.record({ text: fc.constantFrom('a b', 'c', 'd e f') }), {
    maxLength: 8,
  });
  // As many places as there can be changes: both lists removed, added and regrouped.
  const order = fc.array(fc.nat(), { minLength: 17, maxLength: 17 });
  fc.assert(
    fc.property(plainUtterances, plainUtterances, order, (oldOnes, newOnes, places) => {
      const link = { kind: 'regrouped' as const, old: [0, 2], new: [1, 2, 4], moved: true };
      const links = oldOnes.length > 2 && newOnes.length > 4 ? [link] : [];
      const alignment = completed(links, oldOnes.length, newOnes.length);
      const changes = diffContents(withUtterances(...oldOnes), withUtterances(...newOnes), alignment);
      const shuffled = (JSON.parse(JSON.stringify(changes)) as EntryChange[])
        .map((change, index) => ({ change, place: places[index]! }))
        .sort((one, other) => one.place - other.place)
        .map(({ change }) => change);
      expect(applyChanges(withUtterances(...oldOnes), shuffled).utterances).toEqual(newOnes);
    }),
    { numRuns: DEAR_RUNS },
  );
});
