import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sha256OfText } from '../../src/core/hash.ts';
import { NODE_SHA256 } from '../../src/io/sha256.ts';

const text = fc.string({ unit: fc.nat(0xffff).map(unit => String.fromCharCode(unit)), maxLength: 200 });
const expected = (value: string) => createHash('sha256').update(value, 'utf8').digest('hex');

test('a text has one SHA-256, by whichever way it is taken; half a surrogate is the replacement character', () => {
  const native = NODE_SHA256.load();
  fc.assert(
    fc.property(text, value => {
      expect(native(value)).toBe(expected(value));
      expect(sha256OfText(value)).toBe(expected(value));
    }),
  );
  expect(sha256OfText('a'.repeat(100_000))).toBe(expected('a'.repeat(100_000)));
});

test('what is offered is loaded once, after many texts, and answers from then on', async () => {
  vi.resetModules();
  // Other files run in the same thread, and must not be given the module that knows this offer.
  onTestFinished(() => {
    vi.resetModules();
  });
  const { offerSha256, sha256OfText } = await import('../../src/core/hash.ts');
  let loads = 0;
  const load = () => {
    loads++;
    return () => 'offered';
  };
  offerSha256({ load, worthFrom: 3 });
  let taken = 0;
  while (sha256OfText(`text ${taken}`) !== 'offered') taken++;
  expect(taken).toBe(3);
  expect(sha256OfText('one more')).toBe('offered');
  expect(loads).toBe(1);
});

test('what is offered is loaded for the first text where many are expected', async () => {
  vi.resetModules();
  onTestFinished(() => {
    vi.resetModules();
  });
  const { expectTexts, offerSha256, sha256OfText } = await import('../../src/core/hash.ts');
  offerSha256({ load: () => () => 'offered', worthFrom: 100 });
  expectTexts(10);
  expect(sha256OfText('one of few')).not.toBe('offered');
  expectTexts(101);
  expect(sha256OfText('one of many')).toBe('offered');
});
