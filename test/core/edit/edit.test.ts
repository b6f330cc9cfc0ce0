import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited } from '../../../src/core/edit/change-utterances.ts';
import { correctTranscript } from '../../../src/core/edit/correct-transcript.ts';
import { cutUtterance } from '../../../src/core/edit/cut-utterance.ts';
import { differingField, joinedUtterance } from '../../../src/core/edit/join-utterances.ts';
import type { Utterance } from '../../../src/core/model/model.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';

function ids(): () => string {
  let count = 0;
  return () => `n${++count}`;
}

const whole: Utterance = {
  id: 'u1',
  speaker: 'lind',
  cue: 'he said',
  start: 1_000,
  end: 9_000,
  text: 'One two three four five six.',
  at: 'line 9',
};

test('a cut shares the time by words and marks what nobody measured; the cue stays in front', () => {
  const { parts, cuts } = cutUtterance(whole, ['One two', 'three four five six.'], ids());
  expect(parts).toEqual([
    {
      id: 'u1',
      speaker: 'lind',
      cue: 'he said',
      start: 1_000,
      end: 3_667,
      inferred: ['end'],
      text: 'One two',
      at: 'line 9',
    },
    {
      id: 'n1',
      speaker: 'lind',
      start: 3_667,
      end: 9_000,
      inferred: ['start'],
      text: 'three four five six.',
      at: 'line 9',
    },
  ]);
  expect(cuts).toEqual([{ time: 3_667, words: { before: 2, all: 6 } }]);
});

test('words with times of their own say where a part ends', () => {
  const timed = { ...whole, text: 'One two.', 'x-words': 'One@1-2/0.9 two.@7-9' } as Utterance;
  const { parts, cuts } = cutUtterance(timed, ['One', 'two.'], ids());
  expect(parts).toMatchObject([
    { end: 2_000, 'x-words': 'One@1-2/0.9' },
    { start: 7_000, 'x-words': 'two.@7-9' },
  ]);
  expect(parts.some(({ inferred }) => inferred !== undefined)).toBe(false);
  expect(cuts[0]!.words).toBeUndefined();
});

test('without times nothing is made up', () => {
  const { start: _s, end: _e, ...untimed } = whole;
  const { parts } = cutUtterance(untimed, ['One two', 'three four five six.'], ids());
  expect(parts.every(part => part.start === undefined && part.end === undefined)).toBe(true);
  expect(parts.every(part => part.inferred === undefined)).toBe(true);
});

const talk = fc.record({
  words: fc.array(fc.constantFrom('a', 'to', 'été', '不是', "don't", '12'), { minLength: 2, maxLength: 12 }),
  cut: fc.nat(100),
  start: fc.option(fc.nat(10_000), { nil: undefined }),
  length: fc.nat(60_000),
});

test('what was cut and joined again is what it was, but for what was inferred in between', () => {
  fc.assert(
    fc.property(talk, ({ words, cut, start, length }) => {
      const at = 1 + (cut % (words.length - 1));
      const utterance: Utterance = {
        id: 'u1',
        speaker: 'lind',
        text: words.join(' '),
        ...(start !== undefined && { start, end: start + length }),
      };
      const { parts } = cutUtterance(
        utterance,
        [words.slice(0, at).join(' '), words.slice(at).join(' ')],
        ids(),
      );
      expect(differingField(parts)).toBeUndefined();
      expect(joinedUtterance(parts)).toEqual(utterance);
      if (start !== undefined) {
        const times = parts.flatMap(part => [part.start!, part.end!]);
        expect([...times].sort((a, b) => a - b)).toEqual(times);
      }
    }),
    { numRuns: DEAR_RUNS },
  );
});

test('a known speaker has no alternatives, a measured time is not inferred, words keep their times', () => {
  const unsure = {
    ...whole,
    speaker: 'unknown',
    alternatives: ['lind', 'okafor'],
    inferred: ['start', 'end'],
    'x-words': 'One@1-2 two@2-3 three@3-4 four@4-5 five@5-6 six.@6-9',
  } as Utterance;
  const fixed = edited(unsure, { speaker: 'okafor', end: 8_500, text: 'One two tree four five and six.' });
  expect(fixed).toEqual({
    id: 'u1',
    speaker: 'okafor',
    cue: 'he said',
    start: 1_000,
    end: 8_500,
    inferred: ['start'],
    text: 'One two tree four five and six.',
    at: 'line 9',
    'x-words': 'One@1-2 two@2-3 tree@3-4 four@4-5 five@5-6 and@ six.@6-9',
  });
  expect(edited(whole, { speaker: 'lind', text: whole.text! })).toBe(whole);
});

test('a speaker whom nobody stated stays marked until somebody names one', () => {
  const taken: Utterance = { ...whole, inferred: ['speaker'] };
  const { parts } = cutUtterance(taken, ['One two', 'three four five six.'], ids());
  expect(parts.map(({ inferred }) => inferred)).toEqual([
    ['end', 'speaker'],
    ['start', 'speaker'],
  ]);
  expect(joinedUtterance(parts).inferred).toEqual(['speaker']);
  expect(edited(taken, { start: 1_500 }).inferred).toEqual(['speaker']);
  expect(edited(taken, { speaker: 'lind' })).toEqual(whole);
});

