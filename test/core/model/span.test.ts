import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceText } from '../../../src/core/model/span.ts';

test.for([
  ['the first character', 'ab', 0, 1, 1],
  ['after a line feed', 'a\nb', 2, 2, 1],
  ['after CR LF', 'a\r\nb', 3, 2, 1],
  ['after CR', 'a\rb', 2, 2, 1],
  ['an astral character is one column', '😀b', 2, 1, 2],
  ['in each line anew', '😀😀\n😀b', 7, 2, 2],
  ['the end', 'ab', 2, 1, 3],
  ['past the end', 'ab', 9, 1, 3],
  ['an empty text', '', 0, 1, 1],
] as const)('position: %s', ([, text, offset, line, column]) => {
  expect(new SourceText(text).position(offset)).toStrictEqual({ line, column });
});

test('a position leads back to its offset by counting code points', () => {
  const text = fc
    .array(fc.constantFrom('a', 'é', '\n', '\r\n', '\r', '😀', '\ud83d', '\ude00', '我'))
    .map(all => all.join(''));
  fc.assert(
    fc.property(text, value => {
      const source = new SourceText(value);
      let offset = 0;
      for (const character of value) {
        const { line, column } = source.position(offset);
        const lineText = value.slice(source.lineStarts[line - 1], offset);
        expect([...lineText]).toHaveLength(column - 1);
        offset += character.length;
      }
    }),
  );
});

test('a line has no line end', () => {
  const source = new SourceText('one\r\ntwo\n\nlast');
  expect([1, 2, 3, 4, 5].map(number => source.line(number))).toStrictEqual(['one', 'two', '', 'last', '']);
});
