/** Every quotation of the sample's draft, and quotations in the ways of an article, get what a careful person says of them. */
import { expect, test } from 'vitest';
import { Quoting } from './quoting.ts';

const TALK = {
  parties: { lind: { name: 'Karl Lind', aliases: ['the mayor'] }, osei: { name: 'Dr Ama Osei' } },
  sources: {},
  utterances: [
    {
      id: 'u1',
      speaker: 'lind',
      form: 'direct',
      text: 'We will not give up seven districts, because then you will fight us. Is that clear?',
    },
    {
      id: 'u2',
      speaker: 'osei',
      form: 'direct',
      text: 'I do not understand why you would give it away. Why just give it away?',
    },
    {
      id: 'u3',
      speaker: 'lind',
      form: 'indirect',
      text: 'The mayor says the council is ready to pay 5 billion dollars in the first stage.',
    },
    {
      id: 'u4',
      speaker: 'osei',
      form: 'mixed',
      text: 'Her claim that the plan would “bare” the whole harbour to the open sea',
    },
  ],
} as const;

/** What is quoted, the match, the flags, and why where it is not verbatim. */
const CASES: readonly (readonly [
  quotation: string,
  match: string,
  flags: readonly string[],
  why?: string,
])[] = [
  ['We will not give up seven districts', 'verbatim', []],
  ['Is that clear?', 'verbatim', []],
  ['We will not give up seven districts,', 'verbatim', [], 'the comma is the record’s'],
  ['We will not give up seven districts.', 'folded', [], 'the full stop is the draft’s'],
  ['We will not give up seven districts …', 'verbatim', [], 'an ellipsis at an edge is nothing'],
  ['we will not give up seven districts', 'folded', [], 'a small letter'],
  [
    '[W]e will not give up seven districts',
    'folded',
    ['x'],
    'brackets around a letter are nothing, and the mark is none of the record’s',
  ],
  ['We will not [sic] give up seven districts', 'verbatim', [], '[sic] is nothing'],
  ['Is that clear.', 'folded', [], 'a question mark that became a full stop is told'],
  ['We will not give up 7 districts', 'altered', [], 'a number in digits for the same in words'],
  ['We will give up seven districts', 'altered', [], 'a negation is gone'],
  ['We will … give up seven districts', 'altered', [], 'a negation is left out'],
  ['We will not give up … because then you will fight us', 'elided', [], 'words are left out'],
  ['[They] will not give up seven districts', 'elided', [], 'a pronoun for a pronoun'],
  ['[Osei] will not give up seven districts', 'altered', [], 'a name that the record does not have there'],
  ['We will not give up six districts', 'altered', [], 'another number'],
  ['Is that clear? We will not give up seven districts', 'spliced', [], 'another order'],
  ['We will not give up … Why just give it away', 'spliced', [], 'two turns'],
  ['you would give it away', 'verbatim', ['cut'], '"I do not understand" is cut off'],
  ['ready to pay 5 billion dollars in the first stage', 'verbatim', ['indirect'], 'reported speech'],
  [
    'the plan would “bare” the whole harbour',
    'verbatim',
    ['indirect'],
    'outside of the marks of mixed speech',
  ],
  ['Every ship in the port burns coal', 'not-found', [], 'nobody said so'],
];

test.for(CASES)('%s', async ([text, match, flags]) => {
  const [judged] = await new Quoting(TALK).judge(`«${text}»`);
  if (flags[0] === 'x') expect(['verbatim', 'folded']).toContain(judged!.match);
  else expect([judged!.match, judged!.flags]).toEqual([match, flags]);
});

test('a question mark that became a full stop is told', async () => {
  const [judged] = await new Quoting(TALK).judge('«Is that clear.»');
  expect(judged!.notes).toEqual(['the record has a question mark behind "clear"']);
});

test.for([
  ['“Why just give it away?” Lind asked.', true],
  ['Karl Lind said: “Why just give it away?”', true],
  ['“Why just give it away,” said the mayor.', true],
  ['According to Lind, “why just give it away”.', true],
  ['It was Lind who said “why just give it away”.', true],
  ['Lind, who had come late, said: “Why just give it away?”', true],
  ['“Why just give it away?” Osei was told by Lind.', true],
  ['**Lind:** “Why just give it away?”', true],
  ['Lind answered:\n\n“Why just give it away?”', true],
  ['“Why just give it away?” Osei asked Lind.', false],
  ['Osei told Lind: “Why just give it away?”', false],
  ['“Why just give it away?” she told the mayor.', false],
  ['“Why just give it away?” Lind was told.', false],
  ['“Why just give it away?” Osei said to Karl Lind.', false],
  ['“Why just give it away?” Jane Roe said.', false],
  ['Lind’s deputy said “why just give it away”.', false],
  ['Lind did not say “why just give it away”.', false],
  ['Lind left. “Why just give it away?” was heard.', false],
  ['“Why just give it away.” Lind said nothing to it.', false],
])('other speaker: %s', async ([text, isOther]) => {
  const [judged] = await new Quoting(TALK).judge(text as string);
  expect(judged!.flags.includes('other-speaker')).toBe(isOther);
});

test('all places of words that stand in several are listed, and none that is worse', async () => {
  const talk = {
    parties: {},
    sources: {},
    utterances: [
      { id: 'u1', text: 'Thank you very much.' },
      { id: 'u2', text: 'And so, thank you very much indeed.' },
      { id: 'u3', text: 'Thank you very much.' },
    ],
  };
  const [judged] = await new Quoting(talk).judge('“Thank you very much”');
  expect(judged!.places.map(({ id }) => id)).toEqual(['u1', 'u3']);
});

test('parts are never joined over two transcripts', async () => {
  const [one, other] = [['We will open the harbour in May.'], ['The dams are older than the town.']].map(
    texts => ({
      parties: {},
      sources: {},
      utterances: texts.map((text, index) => ({ id: `u${index + 1}`, text })),
    }),
  );
  const [judged] = await new Quoting(one!, other!).judge('“We will open the harbour … the dams are older”');
  expect(judged!.match).not.toBe('spliced');
});
