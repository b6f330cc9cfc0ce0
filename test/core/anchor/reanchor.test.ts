import { expect, test } from 'vitest';
import { pinOf } from '../../../src/core/anchor/pin.ts';
import { reanchor } from '../../../src/core/anchor/reanchor.ts';
import type { Annotation, Transcript, Utterance } from '../../../src/core/model/model.ts';
import { changedWords } from '../../../src/core/reanchor/outcome.ts';
import { english, on, transcript } from './builders.ts';

type Texts = readonly (string | Partial<Utterance>)[];

function carry(old: Texts | Transcript, fresh: Texts | Transcript, annotation: Annotation) {
  const asTranscript = (value: Texts | Transcript) => ('kind' in value ? value : transcript(value));
  return reanchor(asTranscript(old), asTranscript(fresh), [annotation], { words: english })[0]!;
}

const OPENING = 'The committee met on the second floor of the old ministry building.';
const MIDDLE = 'I told the delegation that the harvest payments would arrive before winter.';
const CLOSING = 'Afterwards everybody walked to the station and took the evening train home.';
const ASIDE = 'Nobody asked for the receipts at any time during that week.';
const FAREWELL = 'We parted at the bridge without another word about the money.';
const TALK = [OPENING, MIDDLE, CLOSING];
const [U1, U2, U3] = TALK.map((text, index) => ({ id: `u${index + 1}`, text })) as [
  Utterance,
  Utterance,
  Utterance,
];
const RENAMED = TALK.map((text, index) => ({ id: `n${index}`, text }));
const PAYMENTS = 'harvest payments would arrive';
const HARVEST = on('u2', PAYMENTS);

test('a text that was not touched leaves the anchor as it is written', () => {
  const placement = carry(TALK, TALK, HARVEST);
  expect(placement).toMatchObject({
    verdict: 'exact',
    reason: 'unchanged',
    margin: 1,
    change: undefined,
    alarms: [],
  });
  expect(placement.anchor).toEqual({
    target: ['u2'],
    quote: HARVEST.quote,
    before: undefined,
    after: undefined,
  });
  expect(placement.scores).toEqual({ quote: 1, context: 1, displacement: 0 });
});

test.for<[name: string, fresh: Texts, target: string, verdict: string, quote?: string]>([
  ['words before it', [OPENING, `Yesterday ${MIDDLE}`, CLOSING], 'u2', 'exact'],
  ['other ids', RENAMED, 'n1', 'exact'],
  [
    'a word inserted at its edges stays outside',
    [OPENING, MIDDLE.replace('harvest', 'late harvest').replace('arrive', 'arrive safely'), CLOSING],
    'u2',
    'exact',
  ],
  [
    'a typo',
    [OPENING, MIDDLE.replace('payments', 'paymets'), CLOSING],
    'u2',
    'edited',
    'harvest paymets would arrive',
  ],
  [
    'a word inserted beside one that was replaced at its edge stays outside',
    [OPENING, MIDDLE.replace('arrive', 'come safely'), CLOSING],
    'u2',
    'edited',
    'harvest payments would come',
  ],
  [
    'a word replaced at its edge',
    [OPENING, MIDDLE.replace('harvest', 'autumn'), CLOSING],
    'u2',
    'edited',
    'autumn payments would arrive',
  ],
  [
    'moved to another utterance',
    [OPENING, 'I told the delegation that.', `${CLOSING} The harvest payments would arrive before winter.`],
    'u3',
    'moved',
  ],
  [
    'split beside it',
    [
      OPENING,
      'I told the delegation that the',
      { id: 'n1', text: 'harvest payments would arrive before winter.' },
      CLOSING,
    ],
    'n1',
    'exact',
  ],
  ['merged', [{ id: 'u1', text: `${OPENING} ${MIDDLE}` }, U3], 'u1', 'exact'],
  ['reordered', [U3, U2, U1], 'u2', 'moved'],
  ['ids counted anew', ['Welcome to all of you.', ...TALK], 'u3', 'exact'],
  [
    'no marks and no case',
    TALK.map((text, index) => ({ id: `r${index}`, text: text.toLowerCase().replace('.', '') })),
    'r1',
    'exact',
  ],
])('%s', ([, fresh, target, verdict, quote = PAYMENTS]) => {
  const placement = carry(TALK, fresh, HARVEST);
  expect(placement.anchor).toMatchObject({ target: [target], quote });
  expect(placement.verdict).toBe(verdict);
});

