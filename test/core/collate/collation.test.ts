import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { BestPath } from '../../../src/core/align/words/best-path.ts';
import { WordKeys } from '../../../src/core/align/words/word-keys.ts';
import { type Collation, collate } from '../../../src/core/collate/collation.ts';
import { orderByContent } from '../../../src/core/collate/columns.ts';
import { readingText } from '../../../src/core/collate/reading.ts';
import { wordsOfTranscripts } from '../../../src/core/language/transcript-words.ts';
import type { Transcript, Utterance } from '../../../src/core/model/model.ts';
import { noisy, plainTranscript, seeded, talkOf, transcriptOf } from '../../helpers/noisy-talk.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';

const WORDS = [
  'the',
  'bridge',
  'not',
  'five',
  '5',
  'billion',
  'Monday',
  'carry',
  'lorries',
  'Per',
  'и',
  '橋',
  '—',
];
const utterance = fc.record(
  {
    text: fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map(words => words.join(' ')),
    speaker: fc.constantFrom('lind', 'okafor', 'speaker_00', 'unknown'),
    start: fc.nat(100_000),
  },
  { requiredKeys: ['text'] },
);
const witness = fc.array(utterance, { maxLength: 5 }).map(
  (utterances): Transcript => ({
    ...transcriptOf(utterances as Utterance[]),
    language: 'en',
    parties: new Map([['lind', { name: 'Per Lind' }]]),
  }),
);

async function collated(witnesses: readonly Transcript[]): Promise<Collation> {
  const order = orderByContent(witnesses).map(index => witnesses[index]!);
  return collate(witnesses, await wordsOfTranscripts(order));
}

/** What a reader gets to see of a collation, witness by witness. */
function toldOf({ places, witnesses, columns, same }: Collation) {
  return {
    same,
    rows: columns.length,
    places: places.map(({ kind, spans, alarms }) => ({
      kind,
      texts: spans.map((span, index) =>
        readingText(witnesses[index]!.utterances, columns.tables[index]!, span),
      ),
      alarms,
    })),
  };
}

