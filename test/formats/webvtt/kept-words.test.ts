/** Words that players drop and a record of what was said keeps. */
import { expect, test } from 'vitest';
import { format } from '../../../src/formats/webvtt/index.ts';

const T = '00:00:01.000 --> 00:00:02.000';
const times = { start: 1000, end: 2000 };

function read(body: string) {
  const { value, findings, losses } = format.read!(`WEBVTT\n\n${body}`, { file: 'a.vtt' });
  const utterances = value!.transcript.utterances.map(({ id: _id, ...rest }) => rest);
  return { utterances, findings, losses, value: value! };
}

test.for([
  ['comma', '00:00:01,000 --> 00:00:02,000'],
  ['two decimals', '00:00:01.00 --> 00:00:02.00'],
  ['no decimals', '00:01 --> 00:02'],
  ['sixty seconds', '00:00:60.000 --> 00:01:01.000'],
  ['negative', '-00:00:01.000 --> 00:00:02.000'],
  ['short arrow', '00:00:01.000 -> 00:00:02.000'],
  ['dash of a word processor', '00:00:01.000 –> 00:00:02.000'],
  ['no number', 'NaN:NaN.NaN --> NaN:NaN.NaN'],
  ['no start', '--> 00:00:02.000'],
] as const)('bad times cost no words: %s', ([, line]) => {
  const { utterances, findings, losses } = read(`${line}\nHello.\n\n${T}\nBye.`);
  expect(utterances).toEqual([
    { text: 'Hello.', 'x-vtt-times': line },
    { text: 'Bye.', ...times },
  ]);
  expect(findings).toMatchObject([{ rule: 'bad-time', severity: 'warning', span: { start: 8 } }]);
  expect(losses).toEqual([{ what: 'times of cues', count: 1 }]);
});

test('an id above bad times is kept', () => {
  const { value } = read('intro\n00:00:01,000 -> 00:00:02,000\nHello.');
  expect(value.transcript.utterances).toMatchObject([{ id: 'intro', text: 'Hello.' }]);
});

test('a blank line between times and words', () => {
  const { utterances, findings, losses } = read(`${T}\n\nHello.\n\n${T}\n\n\n<v A>Bye.`);
  expect(utterances).toEqual([
    { text: 'Hello.', ...times },
    { text: 'Bye.', speaker: 'a', ...times },
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual(['bad-structure', 'bad-structure']);
  expect(losses).toEqual([]);
});

test('words after a blank line belong to no cue, and are kept without times', () => {
  const { utterances, losses } = read(`${T}\nHello.\n\nAnd more.\n\n${T}\nBye.`);
  expect(utterances.map(({ text, start }) => [text, start])).toEqual([
    ['Hello.', 1000],
    ['And more.', undefined],
    ['Bye.', 1000],
  ]);
  expect(losses).toEqual([{ what: 'times of cues', count: 1 }]);
});

test('an arrow among the words', () => {
  const { utterances } = read(`${T}\nThe way:\nriver --> bridge`);
  expect(utterances.map(({ text }) => text)).toEqual(['The way:', 'river --> bridge']);
});

test('a late style sheet, a counter and a second header are no words', () => {
  const { utterances } = read(`${T}\nHello.\n\nSTYLE\n::cue {}\n\n12\n\nWEBVTT\n\n${T}\nBye.`);
  expect(utterances.map(({ text }) => text)).toEqual(['Hello.', 'Bye.']);
});

test('line ends doubled by a second conversion', () => {
  const text = `WEBVTT\n\n${T}\nHello.\nMore.\n`.replaceAll('\n', '\r\r\n');
  expect(format.read!(text, { file: 'a.vtt' }).value!.transcript.utterances).toMatchObject([
    { text: 'Hello. More.', ...times },
  ]);
});

test.for([
  ['<v Ada Okafor Good morning.', 'Ada Okafor Good morning.'],
  ['<v Ada Good <i>morning</i>.', 'Ada Good morning.'],
  ['<v.loud Ada\nGood morning.', 'Ada Good morning.'],
])('an unclosed voice keeps its words and names nobody: %s', ([payload, text]) => {
  const { utterances, findings } = read(`${T}\n${payload}`);
  expect(utterances).toEqual([{ text, ...times, 'x-vtt-payload': payload }]);
  expect(findings).toMatchObject([{ rule: 'unknown-markup', severity: 'warning' }]);
});

test('a sign for "less than" takes no words with it', () => {
  expect(read(`${T}\nif 2 <3 then so`).utterances).toMatchObject([{ text: 'if 2 <3 then so' }]);
  expect(read(`${T}\nif a < b then so`).utterances).toMatchObject([{ text: 'if a < b then so' }]);
});

test('one odd id does not cost the others theirs', () => {
  const cue = (id: string, words: string) => `${id}\n${T}\n${words}\n\n`;
  const { value } = read(cue('intro', 'a') + cue('7', 'b') + cue('x/y-0', 'c') + cue('u2', 'd'));
  expect(value.transcript.utterances).toMatchObject([
    { id: 'intro', text: 'a' },
    { id: 'u5', text: 'b' },
    { id: 'u3', 'x-id': 'x/y-0', text: 'c' },
    { id: 'u2', text: 'd' },
  ]);
  const { text } = format.write!(value, { withAnnotations: true });
  expect(format.read!(text, { file: 'a.vtt' }).value).toEqual(value);
});
