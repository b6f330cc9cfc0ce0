import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Carried, carryOnto, type Sources } from '../../../src/core/collate/carry.ts';
import { wordsOfTranscripts } from '../../../src/core/language/transcript-words.ts';
import type { Party, Transcript, Utterance } from '../../../src/core/model/model.ts';
import { parseWordsField } from '../../../src/core/model/word-times.ts';
import { steepGrowth } from '../../helpers/growth.ts';
import {
  noisy,
  plainTranscript,
  seeded,
  type TalkWords,
  talkOf,
  timedTranscript,
  transcriptOf,
} from '../../helpers/noisy-talk.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';

async function carried(onto: Transcript, sources: Sources): Promise<Carried> {
  const { lists } = await wordsOfTranscripts([{ ...onto, language: 'en' }]);
  return carryOnto(onto, sources, lists, new Set(onto.utterances.flatMap(({ id }) => id ?? [])));
}

function talk(utterances: readonly Utterance[], parties: Readonly<Record<string, Party>> = {}): Transcript {
  return { ...transcriptOf(utterances), parties: new Map(Object.entries(parties)) };
}

function voices({ transcript }: Carried): string[] {
  return transcript.utterances.map(
    ({ speaker = '', text = '', alternatives = [] }) => `${[speaker, ...alternatives].join(' ')}: ${text}`,
  );
}

describe('times and speakers onto a text of which 30 % is changed, put in or left out', () => {
  test.each([1, 2, 3])('seed %i', async seed => {
    const random = seeded(seed);
    const turns = talkOf(random, 3000);
    const copy = noisy(turns, 0.3, random);
    const { errors, right, wrong, words } = await measured(turns, copy);
    expect(errors[Math.floor(0.95 * errors.length)]).toBeLessThanOrEqual(200);
    expect(errors[Math.floor(0.99 * errors.length)]).toBeLessThanOrEqual(1000);
    expect(right / words).toBeGreaterThanOrEqual(0.98);
    expect(wrong / words).toBeLessThan(0.001);
  });

  test('where the text has no turns at all, no word has another speaker than it had', async () => {
    const random = seeded(5);
    const turns = talkOf(random, 3000);
    const copy = [noisy(turns, 0.3, random).flat()];
    const { right, wrong, words } = await measured(turns, copy);
    expect(right / words).toBeGreaterThanOrEqual(0.96);
    expect(wrong / words).toBeLessThan(0.004);
  });

  async function measured(turns: TalkWords, copy: TalkWords) {
    const from = timedTranscript(turns);
    const { transcript } = await carried(plainTranscript(copy), { times: from, speakers: from });
    const found = transcript.utterances.flatMap(utterance =>
      parseWordsField((utterance as { 'x-words'?: string })['x-words'])!.map(word => ({
        ...word,
        speaker: utterance.speaker,
      })),
    );
    const truth = copy.flat();
    expect(found.map(({ text }) => text)).toEqual(truth.map(({ text }) => text));
    const errors: number[] = [];
    let [right, wrong] = [0, 0];
    for (const [index, { start, speaker }] of truth.entries()) {
      const word = found[index]!;
      if (start !== undefined && word.start !== undefined) errors.push(Math.abs(word.start - start));
      if (word.speaker === speaker) right++;
      else if (word.speaker !== undefined && word.speaker !== 'unknown') wrong++;
    }
    return { errors: errors.sort((one, other) => one - other), right, wrong, words: truth.length };
  }
});