test.for([
  ['speaker', { speaker: 'okafor' }],
  ['form', { form: 'indirect' }],
  ['source', { source: 'report' }],
] as const)('neighbours that differ in %s cannot be one', ([field, more]) => {
  const { cue: _, ...next } = { ...whole, id: 'u2', ...more };
  expect(differingField([whole, next])).toBe(field);
});

const LIST: readonly Utterance[] = [
  {
    id: 'u1',
    speaker: 'lind',
    start: 0,
    end: 4_000,
    text: 'The bridge will carry eight tonnes until autumn.',
  },
  { id: 'u2', speaker: 'okafor', start: 4_000, end: 6_000, text: 'Is that with the buses or without them?' },
  { id: 'e1', event: 'laughter' },
  {
    id: 'u3',
    speaker: 'lind',
    start: 6_000,
    end: 9_000,
    text: 'Without. They take the old road round the harbour.',
  },
];

test('the same words again change nothing, whatever their quotation marks', () => {
  const corrected = LIST.filter(({ text }) => text !== undefined).map(({ speaker, text }) => ({
    speaker: speaker!,
    text: text!.replace('old road', 'old  road'),
  }));
  const { steps, utterances, alike } = correctTranscript(LIST, corrected, ids());
  expect(steps).toEqual([]);
  expect(utterances.map(({ old }) => old)).toEqual([0, 1, 2, 3]);
  expect(utterances.every(({ old, utterance }) => utterance === LIST[old!])).toBe(true);
  expect(alike).toBe(1);
});

test('a correction keeps ids and times, takes words over, and leaves events in their place', () => {
  const corrected: Utterance[] = [
    { speaker: 'lind', text: 'The bridge will carry nine tonnes until autumn.' },
    { speaker: 'okafor', text: 'Is that with the buses or without them?' },
    { speaker: 'lind', text: 'Without.' },
    { speaker: 'lind', text: 'They take the old road round the harbour.' },
    { speaker: 'okafor', text: 'Thank you for that plain answer.' },
  ];
  const { steps, utterances } = correctTranscript(LIST, corrected, ids());
  expect(utterances.map(({ utterance }) => utterance.id)).toEqual(['u1', 'u2', 'e1', 'u3', 'n1', 'n2']);
  expect(utterances[0]!.utterance).toEqual({ ...LIST[0]!, text: corrected[0]!.text! });
  expect(utterances[1]!.utterance).toBe(LIST[1]);
  expect(utterances[4]!.utterance).toMatchObject({ end: 9_000, inferred: ['start'] });
  expect(steps.map(({ kind, old, new: fresh }) => [kind, old, fresh])).toEqual([
    ['edited', [0], [0]],
    ['split', [3], [3, 4]],
    ['added', [], [5]],
  ]);
});

test('a text without speakers corrects words alone', () => {
  const corrected = LIST.filter(({ text }) => text !== undefined).map(({ text }) => ({
    text: text!.replace('eight', 'nine'),
  }));
  const { utterances } = correctTranscript(LIST, corrected, ids());
  expect(utterances.map(({ utterance }) => utterance.speaker)).toEqual(['lind', 'okafor', undefined, 'lind']);
  expect(utterances[0]!.utterance.text).toContain('nine');
});

test('every utterance of any correction is there once, and what is said is what the correction says', () => {
  const sentence = fc
    .array(fc.constantFrom('bridge', 'harbour', 'tonnes', 'autumn', 'road', 'buses', 'not', 'nine'), {
      minLength: 1,
      maxLength: 8,
    })
    .map(words => words.join(' '));
  const speech = fc.record({ speaker: fc.constantFrom('lind', 'okafor'), text: sentence });
  fc.assert(
    fc.property(fc.array(speech, { maxLength: 8 }), fc.array(speech, { maxLength: 8 }), (old, corrected) => {
      const list = old.map((one, index): Utterance => ({ id: `u${index + 1}`, ...one }));
      const { utterances, steps } = correctTranscript(list, corrected, ids());
      expect(utterances.map(({ utterance: { speaker, text } }) => ({ speaker, text }))).toEqual(corrected);
      const kept = utterances.flatMap(({ old: index }) => index ?? []);
      expect(new Set(kept).size).toBe(kept.length);
      for (const { old: index, utterance } of utterances)
        if (index !== undefined) expect(utterance.id).toBe(list[index]!.id);
      const gone = [...list.keys()].filter(index => !kept.includes(index));
      const told = new Set(steps.flatMap(({ old: olds }) => olds));
      expect(gone.every(index => told.has(index))).toBe(true);
      const fresh = utterances.flatMap(({ utterance }) => utterance.id ?? []);
      expect(new Set(fresh).size).toBe(fresh.length);
    }),
    { numRuns: DEAR_RUNS },
  );
});
