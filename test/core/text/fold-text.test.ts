import { expect, test } from 'vitest';
import { fold } from '../../../src/core/text/fold-text.ts';

test.for([
  ['plain words', 'plain words'],
  ['“a” «b» ‘c’', '"a" "b" \'c\''],
  ['a \t\n b', 'a b'],
  ['cafe\u0301', 'caf\u00e9'],
  ['three… dots—kept', 'three… dots—kept'],
  ['', ''],
] as const)('%j folds to %j', ([original, folded]) => {
  expect(fold(original).text).toBe(folded);
});

test('every offset of the folded text leads back to where its cluster starts', () => {
  const { offsets } = fold('e\u0301  “x”');
  expect([...offsets]).toEqual([
    [0, 0],
    [1, 2],
    [2, 4],
    [3, 5],
    [4, 6],
    [5, 7],
  ]);
});
