/** What a search takes for the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchFold } from '../../../src/core/text/search-fold.ts';
import { RUNS } from '../../helpers/runs.ts';

test.for([
  ['José Núñez', 'jose nunez'],
  ['JOSE\u0301', 'jose'],
  ['STRASSE Straße', 'strasse strasse'],
  ['Łódź, Øre, Œuvre, ﬁn', 'lodz, ore, oeuvre, fin'],
  ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
  ['İstanbul ISPARTA ısparta', 'istanbul isparta isparta'],
  ['ёж Ёж', 'еж еж'],
  ['“I don’t”', '"i don\'t"'],
  ['d´accord', "d'accord"],
  ['a\u00a0b \n\t c', 'a b c'],
  ['a \u200b b', 'a b'],
  ['eight–nine‑ten', 'eight-nine-ten'],
  ['co\u00adop\u200b', 'coop'],
  ['ＡＢＣ', 'abc'],
  ['الجِسْرُ', 'الجسر'],
  ['שָׁלוֹם', 'שלום'],
  ['می\u200cخواهم', 'میخواهم'],
  ['각가', '각가'],
  ['がか', 'がか'],
  ['हिन्दी', 'हिन्दी'],
] as const)('%j folds to %j', ([text, form]) => {
  expect(searchFold(text)).toBe(form);
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(searchFold(searchFold(text))).toBe(searchFold(text));
    }),
    { numRuns: RUNS },
  );
});
