import { expect, test } from 'vitest';
import { foldWord } from '../../../src/core/language/fold-word.ts';

test.for<[word: string, fold: string]>([
  ['ÉTÉ', 'été'],
  ['don’t', "don't"],
  ['so\u00adcial', 'social'],
  ['ещё', 'еще'],
  ['daß', 'dass'],
  ['İSTANBUL', 'istanbul'],
  ['kırk', 'kirk'],
  ['أَحْمَدُ', 'احمد'],
  ['علــى', 'علي'],
  ['שָׁלוֹם', 'שלום'],
  ['գնո՞ւմ', 'գնում'],
  ['Մի՛', 'մի՛'],
  ['և', 'եւ'],
  ['١٥٠٠', '1500'],
  ['५०', '50'],
  ['５０', '50'],
  ['−5', '-5'],
  ['5½', '5+1⁄2'],
  ['ﬁve', 'five'],
])('%s is compared as %s', ([word, fold]) => {
  expect(foldWord(word)).toBe(fold);
  expect(foldWord(fold)).toBe(fold);
});

test('a mark that tells one word from another stays', () => {
  expect(foldWord('մի')).not.toBe(foldWord('մի՛'));
  expect(foldWord('всё')).not.toBe(foldWord('весь'));
});
