/** Decimal digits of any script (Unicode `Nd`). */
import { lazily } from '../lazily.ts';

const digits = lazily(() => /\p{Nd}/gu);
const isDigit = lazily(() => /^\p{Nd}$/u);

/** Values by character, as far as asked for. */
const known = new Map<string, number>();

/** The text with each decimal digit as the ASCII digit of its value. */
export function withAsciiDigits(text: string): string {
  return text.replace(digits(), character => String(digitValue(character)));
}

/** Unicode encodes the digits of a script from zero to nine in a row; rows may follow each other. */
function digitValue(character: string): number {
  let value = known.get(character);
  if (value === undefined) {
    const code = character.codePointAt(0)!;
    let first = code;
    while (isDigit().test(String.fromCodePoint(first - 1))) first--;
    value = (code - first) % 10;
    known.set(character, value);
  }
  return value;
}
