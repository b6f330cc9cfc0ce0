import { expect, test } from 'vitest';
import { dominantLineBreak } from '../../../../src/formats/yaml/read/line-break.ts';

test.for([
  ['', '\n'],
  ['a\nb\r\n', '\n'],
  ['a\r\nb\r\nc\n', '\r\n'],
  ['a\rb\r', '\r'],
] as const)('the line break of %j', ([text, expected]) => {
  expect(dominantLineBreak(text)).toBe(expected);
});
