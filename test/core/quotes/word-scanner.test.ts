import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashWords, WordScanner } from '../../../src/core/quotes/word-scanner.ts';

function wordsOf(text: string): { readonly words: string[]; readonly hashes: number[] } {
  const scanner = new WordScanner();
  scanner.scan(text);
  const indexes = Array.from({ length: scanner.length }, (_, index) => index);
  return {
    words: indexes.map(index => text.slice(scanner.starts[index], scanner.ends[index])),
    hashes: indexes.map(index => scanner.hashes[index]!),
  };
}

test.for([
  ['', []],
  [' … — ', []],
  ['We did not, did we?', ['We', 'did', 'not', 'did', 'we']],
  ['’Tis the drivers’ car', ['Tis', 'the', 'drivers', 'car']],
  ['don’t co\u00adop 1.5', ['don’t', 'co\u00adop', '1', '5']],
  ['e\u0301te\u0301 \u0301x', ['e\u0301te\u0301', 'x']],
  ['橋は closed', ['橋', 'は', 'closed']],
  ['no橋no', ['no', '橋', 'no']],
  ['Straße ﬁn', ['Straße', 'ﬁn']],
  ['𝐚b c', ['𝐚b', 'c']],
] as const)('the words of "%s"', ([text, words]) => {
  expect(wordsOf(text).words).toStrictEqual(words);
});

test.for([
  ['Café', 'cafe\u0301'],
  ['DON’T', "don't"],
  ['Straße', 'STRASSE'],
  ['ﬁn', 'fin'],
  ['ещё', 'еще'],
  ['co\u00adop', 'coop'],
])('%s and %s have one hash', ([one, other]) => {
  expect(wordsOf(one!).hashes).toStrictEqual(wordsOf(other!).hashes);
});

test('a scanner holds the words of its last text only', () => {
  const scanner = new WordScanner();
  scanner.scan('one two three four');
  scanner.scan('five');
  expect([scanner.length, scanner.starts[0], scanner.ends[0]]).toStrictEqual([1, 0, 4]);
});

test('as many hashes are given as words are found, whatever stands in a text', () =>
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(
          fc.constantFrom(...' .a’Ж橋ß\u0301\u00ad'),
          fc.string({ unit: 'binary', maxLength: 2 }),
        ),
      }),
      text => {
        const scanner = new WordScanner();
        scanner.scan(text);
        expect(hashWords(text, new Int32Array(text.length), 0)).toBe(scanner.length);
        for (let word = 0; word < scanner.length; word++)
          expect(wordsOf(text.slice(scanner.starts[word], scanner.ends[word])).hashes[0]).toBe(
            scanner.hashes[word],
          );
      },
    ),
  ));