describe('a collation', () => {
  test('has every word of every witness once, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(witness, { minLength: 2, maxLength: 4 }), async witnesses => {
        const { places, columns } = await collated(witnesses);
        for (const [index, table] of columns.tables.entries()) {
          const inRows = Array.from(columns.words[index]!).filter(word => word >= 0);
          expect(inRows).toEqual(Array.from({ length: table.length }, (_, word) => word));
          const inPlaces = places.flatMap(({ spans }) => {
            const { start, end } = spans[index]!;
            return Array.from({ length: end - start }, (_, at) => start + at);
          });
          expect(inPlaces).toEqual(inRows);
        }
        const rows = places.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, at) => start + at),
        );
        expect(rows).toEqual(Array.from({ length: columns.length }, (_, row) => row));
      }),
      { numRuns: DEAR_RUNS },
    );
  });

  test('is the same whatever the order of the witnesses, but for that of its columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(witness, { minLength: 2, maxLength: 4 })
          .chain(witnesses =>
            fc.tuple(
              fc.constant(witnesses),
              fc.shuffledSubarray([...witnesses.keys()], { minLength: witnesses.length }),
            ),
          ),
        async ([witnesses, order]) => {
          const told = toldOf(await collated(witnesses));
          const other = toldOf(await collated(order.map(index => witnesses[index]!)));
          const permuted = <T>(list: readonly T[]) => order.map(index => list[index]!);
          expect(other).toEqual({
            ...told,
            places: told.places.map(({ kind, texts, alarms }) => ({
              kind,
              texts: permuted(texts),
              alarms: alarms.map(alarm => ({ ...alarm, readings: permuted(alarm.readings) })),
            })),
          });
        },
      ),
      { numRuns: DEAR_RUNS },
    );
  });

  test('of a talk with itself has no difference', async () => {
    await fc.assert(
      fc.asyncProperty(witness, async one => {
        const { same, columns, places } = await collated([one, one, one]);
        expect(same).toBe(columns.length);
        expect(places.every(({ kind }) => kind === 'same')).toBe(true);
      }),
      { numRuns: DEAR_RUNS },
    );
  });

  describe('tells of speakers', () => {
    const said = [
      'Is the bridge open yet?',
      'It is not open.',
      'Before the summer of next year.',
      'Who says so?',
    ];
    const talk = (speakers: readonly string[], parties: Readonly<Record<string, string>>): Transcript => ({
      ...transcriptOf(said.map((text, index) => ({ text, speaker: speakers[index]! }))),
      parties: new Map(Object.entries(parties).map(([id, name]) => [id, { name }])),
    });
    const people = { lind: 'Per Lind', okafor: 'Ada Okafor' };
    const named = talk(['lind', 'okafor', 'okafor', 'lind'], people);
    const labels = { s0: 'SPEAKER_00', s1: 'SPEAKER_01' };

    test.each<[string, Transcript, readonly string[]]>([
      ['the same', named, []],
      ['two people', talk(['lind', 'lind', 'okafor', 'lind'], people), ['Ada Okafor | Per Lind']],
      [
        'one id, two names',
        talk(['lind', 'okafor', 'okafor', 'okafor'], { ...people, okafor: 'Olu Tamm' }),
        ['Ada Okafor | Olu Tamm', 'Per Lind | Olu Tamm'],
      ],
      ['labels that fit', talk(['s0', 's1', 's1', 's0'], labels), []],
      ['a label on a word of another', talk(['s0', 's0', 's1', 's0'], labels), ['Ada Okafor | SPEAKER_00']],
      ['one label for all', talk(['s0', 's0', 's0', 's0'], labels), []],
      ['nobody', talk(['unknown', 'unknown', 'unknown', 'unknown'], {}), []],
    ])('%s', async (_, other, expected) => {
      const { places } = await collated([named, other]);
      const told = places.flatMap(({ alarms }) => alarms).filter(({ kind }) => kind === 'speaker');
      expect(told.map(({ readings }) => readings.join(' | '))).toEqual(expected);
    });
  });

  test.each<[string, string, readonly string[]]>([
    ['on 14 October we opened it', 'on October 14 we opened it', []],
    ['it cost 5 dollars a head', 'it cost $5 a head', []],
    ['on 14 October we opened it', 'on October 15 we opened it', ['date: 14 October | October 15']],
    ['they do not pay', "they don't pay", []],
    ['they do not pay', 'they do pay', ['negation: not | ']],
    ['Mr. Tamm said so', 'Mr Hale said so', ['name: Tamm | Hale']],
    ['we pay five million now', 'We pay 5,000,000, now', []],
  ])('%s | %s', async (one, other, expected) => {
    const witness = (text: string): Transcript => ({
      ...transcriptOf([{ text: `And so ${text} and that was that.` }]),
      language: 'en',
    });
    const { places } = await collated([witness(one), witness(other)]);
    const told = places.flatMap(({ alarms }) => alarms);
    expect(told.map(({ kind, readings }) => `${kind}: ${readings.join(' | ')}`)).toEqual(expected);
  });

  test('finds the words that three witnesses share, each with other slips', async () => {
    const random = seeded(3);
    const turns = talkOf(random, 600);
    const witnesses = [0, 1, 2].map(() => plainTranscript(noisy(turns, 0.1, random)));
    const { same, columns } = await collated(witnesses);
    // Of each word 0.1 differ in one witness and 0.9 ** 3 in none; words that are put in have rows of their own.
    expect(same / 600).toBeGreaterThan(0.68);
    expect(columns.length).toBeLessThan(730);
  });

  test('grows with its length and no faster', async () => {
    const find = vi.spyOn(BestPath.prototype, 'find');
    const likeness = vi.spyOn(WordKeys.prototype, 'likeness');
    /** Cells of the tables that are searched, and pairs of words that are compared letter by letter. */
    const workOf = async (words: number) => {
      find.mockClear();
      likeness.mockClear();
      const random = seeded(11);
      const turns = talkOf(random, words);
      await collated([turns, noisy(turns, 0.3, random)].map(plainTranscript));
      const cells = find.mock.calls.reduce((sum, [old, fresh]) => sum + old * fresh, 0);
      return (cells + likeness.mock.calls.length) / words;
    };
    const [short, long] = [await workOf(2000), await workOf(16_000)];
    vi.restoreAllMocks();
    expect(short).toBeGreaterThan(1);
    expect(long / short).toBeLessThan(2);
  });
});

