/** Words of a text, found again in the file, in every way that YAML writes text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, parse, Scalar } from 'yaml';
import { readDocument } from '../../../../src/formats/onrecord/read.ts';
import { wordsInScalar } from '../../../../src/formats/yaml/read/scalar-places.ts';
import { steepGrowth } from '../../../helpers/growth.ts';
import { DEAR_RUNS } from '../../../helpers/runs.ts';

const utterance = (text: string) => `onrecord: 1\nutterances:\n  - id: u1\n    text: ${text}\n`;

/** What stands in the file where the words of the first utterance are said to stand. */
async function foundIn(source: string, stretches: (text: string) => readonly Stretch[]) {
  const { document } = readDocument(new TextEncoder().encode(source), 't.yaml');
  if (document?.value.kind !== 'transcript') throw new Error('no transcript');
  const text = document.value.utterances[0]!.text!;
  const spans = await document.locateWords!(['utterances', 0, 'text'], text, stretches(text));
  return spans.map(({ start, end }) => ({ start, written: document.source.text.slice(start, end) }));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

test.for([
  ['plain', 'They sold six of them.', 'six', 'six'],
  ['in double quotes', '"They sold \\"six\\" of them."', 'sold', 'sold'],
  ['with escaped quotes', '"They sold \\"six\\" of them."', '"six"', '\\"six\\"'],
  ['in single quotes', "'They sold ''six'' of them.'", "'six'", "''six''"],
  ['an escape in a word', '"They s\\u006fld six."', 'sold', 's\\u006fld'],
  ['an escape of two units', '"a \\U0001F600 word"', 'word', 'word'],
  ['two escapes of one character', '"a \\uD83D\\uDE00 word"', '😀', '\\uD83D\\uDE00'],
  ['every named escape', '"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\N\\_\\L\\P\\/\\ \\x41 word"', 'A word', '\\x41 word'],
  ['a line that goes on', '"They so\\\n      ld six."', 'sold', 'so\\\n      ld'],
  ['blanks before a line that goes on', '"They sold  \\\n      six."', '  six', '  \\\n      six'],
  ['double quotes over lines', '"They sold \\\n\n\n      six\n\n      of  \n      them"', 'them', 'them'],
  ['single quotes over lines', "'They   \n      sold\n\n\n      six'", 'six', 'six'],
  ['plain over two lines', 'They sold six\n      of them.', 'sold six of', 'sold six\n      of'],
  ['plain over empty lines', 'They\n\n\n      sold six\n      of them.', 'six of', 'six\n      of'],
  ['folded over two lines', '>-\n      They sold six\n      of them.', 'six of', 'six\n      of'],
  ['folded, blank lines', '>\n\n      They\n\n\n      sold\n      six\n\n', 'six', 'six'],
  ['folded, further lines', '>+\n      They\n        sold\n       \n\n      six\n\n', 'six', 'six'],
  ['folded, tabs', '>-\n      They\n      \tsold\n      six', 'six', 'six'],
  ['literal', '|\n      They sold six\n      of them.', 'them', 'them'],
  ['literal, all kept', '|+\n      They\n\n        sold six\n\n', 'six', 'six'],
  ['literal, blanks kept', '|-\n      They sold   \n      six', 'six', 'six'],
  ['indentation by number', '|2\n        They\n      sold six', 'six', 'six'],
  ['blanks that are a line of text', '|2-\n       \n\n      six', 'six', 'six'],
  ['number and chomping', '>-1\n       They\n     sold\n     six', 'six', 'six'],
  ['a header with a comment', '>- # as printed\n      They sold\n      six', 'six', 'six'],
  ['a comment behind a block', '|-\n      They sold six\n  # of them', 'six', 'six'],
  ['behind an emoji', '😀 They sold six of them.', 'six', 'six'],
  ['signs of patterns', 'They (sold) six of them?', '(sold)', '(sold)'],
  ['text like a header', '"|- six"', 'six', 'six'],
] as const)('%s', async ([, text, sought, expected], { expect }) => {
  const stretch = (read: string) => [
    { start: read.indexOf(sought), end: read.indexOf(sought) + sought.length },
  ];
  for (const end of ['\n', '\r\n', '\r']) {
    const source = utterance(text).replaceAll('\n', end);
    const [found] = await foundIn(source, stretch);
    expect(found!.written).toBe(expected.replaceAll('\n', end));
  }
});

test('the second of several is the second in the file', async () => {
  const source = utterance('six and six and six');
  const [found] = await foundIn(source, () => [{ start: 8, end: 11 }]);
  expect(found).toStrictEqual({ start: source.indexOf('six') + 8, written: 'six' });
});

test('of a text that is longer than anybody talks, the whole is meant', async () => {
  const text = `>-\n      ${'six '.repeat(300_000)}seven`;
  const [found] = await foundIn(utterance(text), () => [{ start: 4, end: 7 }]);
  expect(found!.written).toBe(text);
});

test('an empty stretch at the end is the end', async () => {
  const source = utterance('|\n      six');
  const [found] = await foundIn(source, () => [{ start: 4, end: 4 }]);
  expect(found!.written).toBe('');
});

describe('of any text', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'six',
      "it's",
      '"',
      '\\',
      '#',
      'a:',
      '- ',
      '😀',
      'ё',
      "''",
      '|',
      '>',
      '%',
      '\\n',
      '\u00a0',
      '\u0085',
      '\u2028',
      '\x07',
    ),
    fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
  );
  const gap = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\n  ',
    ' \n',
    '\n\t',
    '\n\n\n ',
  );
  const text = fc
    .tuple(
      fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 30 }),
      fc.constantFrom('', '\n', '\n\n', ' '),
    )
    .map(
      ([pairs, end]) =>
        pairs
          .map(([word, gap]) => word + gap)
          .join('')
          .trimEnd() + end,
    )
    .filter(text => text.trim() !== '' && text.isWellFormed());
  const style = fc.constantFrom(
    Scalar.PLAIN,
    Scalar.QUOTE_DOUBLE,
    Scalar.QUOTE_SINGLE,
    Scalar.BLOCK_FOLDED,
    Scalar.BLOCK_LITERAL,
  );

  test('each word is found', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        style,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(20, 80),
        async (text, style, end, width) => {
          const scalar = new Scalar(text);
          scalar.type = style;
          const made = new Document({ onrecord: 1, utterances: [{ id: 'u1', text: scalar }] });
          const source = made.toString({ lineWidth: width, minContentWidth: 10 }).replaceAll('\n', end);
          const { document } = readDocument(new TextEncoder().encode(source), 't.yaml');
          if (document?.value.kind !== 'transcript') return;
          const read = document.value.utterances[0]?.text;
          if (read === undefined) return;
          const sought = words(read);
          const spans = await document.locateWords!(['utterances', 0, 'text'], read, sought);
          const whole = document.locate(['utterances', 0, 'text']);
          const sign = source[whole.start];
          const texts = spans.map(({ start, end }) =>
            meaningOf(document.source.text.slice(start, end), sign),
          );
          expect(texts).toStrictEqual(sought.map(({ start, end }) => read.slice(start, end)));
          expect(spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? whole.start))).toBe(
            true,
          );
        },
      ),
      { numRuns: DEAR_RUNS },
    );
  });
});

function meaningOf(written: string, sign: string | undefined): string {
  if (sign === "'") return written.replaceAll("''", "'");
  return sign === '"' ? (parse(`"${written}"`) as string) : written;
}

function words(text: string): Stretch[] {
  return Array.from(text.matchAll(/[^ \t\r\n]+/g), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

test.each([
  ['plain', ''],
  ['single quotes', "'"],
  ['double quotes', '"'],
])('a text over many lines takes time in proportion to its length: %s', async (_, quote) => {
  const textOf = (size: number) => 'They sold six of them.\n '.repeat(size / 24);
  const read = (lines: string) => {
    const text = `${lines.replace(/ *\n /g, ' ')}end`;
    const words = { start: text.length - 3, end: text.length };
    return wordsInScalar(`${quote}${lines}end${quote}`, 0, text, [words]);
  };
  const lines = textOf(240);
  const end = quote.length + lines.length;
  expect(read(lines)).toEqual([{ start: end, end: end + 3 }]);
  expect(await steepGrowth(textOf, read, [60_000])).toBeUndefined();
});
