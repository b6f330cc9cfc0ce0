import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, sliceColumns, stretchStart } from '../../../src/printers/findings/cells.ts';

test.for([
  ['ASCII', 'abcd', 'c', 2, 'abcd'],
  ['a tab goes to the next stop', 'a\tb', 'b', 8, 'a       b'],
  ['wide characters take two', '我们x', 'x', 4, '我们x'],
  ['combining marks take none', 'e\u0301x', 'x', 1, 'e\u0301x'],
  ['an emoji family is one', '👩‍👩‍👧x', 'x', 2, '👩‍👩‍👧x'],
  ['controls are made visible', '\u001bx', 'x', 2, '^[x'],
  ['direction marks are made visible', '\u202ex', 'x', 8, '<U+202E>x'],
  ['the end of the line', 'abc', '', 3, 'abc'],
] as const)('%s', ([, line, sought, column, shown]) => {
  const cells = cellsOf(line);
  expect(cells.columnAt(sought === '' ? line.length : line.indexOf(sought))).toBe(column);
  expect(sliceColumns(cells, { start: 0, end: cells.width })).toBe(shown);
});

test('a window holds no half of a wide character, and keeps the columns of the others', () => {
  expect(sliceColumns(cellsOf('我们签'), { start: 1, end: 5 })).toBe(' 们 ');
});

test('of a long line only a stretch is laid out, with the place well inside it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4001, max: 30_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (length, part) => {
        const offset = Math.floor(part * (length - 1));
        const line = `${'x'.repeat(offset)}#${'x'.repeat(length - offset - 1)}`;
        const start = stretchStart(line, offset);
        const cells = cellsOf(line, start);
        const column = cells.columnAt(offset);
        expect(sliceColumns(cells, { start: column, end: column + 1 })).toBe('#');
        expect(cells.before).toBe(start > 0);
        expect(column >= 1000 || start === 0).toBe(true);
        expect(cells.width - column >= 1000 || !cells.after).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

test.for(['', 'x'])('a stretch of pairs after "%s" does not begin inside one', before => {
  const line = before + '😀'.repeat(6000);
  for (const offset of [4000, 5001, 11_999]) {
    expect(line.slice(stretchStart(line, offset))).toMatch(/^😀/u);
  }
});
