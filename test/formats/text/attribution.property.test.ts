/** Nobody is put on record for another's words: every speaker comes back or none does, never another one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../../../src/formats/text/read.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';
import { type SpokenTurn, STYLES } from './head-styles.ts';

const NAMES = [
  'Ada Okafor',
  'Per Lind',
  'Sam Sand',
  'Ola Berg-Lind',
  'ADA',
  'PER',
  'MR. LIND',
  'THE COURT',
  'Ms. Ros-Lehtinen',
  "O'Neil",
  'Éva Kovács',
  'Иван Петров',
  '田中',
  'Speaker 1',
  'Speaker 2',
  'SPEAKER_03',
  'Café-Team #2 | Room 5',
  'Dr. Maria del Carmen García-López de la Fuente y Sanz',
  'Ada Okafor (she/her)',
  'Per Lind (North Bridge)',
  'The Minister for Bridges',
  'Galaxy A52',
  'ada.okafor',
  'AO',
  'I',
] as const;

/** Pieces of talk, with what looks like a head and is none. */
const PIECES = [
  'we met at 10:30 and left',
  'the bridge is closed',
  'see https://example.org/a: it is there',
  'he said: no',
  'one thing: we told you',
  'the ratio is 3:2',
  'as in John 3:16',
  'it was (in May)',
  'in [sic] May',
  'Note: this too',
  'Paris: it rains',
  'at 0:12 it fell',
  'Q and A',
  'Mr. Lind. He knows',
  'steel - stone - wood',
  'since **May**',
  'yes',
];

/** Words of one turn; `#7` in them tells whose they are. */
const said = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 });

const talk = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
  .chain(names =>
    fc.array(
      fc.record({ name: fc.constantFrom(...names), gap: fc.integer({ min: 1, max: 400 }), pieces: said }),
      { minLength: 1, maxLength: 10 },
    ),
  )
  .map(turns => {
    let start = 0;
    return turns.map(({ name, gap, pieces }, index): SpokenTurn => {
      start += gap;
      const words = pieces.map(piece => `${piece} w${index}x`).join(', ');
      return { name, start, words: `${words[0]!.toUpperCase()}${words.slice(1)}.` };
    });
  });

/** Every word of a turn that has a speaker has the speaker of its turn. */
function expectOwnWords(text: string, turns: readonly SpokenTurn[]): void {
  const { transcript } = readText(text, { file: 'a.txt' }).value!;
  for (const { speaker, text: words = '' } of transcript.utterances) {
    if (speaker === undefined) continue;
    const name = transcript.parties.get(speaker)?.name ?? speaker;
    for (const [, index] of words.matchAll(/w(\d+)x/g)) {
      if (turns[Number(index)]!.name !== name) throw new Error(`${name} says ${words} in:\n${text}`);
    }
  }
}

test.for(Object.entries(STYLES))('%s: every speaker or none, never another one', ([, render]) => {
  fc.assert(
    fc.property(talk, turns => expectOwnWords(turns.map(render).join(''), turns)),
    { numRuns: Math.max(30, DEAR_RUNS / 10) },
  );
});

test('a line of any style in a text of another: its words are those of no other line', () => {
  fc.assert(
    fc.property(
      talk,
      fc.constantFrom(...Object.values(STYLES)),
      fc.constantFrom(...Object.values(STYLES)),
      fc.constantFrom(...NAMES),
      said,
      fc.nat(),
      (turns, render, other, name, pieces, place) => {
        // One line of each: nothing tells which of them is the style of the text.
        fc.pre(turns.length > 1);
        const inserted: SpokenTurn = {
          name,
          start: 77,
          words: `So ${pieces.map(piece => `${piece} w${turns.length}x`).join(', ')}.`,
        };
        const blocks = turns.map(render);
        blocks.splice(place % (blocks.length + 1), 0, other(inserted));
        expectOwnWords(blocks.join(''), [...turns, inserted]);
      },
    ),
    { numRuns: DEAR_RUNS },
  );
});

test('the styles are read: in a talk of two people who take turns, all of them', () => {
  const names = ['Ada Okafor', 'Per Lind'];
  const turns = Array.from({ length: 6 }, (_turn, index) => ({
    name: names[index % 2]!,
    start: 3 + 40 * index,
    words: `We know that w${index}x.`,
  }));
  const counts = Object.entries(STYLES).map(([style, render]) => {
    const { utterances } = readText(turns.map(render).join(''), { file: 'a.txt' }).value!.transcript;
    return [style, utterances.filter(({ speaker }) => speaker !== undefined).length];
  });
  expect(Object.fromEntries(counts)).toEqual(
    Object.fromEntries(Object.keys(STYLES).map(style => [style, 6])),
  );
});
