import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemeBoundaries } from '../../../src/core/text/graphemes.ts';
import { displayWidth } from '../../../src/core/text/width.ts';
import { wrap, wrapLines } from '../../../src/core/text/wrap.ts';
import { repeated, steepGrowth } from '../../helpers/growth.ts';

test.for([
  { text: '', width: 10, lines: [''] },
  { text: 'Your position is weak', width: 13, lines: ['Your position', 'is weak'] },
  { text: 'Your position  is weak', width: 13, lines: ['Your position', 'is weak'] },
  { text: 'one\n\ntwo', width: 10, lines: ['one', '', 'two'] },
  { text: 'unfathomable', width: 5, lines: ['unfat', 'homab', 'le'] },
  { text: 'a unfathomable', width: 5, lines: ['a', 'unfat', 'homab', 'le'] },
  { text: '東京都知事', width: 4, lines: ['東京', '都知', '事'] },
  { text: '東京、大阪', width: 4, lines: ['東', '京、', '大阪'] },
  { text: 'in "東京"; and', width: 8, lines: ['in "東', '京"; and'] },
  { text: '東京 Tokyo', width: 5, lines: ['東京', 'Tokyo'] },
  { text: '10\u00a0000 dead', width: 7, lines: ['10\u00a0000', 'dead'] },
  { text: 'e\u0301e\u0301e\u0301', width: 2, lines: ['e\u0301e\u0301', 'e\u0301'] },
  { text: '東', width: 1, lines: ['東'] },
  { text: '  indented', width: 20, lines: ['  indented'] },
  { text: 'Միջազգային պայմանագիր', width: 12, lines: ['Միջազգային', 'պայմանագիր'] },
])('$text at $width columns', ({ text, width, lines }) => {
  expect(wrapLines(text, width, { cutsWords: true }).map(line => text.slice(line.start, line.end))).toEqual(
    lines,
  );
});

test.for([
  {
    text: 'see https://example.org/a-long-way now',
    width: 12,
    lines: ['see', 'https://example.org/a-long-way', 'now'],
  },
  { text: 'unfathomable', width: 5, lines: ['unfathomable'] },
  { text: '東京都知事', width: 4, lines: ['東京', '都知', '事'] },
  {
    text: '読む 会議/東京都の記録.yaml:12:3 に',
    width: 8,
    lines: ['読む', '会議/東京都の記録.yaml:12:3', 'に'],
  },
  { text: 'ทดสอบทดสอบ', width: 5, lines: ['ทดสอบ', 'ทดสอบ'] },
  {
    text: 'settle it: onrecord resolve my.yaml',
    width: 20,
    lines: ['settle it:', 'onrecord resolve my.yaml'],
  },
  {
    text: 'run `onrecord check --fix a.yaml`, then git add',
    width: 20,
    lines: ['run', '`onrecord check --fix a.yaml`,', 'then git add'],
  },
  {
    text: 'fix it: onrecord show "my talk.yaml", then look',
    width: 12,
    lines: ['fix it:', 'onrecord show "my talk.yaml",', 'then look'],
  },
  { text: 'onrecord: onrecord does not read it', width: 40, lines: ['onrecord: onrecord does not read it'] },
])('what is to be copied stays whole: $text at $width columns', ({ text, width, lines }) => {
  expect(wrapLines(text, width).map(line => text.slice(line.start, line.end))).toEqual(lines);
});

test('a word that a short first line has no room for begins the next', () => {
  expect(wrap('unfathomable', { width: 14, indent: '--option  ', hanging: '  ' })).toEqual([
    '--option  ',
    '  unfathomable',
  ]);
});

test('indents count towards the width', () => {
  expect(wrap('one two three four', { width: 11, indent: '- ', hanging: '    ' })).toEqual([
    '- one two',
    '    three',
    '    four',
  ]);
});

const TEXTS = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', ' ', '\n', '東', '、', '「', 'e\u0301', '👨‍👩‍👧', 'Ե', '\u00a0', '\t'),
  maxLength: 60,
});

test('lines keep every word in order, fit, and never split a cluster', () => {
  fc.assert(
    fc.property(TEXTS, fc.integer({ min: 2, max: 20 }), (text, width) => {
      const lines = wrapLines(text, width, { cutsWords: true });
      const boundaries = new Set(
        graphemeBoundaries(text).map(at => Array.from(text).slice(0, at).join('').length),
      );
      let from = 0;
      for (const { start, end } of lines) {
        expect(text.slice(from, start).trim()).toBe('');
        expect(boundaries.has(start) && boundaries.has(end)).toBe(true);
        const line = text.slice(start, end);
        if (!/\s/.test(line)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        from = end;
      }
      expect(text.slice(from).trim()).toBe('');
    }),
  );
});

test('a line breaks in the same places whether or not a character has to be looked up', () => {
  const plain = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ' ', '-', '’', '\n'), maxLength: 60 });
  const widths = fc.integer({ min: -1, max: 20 });
  fc.assert(
    fc.property(plain, widths, widths, fc.boolean(), (text, width, first, cutsWords) => {
      expect(wrapLines(text, width, { first, cutsWords })).toEqual(
        wrapLines(text.replaceAll('a', 'ḁ'), width, { first, cutsWords }),
      );
    }),
  );
});

test.each([
  'onrecord show: ',
  ': onrecord show ',
  '`onrecord show ',
  'Next: onrecord ',
  "onrecord show ' ",
  '--> a ',
  '東 ',
  '東',
  '/',
])('%j, repeated and with blanks between, is wrapped in time that grows with its length', async unit => {
  const growth = await steepGrowth(
    size => [repeated(unit, size), `onrecord x --> ${' '.repeat(size)}${unit}`],
    texts => texts.map(text => wrapLines(text, 60)),
    [30_000],
  );
  expect(growth).toBeUndefined();
});
