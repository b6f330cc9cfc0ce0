const ROMAN = /^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
/** A single one of these is an initial. */
const INITIALS = 'CDLM';

/** The value of a Roman numeral in capitals; undefined where a word is none. */
export function romanValue(text: string): number | undefined {
  if (!ROMAN.test(text) || INITIALS.includes(text)) return undefined;
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = VALUES[text[index]!]!;
    value += digit < (VALUES[text[index + 1]!] ?? 0) ? -digit : digit;
  }
  return value;
}
