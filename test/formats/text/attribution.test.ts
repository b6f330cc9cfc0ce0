/** Whatever looks like a head ends the speaker before it; where its label is no speaker, nobody is named. */
import { expect, test } from 'vitest';
import { readText } from '../../../src/formats/text/read.ts';
import { readTurns } from './read-turns.ts';

/** A talk in which Ada and Per take turns; the line stands in a turn of Ada's. */
const around = (line: string) => `Ada: It is closed.\n${line}\nPer: I see.\nAda: So.\nPer: Yes.\n`;
const adaSays = (text: string, options = {}) =>
  readTurns(text, options).flatMap(([name, ...rest]) => (name === 'Ada' ? [rest.at(-1)] : []));

test.for([
  'Note: this was edited.',
  "Editor's note: this was edited.",
  'Date: 2 March 2026',
  'Sam Sand, for the company: it rusts.',
  '[Speaker 7] [00:12] It rusts.',
  '[00:00:12] It rusts.',
  '0:12 It rusts.',
  'Sam Sand  0:12',
  'Sam Sand (0:12):',
  'MS. SAND: It rusts.',
  'www.example.org: see there',
])('nobody says what begins with %s', line => {
  expect(adaSays(around(line))).toEqual(['It is closed.', 'So.']);
});

test.for([
  'One thing: it rusts.',
  'He said: no.',
  'The question is: who pays?',
  'For example: steel.',
  'So Paris: a nice place.',
  'We met at 10:30 and left.',
  '10:30 is when we met.',
  '10:30 a.m. it was.',
  'https://example.org/a: see there',
  'John 3:16 says so.',
  'The ratio was 3:2 then.',
  '- Steel: two tons',
  '1. Steel: two tons',
  '"Well," said Per: "no."',
  'Mr. Lind. He knows.',
  'Q and A came later.',
  'Adjourned, they said.',
])('it is still she who says %s', line => {
  expect(adaSays(around(line))).toEqual([`It is closed. ${line}`, 'So.']);
});

test('a name in the middle of a wrapped sentence is no speaker, and no one goes on behind it', () => {
  const text =
    'ADA: We asked them all, and then we went to the\nMinistry: nobody came from there.\nPER: I see.\nADA: So.\nPER: Yes.\n';
  expect(readTurns(text)).toEqual([
    ['ADA', 'We asked them all, and then we went to the'],
    [undefined, 'Ministry: nobody came from there.'],
    ['PER', 'I see.'],
    ['ADA', 'So.'],
    ['PER', 'Yes.'],
  ]);
});

test('one turn is enough for a name where nearly everything has one', () => {
  const label = 'Café-Team #2 | Room 5';
  const long = 'Dr. Maria del Carmen García-López de la Fuente y Sanz';
  const text = `Ada Okafor: One.\n${label}: Two.\n${long}: Three.\nAda Okafor: Four.\n`;
  expect(readTurns(text).map(([name]) => name)).toEqual(['Ada Okafor', label, long, 'Ada Okafor']);
});

test('a list of terms is no conversation', () => {
  const terms = ['Steel', 'Stone', 'Wood', 'Rope', 'Nails', 'Paint', 'Glue'];
  const text = terms.map(term => `${term}: it is used for bridges.\n\n`).join('');
  expect(readTurns(text).every(([name]) => name === undefined)).toBe(true);
});

test('no speaker is made of a time, a number or a field of the header', () => {
  const header = 'Title: The bridge\nDate: 2 March 2026\nInterviewer: Ada Okafor\nInterviewee: Per Lind\n\n';
  expect(
    readTurns(`${header}Ada Okafor: When?\nPer Lind: In May.\nAda Okafor: Why?\nPer Lind: It rusted.\n`),
  ).toEqual([
    [undefined, 'Title: The bridge'],
    [undefined, 'Date: 2 March 2026'],
    [undefined, 'Interviewer: Ada Okafor'],
    [undefined, 'Interviewee: Per Lind'],
    ['Ada Okafor', 'When?'],
    ['Per Lind', 'In May.'],
    ['Ada Okafor', 'Why?'],
    ['Per Lind', 'It rusted.'],
  ]);
  for (const text of [
    '00: One.\n01: Two.\n00: Three.\n',
    '10.30 Uhr: Eins.\n10.45 Uhr: Zwei.\n10.30 Uhr: Drei.\n',
  ]) {
    expect(readText(text, { file: 'a.txt' }).value!.transcript.parties.size).toBe(0);
  }
});

test('names that the user gives are speakers wherever they stand', () => {
  expect(readTurns('Intro.\n\nNote: one.\n\nThe end: two.\n', { speakers: ['Note', 'The end'] })).toEqual([
    [undefined, 'Intro.'],
    ['Note', 'one.'],
    ['The end', 'two.'],
  ]);
});

test('who spoke before is carried over to words without a head, never to a label nor past one', () => {
  const text =
    '[00:01] Ada: One.\n[00:05] Two.\n[00:07] Sam Sand, of the north: three.\n[00:09] Four.\n[00:11] Per: Five.\n[00:12] Ada: Six.\n[00:13] Per: Seven.\n';
  const { annotations, utterances } = readText(text, { file: 'a.txt', carrySpeaker: true }).value!.transcript;
  const carried = annotations.map(({ target, speaker }) => [
    utterances.find(({ id }) => id === target[0])?.text,
    speaker,
  ]);
  expect(carried).toEqual([['Two.', 'ada']]);
});

test('a section break ends the turn; a heading does not', () => {
  expect(readTurns('**Ada:** One.\n\n## Part two\n\nTwo.\n\n* * *\n\nThree.\n\n**Per:** Four.\n')).toEqual([
    ['Ada', 'One.'],
    [undefined, '[Part two]'],
    ['Ada', 'Two.'],
    [undefined, 'Three.'],
    ['Per', 'Four.'],
  ]);
});

test('lines too long to be wrapped are paragraphs', () => {
  const long = 'the bridge is closed and nobody knows why it was closed in May '.repeat(4).trim();
  expect(readTurns(`${long}\n${long}\n${long}\n`)).toHaveLength(3);
});