describe('a passage that stands elsewhere', () => {
  const FIRST = [
    'The bridge will carry nine tonnes until the repair is done, says the engineer of the town.',
    'Then we close it to lorries on Monday, and the buses take the other road for a month.',
  ];
  const SECOND = [
    'The school roof leaks in every storm of the autumn, and nobody has paid for the ladder.',
    'We have not sent it to the builder yet, because his invoice was never signed.',
  ];
  const LAST = 'I will call him in the morning and ask for the papers that he promised us last year.';
  const talk = (texts: readonly string[]): Transcript => ({
    ...transcriptOf(texts.map(text => ({ text }))),
    language: 'en',
  });
  const moved = async (...witnesses: readonly Transcript[]) =>
    (await collated(witnesses)).places
      .filter(({ kind }) => kind !== 'same')
      .map(({ isMoved, alarms }) => [
        isMoved,
        ...alarms.map(({ kind, readings }) => `${kind}: ${readings.map(text => text ?? '–').join(' | ')}`),
      ]);
  const one = talk([...FIRST, ...SECOND, LAST]);

  test('raises no alarm where nothing else differs', async () => {
    expect(await moved(one, talk([...SECOND, ...FIRST, LAST]))).toEqual([[true], [true]]);
    expect(await moved(talk([...SECOND, ...FIRST, LAST]), one, one)).toEqual([[true], [true]]);
  });

  test('raises one for what changed in it, in both places alike', async () => {
    const changed = SECOND.map(text => text.replace('never signed', 'signed'));
    const alarm = 'negation: never | –';
    expect(await moved(one, talk([...changed, ...FIRST, LAST]))).toEqual([
      [true, alarm],
      [true, alarm],
    ]);
  });

  describe('and has changed places with another one', () => {
    const MIDDLE = [
      'Before that, the clerk reads the minutes of the meeting in March, which nobody has seen so far.',
      'She asks whether anyone wants to have a word of them changed, and it is quiet in the hall for a while.',
      'Then the minutes are approved, and she puts them into the folder for the archive of the county.',
      'A man at the back asks when the next meeting will be, and whether he may bring his own chair to it.',
    ];
    const here = talk([...FIRST, ...MIDDLE, ...SECOND, LAST]);

    test('raises no alarm, and is told as one passage in each place', async () => {
      const there = talk([...SECOND, ...MIDDLE, ...FIRST, LAST]);
      expect(await moved(here, there)).toEqual([[true], [true], [true], [true]]);
      expect(await moved(there, here, here)).toEqual([[true], [true], [true], [true]]);
      const { places, witnesses, columns } = await collated([here, there]);
      const texts = places
        .filter(({ isMoved }) => isMoved)
        .flatMap(({ spans }) =>
          spans.map((span, index) => readingText(witnesses[index]!.utterances, columns.tables[index]!, span)),
        );
      const [first, second] = [FIRST.join(' '), SECOND.join(' ')];
      expect(texts.map(text => text.replaceAll(' / ', ' ')).sort()).toEqual(
        ['', '', '', '', first, first, second, second].sort(),
      );
    });

    test('raises an alarm for what changed in it', async () => {
      const changed = FIRST.map(text => text.replace('nine tonnes', 'ten tonnes'));
      const told = await moved(here, talk([...SECOND, ...MIDDLE, ...changed, LAST]));
      expect(told.map(([isMoved]) => isMoved)).toEqual([true, true, true, true]);
      expect(told.filter(([, ...alarms]) => alarms.length > 0)).toEqual([
        [true, 'number: nine | ten'],
        [true, 'number: nine | ten'],
      ]);
    });
  });

  test('is none where one witness lacks it', async () => {
    const alarms = ['negation: nobody | –', 'negation: not | –', 'negation: never | –'];
    expect(await moved(one, talk([...FIRST, LAST]))).toEqual([[undefined, ...alarms]]);
  });
});

describe('an utterance that one witness lacks is told as a whole', () => {
  const said = (...texts: readonly string[]): Transcript => ({
    ...transcriptOf(texts.map(text => ({ text }))),
    language: 'en',
  });
  const lacking = async (...witnesses: readonly Transcript[]) =>
    toldOf(await collated(witnesses)).places.flatMap(({ kind, texts }) => (kind === 'same' ? [] : [texts]));
  const whole = said('We met.', 'The roof leaks.', 'The bridge holds.', 'The end.');

  test.each<[what: string, other: Transcript, missing: string]>([
    [
      'with the first word of the next one',
      said('We met.', 'The bridge holds.', 'The end.'),
      'The roof leaks.',
    ],
    [
      'with the first word of the last one',
      said('We met.', 'The roof leaks.', 'The end.'),
      'The bridge holds.',
    ],
    ['in one text', said('We met. The bridge holds. The end.'), 'The roof leaks.'],
  ])('%s', async (_, other, missing) => {
    expect(await lacking(whole, other)).toEqual([[missing, '']]);
    expect(await lacking(other, whole)).toEqual([['', missing]]);
    expect(await lacking(whole, other, whole)).toEqual([[missing, '', missing]]);
    expect(await lacking(other, other, whole)).toEqual([['', '', missing]]);
  });

  test('with several words alike', async () => {
    const [one, other] = [
      said('So we say yes.', 'So we say no.', 'So we go.'),
      said('So we say no.', 'So we go.'),
    ];
    expect(await lacking(one, other)).toEqual([['So we say yes.', '']]);
  });
});
