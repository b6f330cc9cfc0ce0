/** Words of ASCII text, found and known without a pattern and without cutting them out: nearly all of most texts. */
import type { WordKeys } from './word-keys.ts';

const [OTHER, LETTER, DIGIT, SIGN] = [0, 1, 2, 3];
const KINDS = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[A-Za-z]/.test(character)) return LETTER;
  if (/[0-9]/.test(character)) return DIGIT;
  return /[$%&+=<>#]/.test(character) ? SIGN : OTHER;
});
const [APOSTROPHE, COMMA, STOP, COLON] = [0x27, 0x2c, 0x2e, 0x3a];

export function isAscii(text: string): boolean {
  for (let place = 0; place < text.length; place++) if (text.charCodeAt(place) >= 0x80) return false;
  return true;
}

/** Where the first word at or behind a place begins, or the length of the text. */
export function wordStart(text: string, from: number): number {
  let place = from;
  while (place < text.length && KINDS[text.charCodeAt(place)] === OTHER) place++;
  return place;
}

/** Where the word that begins at a place ends; words are those of the pattern for any script. */
export function wordEnd(text: string, start: number): number {
  const kind = kindAt(text, start);
  if (kind === SIGN) return start + 1;
  let end = start + 1;
  if (kind === DIGIT) {
    end = digitsEnd(text, end);
    while (isSeparator(text.charCodeAt(end)) && kindAt(text, end + 1) === DIGIT)
      end = digitsEnd(text, end + 2);
    while (kindAt(text, end) === LETTER) end++;
    return end;
  }
  end = lettersEnd(text, end);
  while (text.charCodeAt(end) === APOSTROPHE && kindAt(text, end + 1) === LETTER)
    end = lettersEnd(text, end + 2);
  return end;
}

function kindAt(text: string, place: number): number {
  return place < text.length ? KINDS[text.charCodeAt(place)]! : OTHER;
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (kindAt(text, end) === DIGIT) end++;
  return end;
}

function lettersEnd(text: string, from: number): number {
  let end = from;
  for (let kind = kindAt(text, end); kind === LETTER || kind === DIGIT; kind = kindAt(text, end)) end++;
  return end;
}

function isSeparator(unit: number): boolean {
  return unit === COMMA || unit === STOP || unit === COLON;
}

const FIRST_CAPACITY = 1 << 12;

/** Words that were made to share a slot are looked up by their fold: no text makes the table slow. */
const MOST_PROBES = 32;

/** Keys by the letters of words: an open hash table over the folds that `WordKeys` holds. */
export class AsciiKeys {
  readonly #words: WordKeys;
  /** Key of each slot and 1; 0 where it is free. */
  #slots = new Int32Array(FIRST_CAPACITY);
  #hashes = new Int32Array(FIRST_CAPACITY);
  #count = 0;

  constructor(words: WordKeys) {
    this.#words = words;
  }

  /** The key of the word between two places of an ASCII text. */
  of(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (let probe = 0; this.#slots[slot] !== 0; probe++) {
      const key = this.#slots[slot]! - 1;
      if (this.#hashes[slot] === hash && isFoldOf(this.#words.fold(key), text, start, end)) return key;
      if (probe === MOST_PROBES) return this.#words.of(text.slice(start, end));
      slot = (slot + 1) & last;
    }
    const key = this.#words.of(text.slice(start, end));
    this.#slots[slot] = key + 1;
    this.#hashes[slot] = hash;
    if (++this.#count * 2 > last) this.#grow();
    return key;
  }

  #grow(): void {
    const slots = this.#slots;
    const hashes = this.#hashes;
    const last = slots.length * 2 - 1;
    this.#slots = new Int32Array(last + 1);
    this.#hashes = new Int32Array(last + 1);
    for (let from = 0; from < slots.length; from++) {
      if (slots[from] === 0) continue;
      let slot = hashes[from]! & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = slots[from]!;
      this.#hashes[slot] = hashes[from]!;
    }
  }
}

/** The same in upper and in lower case. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let place = start; place < end; place++)
    hash = Math.imul(hash ^ lowerCase(text.charCodeAt(place)), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isFoldOf(fold: string, text: string, start: number, end: number): boolean {
  if (fold.length !== end - start) return false;
  for (let index = 0; index < fold.length; index++)
    if (fold.charCodeAt(index) !== lowerCase(text.charCodeAt(start + index))) return false;
  return true;
}

function lowerCase(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
}
