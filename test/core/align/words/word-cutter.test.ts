import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WORD } from '../../../../src/core/align/words/word-characters.ts';
import { WordCutter } from '../../../../src/core/align/words/word-cutter.ts';
import { WordKeys } from '../../../../src/core/align/words/word-keys.ts';
import { NO_WORDS } from '../../../../src/core/language/word-lists.ts';

function cut(text: string): string[] {
  const cutter = new WordCutter(new WordKeys(), NO_WORDS, 0);
  cutter.cut(text);
  return Array.from({ length: cutter.length }, (_, word) =>
    text.slice(cutter.starts[word], cutter.ends[word]),
  );
}

test.for([
  ["Don't say 5,000.50 or 3rd at 10:30.", ["Don't", 'say', '5,000.50', 'or', '3rd', 'at', '10:30']],
  ['the sisters\u2019 café \u2014 $5 & 10 %', ['the', 'sisters', 'café', '$', '5', '&', '10', '%']],
  ['l\u2019été, so\u00adcial', ['l\u2019été', 'so\u00adcial']],
  ['数据 and 😀', ['数', '据', 'and', '😀']],
  ["'-'", []],
  ['fell by −5 to -3.5 (–2), 5-10, F-16', ['fell', 'by', '−5', 'to', '-3.5', '–2', '5', '10', 'F', '16']],
  ['٥٬٠٠٠٫٥ \u061c-\u061c٣ %٥', ['٥٬٠٠٠٫٥', '-\u061c٣', '%', '٥']],
  ["5'000 and 5’000 in the '90s", ["5'000", 'and', '5’000', 'in', 'the', '90s']],
  ['Մի՛ գնա, գնո՞ւմ ես', ['Մի՛', 'գնա', 'գնո՞ւմ', 'ես']],
  ['20 °C, 5 ‰, ٥٪', ['20', '°', 'C', '5', '‰', '٥', '٪']],
] as const)('words of %s', ([text, words]) => {
  expect(cut(text)).toEqual(words);
});

test('texts of common characters are cut as all others', () => {
  const unit = fc.oneof(
    fc.constantFrom(..."aZéЖαն՞ع٣٫5.,:'\u2019\u02bc $%£#-\u2013\u2212(\u2014\u0301\u00ad©\u2060क"),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 24 }), text => {
      expect(cut(text)).toEqual(Array.from(text.matchAll(WORD), match => match[0]));
    }),
    { numRuns: 300 },
  );
});

test('numbers of the usual form are cut as all others', () => {
  const unit = fc.constantFrom(..."a5٥½.,:'é-\u2212(");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), text => {
      expect(cut(text)).toEqual(Array.from(text.matchAll(WORD), match => match[0]));
    }),
    { numRuns: 300 },
  );
});
