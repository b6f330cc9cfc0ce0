import { expect, test } from 'vitest';
import { nearestPassage } from '../../../src/core/anchor/nearest-passage.ts';

const TEXT = 'The bridge will carry eight tonnes, until June 13, and “nobody” asked for more than that.';

test.for([
  ['8 tonnes', 'eight tonnes'],
  ['june 13', 'June 13'],
  ['eight tons', 'eight tonnes'],
  ['will cary eight tonnes', 'will carry eight tonnes'],
  ['will carry eight heavy tonnes', 'will carry eight tonnes'],
  ['bridge carry eight tonnes', 'will carry eight tonnes'],
  ["'nobody' asked", 'nobody” asked'],
  ['nine pounds', undefined],
  ['eight', 'eight'],
  ['the', 'The'],
  ['', undefined],
  ['…', undefined],
] as const)('%s', ([quote, near]) => {
  expect(nearestPassage(quote, TEXT)?.text).toBe(near);
});

test('what takes too long is not looked for', () => {
  expect(nearestPassage('x'.repeat(401), TEXT)).toBeUndefined();
  expect(nearestPassage('eight tonnes', `${'word '.repeat(5000)}eight tonnes`)).toBeUndefined();
});
