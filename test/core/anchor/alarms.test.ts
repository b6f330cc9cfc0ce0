import { expect, test } from 'vitest';
import { reanchor } from '../../../src/core/anchor/reanchor.ts';
import type { Party } from '../../../src/core/model/model.ts';
import { english, on, transcript } from './builders.ts';

const FILLER = [
  'We met on the second floor of the old ministry.',
  'Afterwards everybody took the evening train home.',
];
const PARTIES = new Map<string, Party>([['robin', { name: 'Robin Hale', aliases: ['Lord Greystone'] }]]);

function alarmsFor(old: string, fresh: string, quote?: string) {
  const versions = [old, fresh].map(text => transcript([FILLER[0]!, text, FILLER[1]!], PARTIES));
  const [placement] = reanchor(versions[0]!, versions[1]!, [on('u2', quote)], { words: english });
  expect(placement!.verdict).not.toBe('orphaned');
  return placement!.alarms.map(({ kind, old: was, new: is }) => `${kind}: ${was ?? '-'} > ${is ?? '-'}`);
}

test.for<[old: string, fresh: string, alarms: string[]]>([
  ['I did authorise the transfer of it.', 'I did not authorise the transfer of it.', ['negation: - > not']],
  ['I did authorise the transfer of it.', "I didn't authorise the transfer of it.", ["negation: - > didn't"]],
  ["I didn't authorise the transfer.", 'I did not authorise the transfer.', []],
  [
    'He said he did not know that they paid.',
    'He said he did know that they never paid.',
    ['negation: not > -', 'negation: - > never'],
  ],
  [
    'They paid 850,000 for the old bridge.',
    'They paid 150,000 for the old bridge.',
    ['number: 850,000 > 150,000'],
  ],
  ['He offered five billion for the plan.', 'He offered 5 billion for the plan.', []],
  ['He offered five billion for the plan.', 'He offered 5,000,000,000 for the plan.', []],
  [
    'He offered five billion for the plan.',
    'He offered five million for the plan.',
    ['number: five billion > five million'],
  ],
  ['Twenty-five men came from the north.', '25 men came from the north.', []],
  ['From 5 to 10 of them came back.', 'From 10 to 5 of them came back.', ['number: 5 > -', 'number: - > 5']],
  ['The third car was empty that night.', 'The 3rd car was empty that night.', []],
  ['He offered 5 dollars for the plan.', 'He offered $5 for the plan.', []],
  ['He offered 5 dollars for the plan.', 'He offered 5 euros for the plan.', ['unit: dollars > euros']],
  ['It lies 40 kilometres to the south.', 'It lies 40 km to the south.', []],
  ['It lies 40 km to the south of us.', 'It lies 40 miles to the south of us.', ['unit: km > miles']],
  ['We spoke on 14 October 2016 at noon.', 'We spoke on October 14, 2016 at noon.', []],
  [
    'We spoke on 14 October 2016 at noon.',
    'We spoke on 15 October 2016 at noon.',
    ['date: 14 October 2016 > 15 October 2016'],
  ],
  ['We spoke about it in 2016 at length.', 'We spoke about it in 2017 at length.', ['date: 2016 > 2017']],
  [
    'We spoke about it on Monday at noon.',
    'We spoke about it on Tuesday at noon.',
    ['date: Monday > Tuesday'],
  ],
  ['I gave it to Robin at the gate.', 'I gave it to Elisa at the gate.', ['name: Robin > Elisa']],
  ['i gave it to greystone at the gate.', 'i gave it to gravestones at the gate.', ['name: greystone > -']],
  ['I gave it to Robin at the gate.', 'I gave it to ROBIN at the gate.', []],
  ['I gave it to him at the gate.', 'I gave it to her at the gate.', []],
  ['Perhaps they may come back in spring.', 'Perhaps they might come back in spring.', []],
])('%s > %s', ([old, fresh, alarms]) => {
  expect(alarmsFor(old, fresh)).toEqual(alarms);
});

test('a negation just outside the quote turns its meaning as well', () => {
  expect(
    alarmsFor('I did authorise the transfer.', 'I did not authorise the transfer.', 'authorise the transfer'),
  ).toEqual(['negation: - > not']);
});

test('a change outside of the quote raises none', () => {
  expect(
    alarmsFor(
      'In 2016 I did authorise the transfer.',
      'In 2019 I did authorise the transfer.',
      'the transfer',
    ),
  ).toEqual([]);
});

const spoken = (
  speakers: readonly (string | undefined)[],
  texts = [...FILLER, 'I gave it to him at the gate.'],
) =>
  transcript(
    texts.map((text, index) =>
      speakers[index] === undefined
        ? { text, speaker: undefined as never }
        : { text, speaker: speakers[index]! },
    ),
  );

test.for<[name: string, speakers: (string | undefined)[], alarms: object[]]>([
  ['corrected', ['anna', 'boris', 'boris'], [{ kind: 'speaker', old: 'anna', new: 'boris' }]],
  ['renamed everywhere', ['anna-petrosyan', 'boris', 'anna-petrosyan'], []],
  ['not named in the whole new version', [undefined, undefined, undefined], []],
])('a speaker %s', ([, speakers, alarms]) => {
  const [placement] = reanchor(
    spoken(['anna', 'boris', 'anna']),
    spoken(speakers),
    [on('u3', 'at the gate')],
    {
      words: english,
    },
  );
  expect(placement).toMatchObject({ alarms, anchor: { target: ['u3'] } });
});