describe('what is carried', () => {
  test('leaves every word as it is, and marks what nobody measured or stated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.double({ min: 0, max: 0.9, noNaN: true }), async (seed, share) => {
        const random = seeded(seed);
        const turns = talkOf(random, 60);
        const onto = plainTranscript(noisy(turns, share, random));
        const from = timedTranscript(turns);
        const { transcript } = await carried(onto, { times: from, speakers: from });
        const textOf = ({ utterances }: Transcript) => utterances.map(({ text }) => text).join(' ');
        expect(textOf(transcript)).toBe(textOf(onto));
        const ids = transcript.utterances.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { start, end, speaker, inferred = [] } of transcript.utterances) {
          expect(inferred.includes('start')).toBe(start !== undefined);
          expect(inferred.includes('end')).toBe(end !== undefined);
          expect(inferred.includes('speaker')).toBe(speaker !== undefined && speaker !== 'unknown');
          if (start !== undefined && end !== undefined) expect(end).toBeGreaterThanOrEqual(start);
        }
      }),
      { numRuns: Math.ceil(DEAR_RUNS / 4) },
    );
  });

  test('with itself gives every word its own time and speaker', async () => {
    const turns = talkOf(seeded(9), 300);
    const from = timedTranscript(turns);
    const { transcript } = await carried(plainTranscript(turns), { times: from, speakers: from });
    for (const [index, { start, end, speaker, text }] of transcript.utterances.entries())
      expect({ start, end, speaker, text }).toEqual({
        start: from.utterances[index]!.start,
        end: from.utterances[index]!.end,
        speaker: from.utterances[index]!.speaker,
        text: from.utterances[index]!.text,
      });
  });

  test('times of another clock go', async () => {
    const onto = talk([
      { id: 'u1', start: 90_000, end: 95_000, text: 'an introduction of the publisher that nobody said' },
      { id: 'u2', start: 95_000, end: 97_000, text: 'the bridge is closed' },
      { id: 'e1', event: 'laughter', start: 97_000 },
    ]);
    const from = talk([{ start: 1000, end: 3000, text: 'The bridge is closed.' }]);
    const { transcript } = await carried(onto, { times: from });
    expect(transcript.utterances.map(({ start, end }) => [start, end])).toEqual([
      [undefined, undefined],
      [1000, 3000],
      [undefined, undefined],
    ]);
  });

  test('a passage that cannot be said in the time between gets none', async () => {
    const added = 'and so on and on about this and that, which nobody can say in a tenth of a second at all';
    const onto = talk([{ text: 'The bridge is' }, { text: added }, { text: 'closed.' }]);
    const from = talk([{ start: 1000, end: 3000, text: 'The bridge is closed.' }]);
    const { transcript, utterances } = await carried(onto, { times: from });
    expect(transcript.utterances.map(({ start }) => start !== undefined)).toEqual([true, false, true]);
    expect(utterances).toEqual({ all: 3, timed: 2, split: 0 });
  });

  test('times in a script without blanks are those of its letters', async () => {
    const from = talk([{ start: 0, end: 4000, text: '橋は閉鎖' }]);
    const { transcript } = await carried(talk([{ text: '橋は閉鎖。' }]), { times: from });
    const [utterance] = transcript.utterances;
    expect((utterance as { 'x-words'?: string })['x-words']).toBe('橋@0-1 は@1-2 閉@2-3 鎖。@3-4');
  });
});

