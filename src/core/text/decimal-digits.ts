/** Decimal digits of any script (Unicode `Nd`). */

import { latePattern } from '../lazily.ts';
import { getOrMake } from '../maps.ts';

const digits = latePattern('\\p{Nd}', 'gu');
const isDigit = latePattern('^\\p{Nd}$', 'u');

/** Values by character, as far as asked for. */
const known = new Map<string, number>();

/** The text with each decimal digit as the ASCII digit of its value. */
export function withAsciiDigits(text: string): string {
  return text.replace(digits(), character => String(digitValue(character)));
}

/** Unicode encodes the digits of a script from zero to nine in a row; rows may follow each other. */
function digitValue(character: string): number {
  return getOrMake(known, character, () => {
    const code = character.codePointAt(0)!;
    let first = code;
    while (isDigit().test(String.fromCodePoint(first - 1))) first--;
    return (code - first) % 10;
  });
}