test('an utterance that left its place takes its annotations along as moved', () => {
  const old = [
    ...TALK,
    'Nobody asked for the receipts at any time.',
    'We parted at the bridge without a word.',
  ];
  const fresh = [2, 3, 4, 5, 1].map(number => ({ id: `u${number}`, text: old[number - 1]! }));
  const placement = carry(old, fresh, on('u1', 'second floor'));
  expect(placement).toMatchObject({ verdict: 'moved', reason: 'elsewhere', anchor: { target: ['u1'] } });
  expect(placement.scores.displacement).toBeGreaterThan(0.5);
});

test('half of a passage in each of two utterances needs a person', () => {
  const fresh = [
    OPENING,
    'I told the delegation that the harvest payments',
    { id: 'n1', text: 'would arrive before winter.' },
    CLOSING,
  ];
  const placement = carry(TALK, fresh, HARVEST);
  expect(placement).toMatchObject({ verdict: 'ambiguous', reason: 'across-utterances', anchor: undefined });
  expect(placement.passages.map(passage => passage.id)).toEqual(['u2', 'n1']);
});

test.for<[name: string, old: Texts, fresh: Texts, annotation: Annotation, verdict: string]>([
  ['deleted', TALK, [OPENING, 'I told the delegation that the before winter.', CLOSING], HARVEST, 'orphaned'],
  ['deleted with its utterance', TALK, [U1, U3], HARVEST, 'orphaned'],
  [
    'replaced by other text',
    TALK,
    [OPENING, 'I told the delegation that the minister had never signed before winter.', CLOSING],
    HARVEST,
    'orphaned',
  ],
  [
    'a name corrected, the old one said elsewhere',
    ['When Robin came in, I saw that Robin held the letter.'],
    ['When Robin came in, I saw that Elisa held the letter.'],
    on('u1', 'Robin', { before: 'saw that ' }),
    'orphaned',
  ],
  [
    'a name replaced, another of similar letters nearby',
    ['The kernel was written by Linus in one summer.'],
    ['The kernel was written in one summer. All those machines were hines.'],
    on('u1', 'Linus'),
    'orphaned',
  ],
  [
    'a heading that only looks alike',
    ['Developer, Frontend', 'We hired developers and designers.'],
    ['Office manager', 'We hired developers and designers.'],
    on('u1', 'Developer, Frontend'),
    'orphaned',
  ],
  [
    'two copies of what is gone from its place',
    [...TALK, ASIDE, FAREWELL],
    [
      OPENING,
      'I told the delegation nothing at all.',
      CLOSING,
      `${ASIDE} The harvest payments would arrive before winter.`,
      `${FAREWELL} The harvest payments would arrive before winter.`,
    ],
    on('u2', 'harvest payments would arrive before winter'),
    'ambiguous',
  ],
  [
    'one of two equal neighbours is gone',
    [{ text: OPENING }, { text: 'Yes.' }, { text: 'Yes.' }, { text: CLOSING }],
    [
      { id: 'n1', text: OPENING },
      { id: 'n2', text: 'Yes.' },
      { id: 'n3', text: CLOSING },
    ],
    on('u2', 'Yes'),
    'ambiguous',
  ],
  [
    'a common word said elsewhere',
    [OPENING, 'Perhaps.', CLOSING],
    [
      { id: 'n1', text: OPENING },
      { id: 'n2', text: `${CLOSING} Perhaps.` },
    ],
    on('u2', 'Perhaps'),
    'ambiguous',
  ],
  [
    'a quote that had two places before',
    ['Yes, yes, and again yes.', OPENING],
    ['Yes, yes, and again, yes.', OPENING],
    on('u1', 'yes'),
    'ambiguous',
  ],
  ['a quote that was not there', TALK, TALK, on('u2', 'cabbages'), 'orphaned'],
  ['a target that was not there', TALK, TALK, on('u9', 'harvest'), 'exact'],
])('%s', ([, old, fresh, annotation, verdict]) => {
  const placement = carry(old, fresh, annotation);
  expect(placement.verdict).toBe(verdict);
  if (verdict !== 'exact') expect(placement.anchor).toBeUndefined();
});

