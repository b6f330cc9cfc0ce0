import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapLines } from '../../../src/core/text/wrap.ts';
import { assignLanes, type Mark, markLabel, markRows } from '../../../src/printers/layout/marks.ts';

function drawn(text: string, width: number, marks: readonly Mark[]): string[] {
  const lanes = assignLanes(marks);
  return wrapLines(text, width, { cutsWords: true }).flatMap(line => [
    text.slice(line.start, line.end),
    ...markRows(text, line, marks, lanes, '-').map(row =>
      row.map(cell => ' '.repeat(cell.gap) + cell.text).join(''),
    ),
  ]);
}

test('neighbours share a row', () => {
  const marks = [
    { label: 'a', start: 0, end: 5 },
    { label: 'b', start: 6, end: 9 },
    { label: 'c', start: 9, end: 14 },
  ];
  expect(drawn('We pay ten now.', 40, marks)).toEqual(['We pay ten now.', 'a---- b--c----']);
});

test('overlapping passages have rows of their own', () => {
  const marks = [
    { label: 'a', start: 0, end: 10 },
    { label: 'b', start: 3, end: 6 },
    { label: 'c', start: 7, end: 14 },
  ];
  expect(drawn('We pay ten now.', 40, marks)).toEqual(['We pay ten now.', 'a---------', '   b-- c------']);
});

test('a passage over several lines has its label on each, lines without one have no row', () => {
  expect(drawn('one two three four', 7, [{ label: 'a', start: 4, end: 13 }])).toEqual([
    'one two',
    '    a--',
    'three',
    'a----',
    'four',
  ]);
});

test('columns count wide and combining characters', () => {
  const text = '大坝 e\u0301té 💧 ok';
  expect(
    drawn(text, 40, [
      { label: 'a', start: 1, end: 2 },
      { label: 'b', start: 3, end: 7 },
      { label: 'c', start: 8, end: 10 },
    ]),
  ).toEqual([text, '  a- b-- c-']);
});

test('a label wider than its passage moves the next one of its row', () => {
  const marks = [
    { label: 'ab', start: 0, end: 1 },
    { label: 'ac', start: 1, end: 3 },
  ];
  expect(drawn('xyz', 10, marks)).toEqual(['xyz', 'ab', ' ac']);
});

test.for([
  [0, 'a'],
  [25, 'z'],
  [26, 'aa'],
  [51, 'az'],
  [52, 'ba'],
  [702, 'aaa'],
] as const)('label %i is %s', ([index, label]) => expect(markLabel(index)).toBe(label));

test('two passages of one row never overlap', () => {
  const range = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 40 }), ranges => {
      const marks = ranges
        .map(([start, length]) => ({ start, end: start + length }))
        .sort((a, b) => a.start - b.start || b.end - a.end)
        .map((mark, index) => ({ ...mark, label: markLabel(index) }));
      const lanes = assignLanes(marks);
      for (const [i, a] of marks.entries())
        for (const [j, b] of marks.entries())
          if (i < j && lanes[i] === lanes[j]) expect(b.start).toBeGreaterThanOrEqual(a.end);
    }),
  );
});
