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
  ['We will not[^2] give up seven districts', 'verbatim', [], 'the mark of a footnote is nothing'],
  ['We will not give up seven districts,[2] because', 'verbatim', [], 'in square brackets, too'],
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

test.for([
  ['die lange Straße', 'die lange Strasse', 'folded'],
  ['они ещё не ушли', 'они еще не ушли', 'folded'],
  ['we did not ﬁnd it', 'we did not find it', 'folded'],
  ['the har\u00adbour is open', 'the harbour is open', 'folded'],
  ['the har\u200bbour is open', 'the harbour is open', 'folded'],
  ['the cafe\u0301 is open', 'the café is open', 'folded'],
  ['the well-known harbour', 'the well\u2013known harbour', 'folded'],
  ['it was −5 degrees', 'it was -5 degrees', 'folded'],
  ['the sum of 40 000 euros', 'the sum of 40\u00a0000 euros', 'folded'],
  ['the sum of 40 000 euros', 'the sum of 40000 euros', 'folded'],
  ['he said "no" to it all', 'he said ‘no’ to it all', 'folded'],
  ['no: we cannot go', 'no – we cannot go', 'folded'],
  ['the café is open', 'the cafe is open', 'altered'],
  ['the sum of 1.5 euros', 'the sum of 1,5 euros', 'altered'],
  ['the sum of 40,000 euros', 'the sum of 40 000 euros', 'altered'],
  ['it was -5 degrees', 'it was 5 degrees', 'altered'],
  ['5 degrees below it', '-5 degrees below it', 'altered'],
  ['-5 degrees below it', '5 degrees below it', 'altered'],
  ['2.5 degrees below it', '5 degrees below it', 'altered'],
  ['the sum of $5 today', 'the sum of €5 today', 'altered'],
  ['the sum of $5 today', 'the sum of 5 today', 'altered'],
  ['five billion dollars in all', 'billion dollars in all', 'verbatim'],
  ['we paid twenty-five to him', 'five to him', 'verbatim'],
  ['you do not lie', 'you don’t lie', 'altered'],
  ['what he lied about', 'what she lied about', 'altered'],
])('“%s” quoted as “%s”', async ([said, quoted, match]) => {
  const talk = { parties: {}, sources: {}, utterances: [{ id: 'u1', text: `And so ${said}, after all.` }] };
  const [judged] = await new Quoting(talk).judge(`«${quoted}»`);
  expect(judged!.match).toBe(match);
});

test('a number of which words or the sign are left out is cut', async () => {
  const talk = {
    parties: {},
    sources: {},
    utterances: [{ id: 'u1', text: 'We paid five billion dollars, and $7 to him.' }],
  };
  const judged = await new Quoting(talk).judge('«billion dollars, and» «7 to him» «five billion dollars»');
  expect(judged.map(({ match, cut }) => [match, cut])).toEqual([
    ['verbatim', 'five'],
    ['verbatim', '$'],
    ['verbatim', undefined],
  ]);
});

test('a question mark that became a full stop is told', async () => {
  const [judged] = await new Quoting(TALK).judge('«Is that clear.»');
  expect(judged!.notes).toEqual(['the record has a question mark behind "clear"']);
});