test('the right place with more errors wins over a wrong one with fewer', () => {
  const old = ['We agreed on the terms of the northern pipeline contract.', OPENING, CLOSING];
  const fresh = [
    'We agred on the trms of the nothern pipeline contract.',
    OPENING,
    CLOSING,
    { id: 'u4', speaker: 'boris', text: 'They agreed on the terms of the northern pipeline contrac.' },
  ];
  const placement = carry(old, fresh, on('u1', 'on the terms of the northern pipeline contract'));
  expect(placement).toMatchObject({ verdict: 'edited', anchor: { target: ['u1'] } });
});

test.for<[name: string, text: string, quote: string]>([
  ['decomposed letters', 'Le café où José attendait était fermé.', 'José attendait'],
  ['curly quotes and dashes', 'He said "it\'s mine" - and left.', '"it\'s mine" - and'],
])('%s are no change of the words', ([, text, quote]) => {
  const changed = text
    .normalize('NFD')
    .replace(/"(\w)/g, '\u201c$1')
    .replaceAll('"', '\u201d')
    .replaceAll("'", '\u2019')
    .replace(' - ', ' \u2013 ');
  const placement = carry([text, OPENING], [changed, OPENING], on('u1', quote));
  expect(placement).toMatchObject({ verdict: 'edited', scores: { quote: 1 }, alarms: [] });
  const expected = quote
    .normalize('NFD')
    .replace(/^"/, '\u201c')
    .replace('"', '\u201d')
    .replace("'", '\u2019')
    .replace(' - ', ' \u2013 ');
  expect(placement.anchor?.quote).toBe(expected);
});

test('offsets count code points beyond the basic plane', () => {
  const placement = carry(
    ['So 😀😀 the harvest failed.', OPENING],
    ['Well 😀😀😀 the harvest failed.', OPENING],
    on('u1', 'harvest'),
  );
  expect(placement.passages).toEqual([{ utterance: 0, id: 'u1', range: { start: 13, end: 20 } }]);
});

test('context is written only where the quote is not unique', () => {
  const placement = carry(
    TALK,
    [OPENING, `${MIDDLE} Such harvest payments would arrive late.`, CLOSING],
    HARVEST,
  );
  expect(placement.anchor).toMatchObject({ target: ['u2'], quote: HARVEST.quote });
  expect(`${placement.anchor?.before ?? ''}${placement.anchor?.after ?? ''}`).not.toBe('');
});

test.for<[name: string, fresh: Texts, target: string | string[], expected: object]>([
  ['unchanged', TALK, 'u2', { verdict: 'exact', anchor: { target: ['u2'], quote: undefined } }],
  [
    'edited',
    [OPENING, MIDDLE.replace('harvest', 'autumn'), CLOSING],
    'u2',
    { verdict: 'edited', anchor: { target: ['u2'], quote: undefined } },
  ],
  ['a range with other ids', RENAMED, 'u1..u3', { verdict: 'exact', anchor: { target: ['n0..n2'] } }],
  ['a list', RENAMED, ['u1', 'u3'], { verdict: 'exact', anchor: { target: ['n0', 'n2'] } }],
  [
    'split',
    [
      OPENING,
      'I told the delegation that',
      { id: 'n1', text: 'the harvest payments would arrive before winter.' },
      CLOSING,
    ],
    'u2',
    { anchor: { target: ['u2', 'n1'], quote: undefined } },
  ],
  [
    'merged',
    [{ id: 'u1', text: `${OPENING} ${MIDDLE}` }, U3],
    'u2',
    { anchor: { target: ['u1'], quote: MIDDLE } },
  ],
  [
    'another utterance within a range',
    [U1, U2, { id: 'n1', text: ASIDE }, U3],
    'u1..u3',
    { verdict: 'exact', anchor: { target: ['u1..u2', 'u3'] } },
  ],
  [
    'an inner utterance of a range gone',
    [U1, U3],
    'u1..u3',
    { verdict: 'edited', anchor: { target: ['u1..u3'] } },
  ],
  ['an end of a range gone', [U1, U2], 'u1..u3', { verdict: 'ambiguous', reason: 'part-gone' }],
  ['one of a list gone', [U1, U2], ['u1', 'u3'], { verdict: 'ambiguous', reason: 'part-gone' }],
  ['gone', [U1, U3], 'u2', { verdict: 'orphaned', anchor: undefined }],
])('whole utterances: %s', ([, fresh, target, expected]) => {
  expect(carry(TALK, fresh, on(target))).toMatchObject(expected);
});

test.for(['transcript', 'claim-1', 'layer#a4'])('a target that is no utterance is untouched: %s', target => {
  const placement = carry(TALK, [CLOSING], on(target, undefined, { quote: 'x' }));
  expect(placement).toMatchObject({
    verdict: 'exact',
    reason: 'not-an-utterance',
    anchor: { target: [target], quote: 'x' },
  });
});

test('what was carried over before is not carried over again', () => {
  const old = transcript(TALK);
  const fresh = transcript([
    { id: 'u2', text: OPENING },
    { id: 'u3', text: MIDDLE },
    { id: 'u4', text: CLOSING },
  ]);
  const document = {
    file: 'x',
    source: undefined as never,
    value: fresh,
    locate: () => ({ start: 0, end: 0 }),
  };
  const pin = pinOf([{ id: 'u3', kind: 'utterance', value: fresh.utterances[1]!, document, path: [] }])!;
  expect(carry(old, fresh, on('u3', 'harvest payments', { pin }))).toMatchObject({
    verdict: 'exact',
    reason: 'already-carried',
  });
});

test('an utterance without an id can be found but not written', () => {
  const fresh = transcript(TALK);
  const nameless = { ...fresh, utterances: fresh.utterances.map(({ id: _, ...rest }) => rest) };
  const placement = carry(transcript(TALK), nameless, HARVEST);
  expect(placement.verdict).toBe('exact');
  expect(placement.anchor?.target).toBeUndefined();
  expect(placement.passages[0]?.utterance).toBe(1);
});

test('the word diff of a placement says what became of the passage', () => {
  const placement = carry(TALK, [OPENING, MIDDLE.replace('harvest', 'autumn'), CLOSING], HARVEST);
  expect(placement.change).toEqual({ old: HARVEST.quote, new: 'autumn payments would arrive' });
  expect(changedWords(placement).map(run => [run.kind, run.text])).toEqual([
    ['removed', 'harvest'],
    ['added', 'autumn'],
    ['kept', ' payments would arrive'],
  ]);
});

test('words that changed places lead to no place before the first word', () => {
  const paid = 'We paid six million.';
  const old = [paid, paid, `${paid} it was not so, and the council met again.`];
  const fresh = [
    { id: 'u3', text: 'the council met again, and the bridge carries six tonnes. it was not so.' },
    { id: 'u1', text: paid },
    { id: 'u2', text: paid },
  ];
  expect(carry(old, fresh, on('u3'))).toMatchObject({ verdict: 'ambiguous' });
});