describe('nobody is put on record for the words of another', () => {
  const from = talk(
    [
      { speaker: 'lind', text: 'Is the bridge open yet for the buses?' },
      { speaker: 'okafor', text: 'It is not open before the summer of next year.' },
    ],
    { lind: { name: 'Per Lind' }, okafor: { name: 'Ada Okafor' } },
  );

  test.each<[string, string, string[]]>([
    [
      'a word at a change may be of either side',
      'Is the bridge open yet for the buses? Well it is not open before the summer of next year.',
      [
        'lind: Is the bridge open yet for the buses?',
        'unknown lind okafor: Well',
        'okafor: it is not open before the summer of next year.',
      ],
    ],
    [
      'a sentence that is thrown in',
      'Is the bridge open yet for the buses? It is not open. Quite right. Before the summer of next year.',
      [
        'lind: Is the bridge open yet for the buses?',
        'okafor: It is not open.',
        'unknown: Quite right.',
        'okafor: Before the summer of next year.',
      ],
    ],
    [
      'words inside what one person says',
      'Is the old bridge open yet for all the buses? It is not at all open before the summer of next year.',
      [
        'lind: Is the old bridge open yet for all the buses?',
        'okafor: It is not at all open before the summer of next year.',
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(voices(await carried(talk([{ id: 'u1', text }]), { speakers: from }))).toEqual(expected);
  });

  test('one id may be that of two people', async () => {
    const onto = talk(
      [
        { text: 'Is the bridge open yet for the buses?' },
        { speaker: 'okafor', text: 'It is not open before the summer of next year.' },
      ],
      { okafor: { name: 'Olu Okafor' }, lind: { name: 'Eva Lind' } },
    );
    const { transcript } = await carried(onto, { speakers: from });
    const [first, second] = transcript.utterances;
    expect(transcript.parties.get(first!.speaker!)?.name).toBe('Per Lind');
    // Nearly all words of the one are those of the other: the same person under two names.
    expect(second!.speaker).toBe('okafor');
    expect(transcript.parties.get('okafor')?.name).toBe('Olu Okafor');
  });

  test('the labels of two machines are compared by their words alone', async () => {
    const labels = { s0: { name: 'SPEAKER_00' }, s1: { name: 'SPEAKER_01' } };
    const one = talk(
      [
        { speaker: 's0', text: 'Is the bridge open yet for the buses?' },
        { speaker: 's1', text: 'It is not open before the summer of next year.' },
      ],
      labels,
    );
    const other = talk(
      [
        { speaker: 's1', text: 'Is the bridge open yet' },
        { text: 'for the buses?' },
        { speaker: 's0', text: 'It is not open before the summer of next year.' },
      ],
      labels,
    );
    expect(voices(await carried(other, { speakers: one }))).toEqual([
      's1: Is the bridge open yet',
      's1: for the buses?',
      's0: It is not open before the summer of next year.',
    ]);
  });

  test('a label gives way to a name, where its words are heard', async () => {
    const onto = talk(
      [
        { speaker: 's0', text: 'Is the bridge open yet for the buses?' },
        { speaker: 's0', text: 'Nobody else wrote this down, and it stays with its label.' },
        { speaker: 's1', text: 'It is not open before the summer of next year.' },
      ],
      { s0: { name: 'SPEAKER_00' }, s1: { name: 'SPEAKER_01' } },
    );
    const result = await carried(onto, { speakers: from });
    expect(voices(result)).toEqual([
      'lind: Is the bridge open yet for the buses?',
      's0: Nobody else wrote this down, and it stays with its label.',
      'okafor: It is not open before the summer of next year.',
    ]);
    expect(result.transcript.parties.get('s0')?.name).toBe('SPEAKER_00');
  });

  test('one label for all is nobody', async () => {
    const onto = talk(
      [
        {
          speaker: 's0',
          text: 'Is the bridge open yet for the buses? It is not open before the summer of next year.',
        },
      ],
      { s0: { name: 'SPEAKER_00' } },
    );
    const result = await carried(onto, { speakers: from });
    expect(voices(result)).toEqual([
      'lind: Is the bridge open yet for the buses?',
      'okafor: It is not open before the summer of next year.',
    ]);
    const back = await carried(from, { speakers: onto });
    expect(voices(back)).toEqual(from.utterances.map(({ speaker, text }) => `${speaker}: ${text}`));
  });

  test('two names for the same words are left open', async () => {
    const onto = talk(
      [
        { speaker: 'tamm', text: 'Is the bridge open yet for the buses?' },
        { speaker: 'tamm', text: 'It is not open before the summer of next year.' },
      ],
      { tamm: { name: 'Eva Tamm' } },
    );
    expect(voices(await carried(onto, { speakers: from }))).toEqual([
      'unknown tamm lind: Is the bridge open yet for the buses?',
      'unknown tamm okafor: It is not open before the summer of next year.',
    ]);
  });
});

test('a section that was moved gets no times of the words that happen to stand there', async () => {
  const said = [
    'The bridge will carry nine tonnes until the repair is done.',
    'Then we close it to lorries on Monday, and the buses take the other road.',
    'The second thing is the school roof, which leaks in every storm of the autumn.',
    'I will call him in the morning.',
  ];
  const times = talk(said.map((text, index) => ({ text, start: index * 5000, end: index * 5000 + 4500 })));
  const onto = talk([2, 0, 1, 3].map((place, index) => ({ id: `u${index}`, text: said[place]! })));
  const { transcript, utterances } = await carried(onto, { times });
  expect(transcript.utterances.map(({ start }) => start)).toEqual([undefined, 0, 5000, 15_000]);
  expect(utterances).toMatchObject({ all: 4, timed: 3 });
});

test('a text without turns is cut among many in time in proportion to it', async () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index % 50}`);
  const growth = await steepGrowth(
    count => ({
      onto: talk([{ id: 'u1', text: words(count).join(' ') }]),
      speakers: talk(
        words(count).map((text, index) => ({ id: `t${index}`, speaker: `p${index % 2}`, text })),
      ),
    }),
    async ({ onto, speakers }) => {
      expect((await carried(onto, { speakers })).utterances.split).toBe(1);
    },
    [4000],
  );
  expect(growth).toBeUndefined();
});
