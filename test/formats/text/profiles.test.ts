import { expect, test } from 'vitest';
import { format } from '../../../src/formats/text/index.ts';
import { detectProfile } from '../../../src/formats/text/read.ts';
import { NOTHING } from '../../fixtures/project.ts';

const read = (text: string, options = {}) => format.read!(text, { file: 'a.txt', ...options });
/** Speaker's name (or none), start, words or [event]. */
function turns(text: string, options = {}) {
  const { transcript } = read(text, options).value!;
  return transcript.utterances.map(({ speaker, start, text: words, event }) => {
    const name = speaker === undefined ? undefined : (transcript.parties.get(speaker)?.name ?? speaker);
    return [name, ...(start === undefined ? [] : [start]), event === undefined ? words : `[${event}]`];
  });
}

const PROFILES: Readonly<Record<string, readonly [text: string, expected: unknown[][]]>> = {
  colon: [
    'ANNA: Good\nevening.\n\nAnd more.\nBO: Yes.\nANNA: So.\n\n(applause)\n\nBO：Fine.\n',
    [
      ['ANNA', 'Good evening.\n\nAnd more.'],
      ['BO', 'Yes.'],
      ['ANNA', 'So.'],
      [undefined, '[applause]'],
      ['BO', 'Fine.'],
    ],
  ],
  stamped: [
    '[00:01] Anna: Hi.\n00:02.5\tBo:\tHo.\n[1:00:03] He said: no.\n[00:04] Anna: 12:30 it was.\n[00:05] Bo: So.\n',
    [
      ['Anna', 1000, 'Hi.'],
      ['Bo', 2500, 'Ho.'],
      [undefined, 3_603_000, 'He said: no.'],
      ['Anna', 4000, '12:30 it was.'],
      ['Bo', 5000, 'So.'],
    ],
  ],
  'head-line': [
    '# Part one\n\nAnna Lind: 00:00:20\n\nHello.\n\n## Part two\n\nStill me.\n\nBo  1:05\nAnd I.\n',
    [
      [undefined, '[Part one]'],
      ['Anna Lind', 20_000, 'Hello.'],
      [undefined, '[Part two]'],
      ['Anna Lind', 'Still me.'],
      ['Bo', 65_000, 'And I.'],
    ],
  ],
  'md-bold': [
    '**Anna Lind:** \\[laughs\\] Well.\n\nMore of it.\n\n**Bo**: Yes\\*.\n\n**Break:** \\[14:25\\]\n',
    [
      ['Anna Lind', '[laughs] Well.\n\nMore of it.'],
      ['Bo', 'Yes*.'],
      [undefined, '**Break:** [14:25]'],
    ],
  ],
  cart: [
    ' >> Good evening\nto all.\n\n(cheers and applause)\n\n >> ANNA: Hi.\n\n>> BO: Ho.\n>> ANNA: So.\n>> Once: not a name.\n>> BO: Yes.\n',
    [
      [undefined, 'Good evening to all.'],
      [undefined, '[cheers and applause]'],
      ['ANNA', 'Hi.'],
      ['BO', 'Ho.'],
      ['ANNA', 'So.'],
      [undefined, 'Once: not a name.'],
      ['BO', 'Yes.'],
    ],
  ],
  qa: [
    '          MR. LIND:  Good morning.\nQ.  Where were you\n    then?\nA.  At home.\nBY MS. OKAFOR:\nQ.  Alone?\n          THE WITNESS:  No.\n',
    [
      ['MR. LIND', 'Good morning.'],
      ['Q', 'Where were you then?'],
      ['A', 'At home.'],
      [undefined, '[BY MS. OKAFOR:]'],
      ['Q', 'Alone?'],
      ['THE WITNESS', 'No.'],
    ],
  ],
  congress: [
    [
      '                    A Heading of the Day',
      '',
      '  The SPEAKER pro tempore (Mr. Lind). The gentleman from ',
      'Ohio has said: Fine. Dear Alex: so be it.',
      '  Mr. McCAUL of Texas. Mr. Speaker, I rise.',
      '',
      '[[Page H12]]',
      '',
      'and go on.',
      '  A second paragraph.',
      '                              {time}  1117',
      '  There was no objection.',
      '  Ms. ROS-LEHTINEN. I thank Mr. Lind. He knows.',
    ].join('\n'),
    [
      [undefined, 'A Heading of the Day'],
      ['The SPEAKER pro tempore (Mr. Lind)', 'The gentleman from Ohio has said: Fine. Dear Alex: so be it.'],
      ['Mr. McCAUL of Texas', 'Mr. Speaker, I rise. and go on.\n\nA second paragraph.'],
      [undefined, 'There was no objection.'],
      ['Ms. ROS-LEHTINEN', 'I thank Mr. Lind. He knows.'],
    ],
  ],
  none: [
    'One: two.\nthree\n\nFour.\n',
    [
      [undefined, 'One: two. three'],
      [undefined, 'Four.'],
    ],
  ],
};

