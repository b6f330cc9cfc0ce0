/** Whether words stand in a text, whatever its quotation marks, white space and line breaks. */

/** Quotation marks, apostrophes, dashes and white space in one form each, canonical composition (NFC). */
function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛′ʼ´`]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const FIRST_MARK = 0x300;
const FIRST_PUNCTUATION = 0x2010;
const LAST_PUNCTUATION = 0x2027;

/** Where a quotation leaves something out: [...], [ … ] or … between words. */
const ELISION = /\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|…)\s*/;
const HAS_DOTS = /\.\.\.|…/;

/** A text in which words are looked for, made ready for it once. */
export class SearchedText {
  readonly #text: string;
  #normalised: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  has(words: string): boolean {
    if (isCopiedFrom(this.#text, words)) return true;
    this.#normalised ??= normalised(this.#text);
    return hasWords(this.#normalised, words);
  }
}

/** Whether the exact words are in a text. Nearly all quotes are, which saves normalising. */
function isCopiedFrom(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at !== -1 && !mayCombine(words.charCodeAt(0)) && !mayCombine(text.charCodeAt(at + words.length));
}

/** Whether a character may be a combining mark, which belongs to the letter before it. */
function mayCombine(unit: number): boolean {
  return unit >= FIRST_MARK && (unit < FIRST_PUNCTUATION || unit > LAST_PUNCTUATION);
}

/** Whether the words are in a `normalised` text; parts around an ellipsis must follow in order. */
function hasWords(normalisedText: string, words: string): boolean {
  let from = 0;
  const whole = normalised(words);
  for (const part of HAS_DOTS.test(whole) ? whole.split(ELISION) : [whole]) {
    const at = normalisedText.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}
