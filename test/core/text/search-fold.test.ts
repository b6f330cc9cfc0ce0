/** What a search takes for the same, and where it finds it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCodePointOffset } from '../../../src/core/text/code-points.ts';
import { graphemeBoundaries } from '../../../src/core/text/graphemes.ts';
import { occurrences, searchFold } from '../../../src/core/text/search-fold.ts';
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

test.for([
  ['He gave up. Give up, I say.', 'give up', ['Give up']],
  ['up and up', 'UP', ['up', 'up']],
  ['aaa', 'aa', ['aa']],
  ['Cafe\u0301, café', 'CAFÉ', ['Cafe\u0301', 'café']],
  ['die Straße', 'strasse', ['Straße']],
  ['die Straße', 's', ['S', 'ß']],
  ['give \n  up', 'give up', ['give \n  up']],
  ['각', '가', []],
  ['8 👩‍👩‍👧 9', '👩‍👩‍👧', ['👩‍👩‍👧']],
  ['words', '', []],
  ['', 'words', []],
] as const)('in %j, %j is found as %j', ([text, sought, found]) => {
  expect(occurrences(text, sought).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

const PIECES = fc.constantFrom(
  'a',
  'E',
  'é',
  'e\u0301',
  'ß',
  ' ',
  '\n',
  '’',
  '各',
  '가',
  'ς',
  '\u00ad',
  '👩‍👧',
  'ij',
);
const texts = fc.array(PIECES, { maxLength: 12 }).map(parts => parts.join(''));

test('what is found has the words, lies on grapheme clusters, and does not overlap', () => {
  fc.assert(
    fc.property(texts, texts, (text, sought) => {
      const found = occurrences(text, sought);
      const edges = new Set(graphemeBoundaries(text));
      let last = 0;
      for (const { start, end } of found) {
        expect(searchFold(text.slice(start, end))).toContain(searchFold(sought));
        expect(edges).toContain(toCodePointOffset(text, start));
        expect(edges).toContain(toCodePointOffset(text, end));
        expect(start).toBeGreaterThanOrEqual(last);
        last = start + 1;
      }
      if (searchFold(sought) !== '')
        expect(found.length > 0).toBe(searchFold(text).includes(searchFold(sought)));
    }),
    { numRuns: RUNS },
  );
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(searchFold(searchFold(text))).toBe(searchFold(text));
    }),
    { numRuns: RUNS },
  );
});

test('a part of a text is found in it, in every case', () => {
  fc.assert(
    fc.property(
      fc.array(PIECES, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (parts, one, other) => {
        const [from, to] = [one % parts.length, other % parts.length].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const sought = parts.slice(from, to + 1).join('');
        if (searchFold(sought) === '') return;
        for (const form of [sought, sought.normalize('NFD'), sought.toUpperCase()])
          expect(occurrences(parts.join(''), form).length, form).toBeGreaterThan(0);
      },
    ),
  );
});
