/** Where a search finds words, and that it finds those which the folded text has, whether or not it folds the text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCodePointOffset } from '../../../src/core/text/code-points.ts';
import { graphemeBoundaries } from '../../../src/core/text/graphemes.ts';
import { searchFold } from '../../../src/core/text/search-fold.ts';
import { SoughtWords } from '../../../src/core/text/sought-words.ts';
import { RUNS } from '../../helpers/runs.ts';

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
  expect(new SoughtWords(sought).placesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(
    found,
  );
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
      const found = new SoughtWords(sought).placesIn(text);
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
          expect(new SoughtWords(form).placesIn(parts.join('')).length, form).toBeGreaterThan(0);
      },
    ),
  );
});

/** Characters of every kind that folding treats in a way of its own, and plain ones between them. */
const CHARACTERS = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'aAeEsSiI tT .,-1') },
  { weight: 4, arbitrary: fc.constantFrom(...'ßẞæÆœøłđħŧıİſŉĳǆéÉïñňșșǎ½…‥´`¨‘’“«–‑ΣσςΐάἈᾳЁёйԵւև') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...'ﬁﬆﷺ㎏⁇№℃Å½ⅫａＡ１！　㍿ｶﾞがか\u3099가각ㄱㅏ\u1100\u1161\u11a8한'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...'\u0301\u0327\u0345\u0308\u0640\u064b\u0653اآשׁןׂ\u093cकन\u09be\u0e33ท\u0f71',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...'\t\n\r\u00a0\u2003\u3000\ufeff\u200b\u200d\u00ad\u2028\u0085\ue000A'),
  },
  { weight: 1, arbitrary: fc.constantFrom('\ud835', '\udd38', '𝔸', '👩\u200d👧', '🇦', '𐐀', '\r\n') },
  { weight: 1, arbitrary: fc.nat(0xffff).map(unit => String.fromCharCode(unit)) },
);
const anyText = fc.array(CHARACTERS, { maxLength: 20 });
const inOtherForms = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
  (text: string) => text.normalize('NFKC'),
  searchFold,
);

/** Folds to nothing and belongs to no cluster: a text with it is compared cluster by cluster. */
const UNCOMMON = '\u00ad';

test('words are found where the folded text has them, whatever the characters', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.nat(20), fc.nat(6), inOtherForms, (parts, others, from, count, form) => {
      const text = parts.join('');
      for (const words of [
        form(parts.slice(from, from + count).join('')),
        form(others.slice(0, 3).join('')),
      ]) {
        const sought = new SoughtWords(words);
        const folded = searchFold(words);
        const isThere = searchFold(text).includes(folded);
        const places = isThere && folded !== '' ? sought.placesIn(text + UNCOMMON) : [];
        expect(sought.isIn(text), words).toBe(isThere);
        expect(sought.placesIn(text), words).toEqual(places);
      }
    }),
    { numRuns: RUNS },
  );
});

test('every character of the basic plane is compared as it folds, alone and between others', () => {
  const sought = ['xy', 'x y', ...searchFold('aeiousn\u03b1\u03b9\u0438\u0565 .12')].map(
    words => [words, new SoughtWords(words)] as const,
  );
  const wrong: string[] = [];
  for (let unit = 0; unit <= 0xffff; unit++) {
    const character = String.fromCharCode(unit);
    const text = `X${character}Y`;
    const form = searchFold(text);
    const isRight =
      sought.every(([words, each]) => each.isIn(text) === form.includes(words)) &&
      (unit % 16 !== 0 || new SoughtWords(character).isIn(character));
    if (!isRight) wrong.push(unit.toString(16));
  }
  expect(wrong).toEqual([]);
});
