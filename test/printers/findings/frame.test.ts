import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceText } from '../../../src/core/model/span.ts';
import { displayWidth } from '../../../src/core/text/width.ts';
import { type FrameStyle, frame, type Mark } from '../../../src/printers/findings/frame.ts';
import { spanOf } from '../../fixtures/findings.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';

const plain = (text: string) => text;
const STYLE: FrameStyle = {
  numberWidth: 1,
  columns: 24,
  edge: 24,
  glyphs: { bar: '|', elision: '...', cut: '~', primary: '^', secondary: '-', connector: '|' },
  paintGutter: plain,
  paintPrimary: plain,
  paintSecondary: plain,
};

/** Marks words of a text: the first is the primary one; "word: message" gives it a message. */
function draw(text: string, ...words: string[]): string {
  const source = new SourceText(text);
  const marks = words.map((word, index): Mark => {
    const [sought = '', message] = word.split(': ');
    return { span: spanOf(source, sought), primary: index === 0, ...(message !== undefined && { message }) };
  });
  return `${frame(source, marks, STYLE).join('\n')}\n`;
}

test.for([
  ['one mark', 'a bad word', ['bad'], '  |\n1 | a bad word\n  |   ^^^\n'],
  [
    'a mark over two lines is drawn on its first',
    'one two\nthree four',
    ['two\nthree'],
    '  |\n1 | one two\n  |     ^^^\n',
  ],
  [
    'a label to the left hangs below',
    'one two',
    ['two: here', 'one: there'],
    '  |\n1 | one two\n  | --- ^^^ here\n  | |\n  | there\n',
  ],
  [
    'three labels on one line',
    'a b c',
    ['b: second', 'a: first', 'c: third'],
    '  |\n1 | a b c\n  | - ^ - third\n  | | |\n  | | second\n  | first\n',
  ],
  ['neighbours', 'a\nb', ['a', 'b: x'], '  |\n1 | a\n  | ^\n2 | b\n  | - x\n'],
  ['a line between is shown', 'a\nm\nb', ['a', 'b: x'], '  |\n1 | a\n  | ^\n2 | m\n3 | b\n  | - x\n'],
  ['more are left out', 'a\n1\n2\nb', ['b', 'a: x'], '  |\n1 | a\n  | - x\n...\n4 | b\n  | ^\n'],
  [
    'a long line is cut on both sides',
    `${'left '.repeat(9)}bad ${'right '.repeat(9)}`,
    ['bad'],
    '  |\n1 | ~eft left bad right rig~\n  |           ^^^\n',
  ],
  [
    'marks too far apart get a row each, the primary one first',
    `far ${'away '.repeat(9)}bad`,
    ['bad', 'far: x'],
    '  |\n1 | ~way away away away bad\n  |                     ^^^\n1 | far away away away awa~\n  | --- x\n',
  ],
  [
    'a mark wider than the frame ends at its edge',
    'x'.repeat(60),
    ['x'.repeat(60)],
    `  |\n1 | ${'x'.repeat(22)}~\n  | ${'^'.repeat(24)}\n`,
  ],
  [
    'wide characters keep their columns when a line is cut',
    `${'签'.repeat(20)}bad${'签'.repeat(20)}`,
    ['bad'],
    '  |\n1 | ~ 签签签签bad签签签签签~\n  |           ^^^\n',
  ],
] as const)('%s', ([, text, words, expected]) => {
  expect(draw(text, ...words)).toBe(expected);
});

test.for([
  [
    'a label without room beside its mark hangs below, and ends at the edge',
    'a line with two words',
    ['a', 'words: rests on these'],
    '  |\n1 | a line with two words\n  | ^               -----\n  |                 |\n  |           rests on these\n',
  ],
  [
    'a label wider than the frame is wrapped',
    'one two',
    ['one', 'two: the annotation rests on the earlier words'],
    '  |\n1 | one two\n  | ^^^ ---\n  |     |\n  |  the annotation rests on\n  |  the earlier words\n',
  ],
  [
    'a label in wide characters counts its columns',
    'a line, two words',
    ['a', 'words: 更早的词语'],
    '  |\n1 | a line, two words\n  | ^           -----\n  |             |\n  |             更早的词语\n',
  ],
  [
    'several labels keep their places',
    'first and last word',
    ['first: begins here', 'last: and one more', 'word: ends the line'],
    '  |\n1 | first and last word\n  | ^^^^^     ---- ----\n  | |         |    |\n  | |          ends the line\n  | |         and one more\n  | begins here\n',
  ],
] as const)('%s', ([, text, words, expected]) => {
  expect(draw(text, ...words)).toBe(expected);
});

/** Words of one line, each once, with or without a label; some wide, some combining. */
const wordsOfLine = fc.uniqueArray(fc.stringMatching(/^(?:[a-z]{1,9}|[签字星期一]{1,4}|e\u0301x)$/u), {
  minLength: 1,
  maxLength: 40,
});
const labels = fc.array(fc.option(fc.stringMatching(/^[a-z签 ]{1,60}$/u)), { minLength: 1, maxLength: 5 });

test('nothing runs over the edge', () => {
  fc.assert(
    fc.property(wordsOfLine, labels, fc.integer({ min: 20, max: 130 }), (words, messages, columns) => {
      const text = words.map(word => `(${word})`).join(' ');
      const source = new SourceText(text);
      const marks = messages.map((message, index): Mark => {
        const word = `(${words[(index * 7) % words.length]})`;
        return { span: spanOf(source, word), primary: index === 0, ...(message !== null && { message }) };
      });
      for (const line of frame(source, marks, { ...STYLE, columns, edge: columns }))
        expect([line, displayWidth(line) <= columns + 4]).toEqual([line, true]);
    }),
    { numRuns: DEAR_RUNS },
  );
});

test('in a pipe a label stays beside its mark, however long it is', () => {
  const source = new SourceText('one two');
  const mark: Mark = { span: spanOf(source, 'two'), message: 'x'.repeat(300), primary: true };
  expect(frame(source, [mark], { ...STYLE, edge: Number.POSITIVE_INFINITY })).toEqual([
    '  |',
    '1 | one two',
    `  |     ^^^ ${'x'.repeat(300)}`,
  ]);
});
