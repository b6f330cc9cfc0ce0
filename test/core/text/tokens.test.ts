import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemeBoundaries } from '../../../src/core/text/graphemes.ts';
import { words } from '../../../src/core/text/tokens.ts';

const wordsOf = (text: string) =>
  words(text)
    .filter(token => token.kind === 'word')
    .map(token => token.text);

test.for([
  ["We've lost 30 million", ["We've", 'lost', '30', 'million']],
  ['its 150,000-population, $2.5bn.', ['its', '150,000', 'population', '2.5bn']],
  ['Ալիևը պատրաստ է', ['Ալիևը', 'պատրաստ', 'է']],
  ['он сказал: «да»', ['он', 'сказал', 'да']],
  ['naïve cafe\u0301s', ['naïve', 'cafe\u0301s']],
  ['東京に', ['東京', 'に']],
  ['می‌خواهم', ['می‌خواهم']],
] as const)('words of %j', ([text, expected]) => {
  expect(wordsOf(text)).toEqual(expected);
});

test('white space and marks are tokens, marks one cluster each', () => {
  expect(words('a, 👨‍👩‍👧!')).toEqual([
    { text: 'a', start: 0, end: 1, kind: 'word' },
    { text: ',', start: 1, end: 2, kind: 'mark' },
    { text: ' ', start: 2, end: 3, kind: 'space' },
    { text: '👨‍👩‍👧', start: 3, end: 8, kind: 'mark' },
    { text: '!', start: 8, end: 9, kind: 'mark' },
  ]);
});

test('tokens are the text, their offsets count code points and split no cluster', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      'a',
      "'",
      '1',
      ',',
      ' ',
      '\n',
      '東',
      '의',
      'e\u0301',
      '👨‍👩‍👧',
      '🇦🇲',
      '\u0301',
      'ก',
      '\ud83d',
      '_',
    ),
  });
  fc.assert(
    fc.property(text, value => {
      const tokens = words(value);
      expect(tokens.map(token => token.text).join('')).toBe(value);
      const boundaries = graphemeBoundaries(value);
      let at = 0;
      for (const token of tokens) {
        expect(token.start).toBe(at);
        expect(token.end - token.start).toBe(Array.from(token.text).length);
        expect(boundaries).toContain(token.end);
        at = token.end;
      }
    }),
  );
});