test.for([
  ['zh', '这清楚吗？我们走了很久了', '这清楚吗。我们走了很久了', '吗'],
  ['ar', 'هل هذا واضح؟ نعم واضح', 'هل هذا واضح. نعم واضح', 'واضح'],
  ['hy', 'Ջուրը բարձրացա՞վ հինգ մետրով', 'Ջուրը բարձրացավ հինգ մետրով', 'բարձրացա՞վ'],
  ['el', 'Είναι σαφές αυτό; Ναι είναι', 'Είναι σαφές αυτό. Ναι είναι', 'αυτό'],
  ['en', 'It is clear now; we go home', 'It is clear now, we go home', undefined],
] as const)('%s: a question that became none is told: %s', async ([language, text, quoted, behind]) => {
  const talk = { language, parties: {}, sources: {}, utterances: [{ id: 'u1', text }] };
  const [judged] = await new Quoting(talk).judge(`«${quoted}»`);
  expect(judged!.match).toBe('folded');
  expect(judged!.notes).toEqual(
    behind === undefined ? [] : [`the record has a question mark behind "${behind}"`],
  );
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

test('a name beside words of a language without verbs of saying is told, and fails nothing', async () => {
  const talk = {
    language: 'el',
    parties: { lind: { name: 'Karl Lind' }, osei: { name: 'Ama Osei' } },
    sources: {},
    utterances: [{ id: 'u1', speaker: 'lind', text: 'Δεν βρήκαμε μόλυβδο στο λιμάνι της πόλης.' }],
  };
  const [other, own] = await new Quoting(talk).judge(
    '«Δεν βρήκαμε μόλυβδο στο λιμάνι», είπε ο Osei.\n\n«Δεν βρήκαμε μόλυβδο στο λιμάνι», είπε ο Lind.',
  );
  expect([other!.match, other!.flags, other!.notes]).toEqual([
    'verbatim',
    [],
    ['the draft names Ama Osei, and no verbs of saying are listed for its language'],
  ]);
  expect(own!.notes).toEqual([]);
});

test('words of a language that nobody listed are altered with an alarm', async () => {
  const talk = {
    language: 'el',
    parties: {},
    sources: {},
    utterances: [{ id: 'u1', text: 'Δεν βρήκαμε μόλυβδο στο λιμάνι.' }],
  };
  const [judged] = await new Quoting(talk).judge('«βρήκαμε πολύ μόλυβδο στο λιμάνι»');
  expect([judged!.match, judged!.alarms.at(-1)]).toMatchObject([
    'altered',
    { kind: 'words', language: 'el' },
  ]);
});

test('a translation, a correction and what is corrected', async () => {
  const talk = {
    parties: { lind: { name: 'Karl Lind' } },
    sources: {},
    utterances: [{ id: 'u1', speaker: 'lind', form: 'direct', text: 'Nobody has looked into the dry well.' }],
    annotations: [
      { id: 'a1', target: 'u1', quote: 'dry well', correction: 'dry bell' },
      { id: 'a2', target: 'u1', translation: { text: 'Niemand hat in den Brunnen gesehen.', to: 'de' } },
      { id: 'a3', target: 'u1', quote: 'looked', correction: 'peered', withdrawn: '2024-01-01' },
    ],
  };
  const judged = await new Quoting(talk).judge(
    '“into the dry well” “into the dry bell” “Niemand hat in den Brunnen” “has looked into the” “Nobody has peered into the”',
  );
  expect(judged.map(({ match, flags }) => [match, ...flags])).toEqual([
    ['verbatim', 'cut', 'corrected'],
    ['verbatim', 'cut', 'correction'],
    ['verbatim', 'translated'],
    ['verbatim', 'cut'],
    ['altered'],
  ]);
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

test('a sentence over two captions of one voice is one', async () => {
  const talk = {
    parties: { lind: { name: 'Karl Lind' }, osei: { name: 'Ama Osei' } },
    sources: {},
    utterances: [
      { id: 'u1', speaker: 'lind', text: 'We did not find any lead in' },
      { id: 'u2', speaker: 'lind', text: 'the harbour of the town.' },
      { id: 'u3', speaker: 'osei', text: 'The council pays five million by May.' },
      { id: 'u4', speaker: 'lind', text: 'And the harbour stays open.' },
    ],
  };
  const [one, elided, spliced, back] = await new Quoting(talk).judge(
    '“find any lead in the harbour” “We did not … the harbour of the town” “the harbour of the town. The council pays five million” “the harbour of the town … the harbour stays open”',
  );
  expect(one).toMatchObject({
    match: 'verbatim',
    places: [{ id: 'u1', words: 'find any lead in the harbour', rest: [{ id: 'u2' }] }],
  });
  expect([elided!.match, spliced!.match, back!.match]).toEqual(['elided', 'spliced', 'spliced']);
});

test('what stands far from each other in a text of unknown voices is no turn', async () => {
  const line = 'Nothing of that kind was ever heard of in this town before.';
  const talk = {
    parties: {},
    sources: {},
    utterances: [
      { id: 'u1', text: 'We did not find any lead.' },
      ...Array.from({ length: 9 }, (_, index) => ({ id: `m${index}`, text: line })),
      { id: 'u2', text: 'The council pays five million by May.' },
    ],
  };
  const judged = await new Quoting(talk).judge(
    '“We did not find any lead … The council pays five million” “We did not find any lead. The council pays five million”',
  );
  expect(judged.map(({ match }) => match)).toEqual(['spliced', 'spliced']);
});

test('words of one turn that are left out without a mark are altered, however many', async () => {
  const text = `We did not find any lead. ${'Nothing of that kind was ever heard of before. '.repeat(9)}The council pays five million by May.`;
  const talk = {
    parties: { lind: { name: 'Lind' } },
    sources: {},
    utterances: [{ id: 'u1', speaker: 'lind', text }],
  };
  const [judged] = await new Quoting(talk).judge('“We did not find any lead. The council pays five million”');
  expect(judged!.match).toBe('altered');
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
