/** Whether words stand in a text, whatever its quotation marks, white space and line breaks. */

/** Quotation marks, apostrophes, dashes and white space in one form each, canonical composition (NFC). */
export function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛′ʼ´`]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where a quotation leaves something out: [...], [ … ] or … between words. */
const ELISION = /\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|…)\s*/;
const HAS_DOTS = /\.\.\.|…/;

/** Whether the words stand in a text that went through `normalised`; around what is left out, in their order. */
export function hasWords(normalisedText: string, words: string): boolean {
  let from = 0;
  const whole = normalised(words);
  for (const part of HAS_DOTS.test(whole) ? whole.split(ELISION) : [whole]) {
    const at = normalisedText.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}
