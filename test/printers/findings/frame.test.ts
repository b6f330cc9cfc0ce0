import { expect, test } from 'vitest';
import { SourceText } from '../../../src/core/model/span.ts';
import { type FrameStyle, frame, type Mark } from '../../../src/printers/findings/frame.ts';
import { spanOf } from '../../fixtures/findings.ts';

const plain = (text: string) => text;
const STYLE: FrameStyle = {
  numberWidth: 1,
  columns: 24,
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
