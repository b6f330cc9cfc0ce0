/** The cues of files as browsers find them; the W3C's own parser is the oracle. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { parseBlocks } from '../../../src/formats/webvtt/blocks.ts';

type Cue = readonly [id: string, start: number, end: number, payload: string];

function ours(text: string): Cue[] {
  const blocks = parseBlocks(text)?.blocks ?? [];
  return blocks.flatMap((block): Cue[] =>
    block.kind === 'cue' ? [[block.id, block.start, block.end, block.payload]] : [],
  );
}

function oracle(text: string): Cue[] {
  const { cues } = new WebVTTParser().parse(text, 'metadata');
  return cues.map(cue => [
    cue.id,
    Math.round(cue.startTime * 1000),
    Math.round(cue.endTime * 1000),
    cue.text,
  ]);
}

const T = '00:01.000 --> 00:02.000';

/** In the spirit of the file-parsing tests of web-platform-tests, written anew. */
const FILES: Readonly<Record<string, string>> = {
  plain: `WEBVTT\n\n${T}\nhello\n`,
  'carriage returns': `WEBVTT\r\r${T}\rone\r\r${T}\rtwo\r`,
  'both line ends': `WEBVTT\r\n\r\n${T}\r\none\r\n\n${T}\ntwo`,
  'signature with words': `WEBVTT talk of the day\n\n${T}\nhello`,
  'signature and tab': `WEBVTT\tx\n\n${T}\nhello`,
  'signature alone': 'WEBVTT',
  'signature and blank alone': 'WEBVTT ',
  'times on the signature line': `WEBVTT ${T}\nno cue`,
  'times directly below': `WEBVTT\n${T}\nhello`,
  'header lines': `WEBVTT\nKind: captions\nLanguage: en\n\n${T}\nhello`,
  'header lines, then times': `WEBVTT\nKind: captions\n${T}\nhello`,
  'arrow in an id': `WEBVTT\n\na --> b\n${T}\nhello`,
  'arrow in a payload': `WEBVTT\n\n${T}\nhello\na --> b\nmore`,
  'second times in a payload': `WEBVTT\n\n${T}\nhello\n00:03.000 --> 00:04.000\nthere`,
  'id and times': `WEBVTT\n\nintro\n${T}\nhello`,
  'a blank between id and times': `WEBVTT\n\nintro\n\n${T}\nhello`,
  comment: `WEBVTT\n\nNOTE\nnothing\n\n${T}\nhello\n\nNOTE more\n`,
  style: `WEBVTT\n\nSTYLE\n::cue { color: red }\n\n${T}\nhello\n\nSTYLE\nlate`,
  region: `WEBVTT\n\nREGION\nid:a width:40%\n\n${T} region:a\nhello`,
  settings: `WEBVTT\n\n${T} align:start line:0%\nhello`,
  'settings without a blank': `WEBVTT\n\n${T}align:start\nhello`,
  'no blanks at the arrow': 'WEBVTT\n\n00:01.000-->00:02.000\nhello',
  'blanks and form feeds': 'WEBVTT\n\n \t00:01.000 \f -->\t00:02.000\f \nhello',
  'comma for a point': 'WEBVTT\n\n00:01,000 --> 00:02,000\nhello',
  'two decimals': 'WEBVTT\n\n00:01.00 --> 00:02.000\nhello',
  'four decimals': 'WEBVTT\n\n00:01.0000 --> 00:02.000\nhello',
  'no decimals': 'WEBVTT\n\n00:01 --> 00:02\nhello',
  'sixty seconds': 'WEBVTT\n\n00:60.000 --> 01:02.000\nhello',
  'sixty minutes': 'WEBVTT\n\n00:60:00.000 --> 01:02:00.000\nhello',
  'one digit of hours': 'WEBVTT\n\n1:00:00.000 --> 2:00:00.000\nhello',
  'many hours': 'WEBVTT\n\n1234:00:00.000 --> 1235:00:00.000\nhello',
  'one digit of minutes': 'WEBVTT\n\n0:01.000 --> 0:02.000\nhello',
  'sign before a time': 'WEBVTT\n\n-00:01.000 --> 00:02.000\nhello',
  'end before start': 'WEBVTT\n\n00:03.000 --> 00:01.000\nhello',
  'zero length': 'WEBVTT\n\n00:03.000 --> 00:03.000\nhello',
  'long arrow': 'WEBVTT\n\n00:01.000 ---> 00:02.000\nhello',
  'end of file in the times': 'WEBVTT\n\n00:01.000 --> 00:0',
  'end of file behind the times': `WEBVTT\n\n${T}`,
  'a NUL': `WEBVTT\n\ni\0d\n${T}\na\0b`,
  'no break space in the times': 'WEBVTT\n\n00:01.000\u00a0--> 00:02.000\nhello',
  'line separators': `WEBVTT\n\n${T}\na\u2028b\u0085c`,
};

test.for(Object.entries(FILES))('%s', ([, text]) => {
  expect(ours(text)).toEqual(oracle(text));
});

test('files put together from blocks', () => {
  const times = fc.constantFrom(T, '00:03.000 --> 00:04.000 align:end', '00:01 --> 1', 'x --> y');
  const words = fc.array(fc.constantFrom('hello', 'NOTE', ' ', '12', 'a --> b', T), { maxLength: 3 });
  const cue = fc
    .tuple(fc.constantFrom([], ['id'], ['7']), times, words)
    .map(([id, at, lines]) => [...id, at, ...lines]);
  const block = fc.oneof(cue, fc.constantFrom(['NOTE'], ['NOTE a', 'b'], ['nonsense'], [''], [' ']));
  const text = fc.tuple(
    fc.constantFrom('WEBVTT', 'WEBVTT x', 'WEBVTT\tx'),
    fc.array(block, { maxLength: 6 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  );
  // The oracle gives cues in the order of their times; browsers, and we, in that of the file.
  const sorted = (cues: readonly Cue[]) => cues.map(found => JSON.stringify(found)).sort();
  fc.assert(
    fc.property(text, ([signature, blocks, end]) => {
      const file = [signature, '', ...blocks.flatMap(lines => [...lines, ''])].join(end);
      expect(sorted(ours(file))).toEqual(sorted(oracle(file)));
    }),
    { numRuns: 500 },
  );
});

test('where the oracle is stricter than the specification, the specification holds', () => {
  // An arrow on the second line of a block makes it a cue, whatever its first line says.
  expect(ours(`WEBVTT\n\nNOTE\n${T}\nhello`)).toEqual([['NOTE', 1000, 2000, 'hello']]);
  // An arrow on the third line ends the block; the cue that begins there has no id.
  expect(ours(`WEBVTT\n\nintro\nmore\n${T}\nhello`)).toEqual([['', 1000, 2000, 'hello']]);
});

test('without the signature there is no file', () => {
  for (const text of ['', 'WEBVT', 'WEBVTTX\n', ` WEBVTT\n\n${T}\nx`])
    expect(parseBlocks(text)).toBeUndefined();
});

test('what browsers drop is kept with its place', () => {
  const text = `WEBVTT\n\nNOTE why\n\nnonsense\n\n00:01 --> 2\nbad\n\n${T}\nhello\n`;
  const { blocks } = parseBlocks(text)!;
  expect(blocks.map(block => [block.kind, text.slice(block.span.start, block.span.end)])).toEqual([
    ['note', 'NOTE why'],
    ['unknown', 'nonsense'],
    ['bad-cue', '00:01 --> 2'],
    ['cue', `${T}\nhello`],
  ]);
});