test.for(Object.entries(PROFILES))('profile %s', ([profile, [text, expected]]) => {
  expect(turns(text, { profile })).toEqual(expected);
  expect(detectProfile(text)).toBe(profile);
});

test('places in the Record are its pages', () => {
  const [text] = PROFILES['congress']!;
  const { utterances } = read(text).value!.transcript;
  expect(utterances.map(({ at }) => at)).toEqual([undefined, undefined, undefined, 'H12', 'H12']);
});

test("a label that is nobody is told with its place, and its words are nobody's unless it is named", () => {
  const text = 'ANNA: One.\nBO: Two.\nANNA: Three.\nNote: none.\nNote: again.\n\nMore of it.\n';
  const { findings } = read(text, { profile: 'colon' });
  expect(
    findings.map(({ rule, severity, data, span }) => [
      rule,
      severity,
      data,
      text.slice(span!.start, span!.end),
    ]),
  ).toEqual([['unknown-label', 'info', { label: 'Note', count: 2, line: 'Note: none.' }, 'Note: none.']]);
  expect(turns(text)).toEqual([
    ['ANNA', 'One.'],
    ['BO', 'Two.'],
    ['ANNA', 'Three.'],
    [undefined, 'Note: none.'],
    [undefined, 'Note: again.'],
    [undefined, 'More of it.'],
  ]);
  expect(turns(text, { speakers: ['Note'] })).toContainEqual(['Note', 'again.\n\nMore of it.']);
});

test('front matter is the header; who it names is a speaker', () => {
  const text =
    '---\ntitle: A talk\ndate: 2023-07-15\nmedia: https://example.org/a.mp3\nepisode: 033\nspeakers: [Anna Lind]\n---\n\nAnna Lind: Hello.\n';
  const { transcript } = read(text).value!;
  expect(transcript).toMatchObject({
    title: 'A talk',
    date: '2023-07-15',
    utterances: [{ speaker: 'anna-lind' }],
  });
  expect([...transcript.extensions]).toEqual([
    ['x-media', 'https://example.org/a.mp3'],
    ['x-episode', '033'],
  ]);
  const written = format.write!({ transcript, layers: [] });
  expect(written.losses).toEqual([]);
  expect(read(written.text).value!.transcript).toEqual(transcript);
});

test('bad front matter is told with its place, and the text is read', () => {
  const { value, findings } = read('---\ntitle: [a\n---\n\nhello\n');
  expect(value!.transcript.utterances).toMatchObject([{ text: 'hello' }]);
  expect(findings[0]).toMatchObject({ severity: 'error', span: { start: expect.any(Number) } });
});

test('words without a speaker do not become those of the speaker before', () => {
  const value = read('ANNA: One.\n\nANNA: Two.\n').value!;
  const utterances = [...value.transcript.utterances, { id: 'u3', text: 'Who said this?' }];
  const transcript = { ...value.transcript, utterances };
  const { text, losses } = format.write!({ transcript, layers: [] });
  expect(text).toContain('\n\n* * *\n\nWho said this?\n');
  expect(losses).toEqual([]);
  expect(read(text).value!.transcript).toEqual(transcript);
});

test('what the words alone do not show is said above them, and then nothing else is a head', () => {
  const parties = new Map([
    ['cafe-room-2', { name: 'Café: Room #2' }],
    ['per', { name: 'Per' }],
  ]);
  const utterances = [
    { id: 'u1', speaker: 'cafe-room-2', text: 'It is closed.\n\nNote: since May.' },
    { id: 'u2', speaker: 'per', text: '[00:01:02] Ada: so she said.' },
    { id: 'u3', text: 'Per: a letter begins so.' },
  ];
  const transcript = { ...NOTHING, kind: 'transcript' as const, parties, utterances };
  const { text, losses } = format.write!({ transcript, layers: [] });
  expect(text).toMatch(/^---\nspeakers: .*\nprofile: colon\n---\n/);
  // A line that begins with a declared name is the one thing that cannot be said of anyone else.
  expect(losses).toEqual([
    { what: 'text of utterances', count: 1 },
    { what: 'speaker of utterances (made up)', count: 1 },
  ]);
  expect(turns(text).slice(0, 2)).toEqual([
    ['Café: Room #2', 'It is closed.\n\nNote: since May.'],
    ['Per', '[00:01:02] Ada: so she said.'],
  ]);
});

test('a line that is nothing but a remark in square brackets is an event, one inside a sentence is words', () => {
  const file =
    'ANNA: One [sic] word\n[inaudible 00:03:18]\nand more\n(in May)\n\nBEN: No\n\nANNA: So\n\nBEN: Yes\n';
  const { value } = format.read!(file, { file: 'a.txt', profile: 'colon' });
  expect(value?.transcript.utterances.slice(0, 3)).toEqual([
    expect.objectContaining({ speaker: 'anna', text: expect.stringContaining('[sic]') }),
    { id: 'u2', event: 'inaudible 00:03:18' },
    expect.objectContaining({ speaker: 'anna', text: expect.stringContaining('(in May)') }),
  ]);
});
