import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textLikeness, WordKeys } from '../../../../src/core/align/words/word-keys.ts';

test.for([
  ['committee', 'committee', 1],
  ['recieve', 'receive', 1 - 1 / 7],
  ['abc', 'ca', 0],
  ['', '', 1],
  ['', 'abc', 0],
  ['Grüße', 'Grüsse', 1 - 2 / 6],
] as const)('%s and %s', ([one, other, likeness]) => {
  expect(textLikeness(one, other)).toBeCloseTo(likeness, 10);
});

/** Optimal string alignment, cell by cell. */
function editsByTable(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, line) => [line]);
  for (let column = 1; column <= other.length; column++) table[0]![column] = column;
  for (let line = 1; line <= one.length; line++)
    for (let column = 1; column <= other.length; column++) {
      const cost = one[line - 1] === other[column - 1] ? 0 : 1;
      const around = [
        table[line - 1]![column]! + 1,
        table[line]![column - 1]! + 1,
        table[line - 1]![column - 1]! + cost,
      ];
      const areSwapped = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
      if (line > 1 && column > 1 && areSwapped) around.push(table[line - 2]![column - 2]! + 1);
      table[line]![column] = Math.min(...around);
    }
  return table[one.length]![other.length]!;
}

test.for([12, 31, 32, 33, 100])('edits of texts of up to %d characters are those of the table', maxLength => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength, size: 'max' });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const longer = Math.max(one.length, other.length);
      expect(Math.round((1 - textLikeness(one, other)) * longer)).toBe(editsByTable(one, other));
    }),
  );
});

test('letters that change places across a border of blocks are one edit', () => {
  const [before, after] = ['x'.repeat(31), 'y'.repeat(40)];
  expect(textLikeness(`${before}ab${after}`, `${before}ba${after}`)).toBeCloseTo(1 - 1 / 73, 10);
});

test('likeness of keys is that of their texts, or 0 where at most half', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'n', 'y'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const keys = new WordKeys();
      const likeness = textLikeness(one, other);
      expect(keys.likeness(keys.of(one), keys.of(other))).toBe(likeness > 0.5 ? likeness : 0);
    }),
  );
});

test('case, Unicode form and apostrophes make no other word; markers are no words', () => {
  const keys = new WordKeys();
  expect(keys.of('Don\u2019t')).toBe(keys.of("don't"));
  expect(keys.of('cafe\u0301')).toBe(keys.of('CAFÉ'));
  expect(keys.of('so\u00adcial')).toBe(keys.of('social'));
  expect(keys.likeness(keys.ofMarker('anna'), keys.of('anna'))).toBe(0);
});
