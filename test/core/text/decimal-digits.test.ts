import { expect, test } from 'vitest';
import { withAsciiDigits } from '../../../src/core/text/decimal-digits.ts';

/** Numbering systems that are digits of one script each; the others are algorithms. */
const SYSTEMS = Intl.supportedValuesOf('numberingSystem').filter(system => {
  const digits = digitsOf(system);
  return digits.length === 10 && digits.every(digit => /^\p{Nd}$/u.test(digit));
});

function digitsOf(system: string): string[] {
  const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
  return Array.from({ length: 10 }, (_, value) => format.format(value));
}

test('digits of every script have their values', () => {
  expect(SYSTEMS.length).toBeGreaterThan(60);
  for (const system of SYSTEMS) expect(withAsciiDigits(digitsOf(system).join('')), system).toBe('0123456789');
});

test('every decimal digit of Unicode stands at its place in a row of ten', () => {
  const all: number[] = [];
  for (let code = 0; code <= 0x10ffff; code++)
    if (/^\p{Nd}$/u.test(String.fromCodePoint(code))) all.push(code);
  for (const [index, code] of all.entries())
    expect(withAsciiDigits(String.fromCodePoint(code)), code.toString(16)).toBe(String(index % 10));
});

test('what is no decimal digit stays', () => {
  expect(withAsciiDigits('a½Ⅳ五²٫')).toBe('a½Ⅳ五²٫');
});
