/**
 * Cuts texts into words fast enough for every word of a record, and gives each a hash: case, accents, apostrophes and
 * invisible marks do not count. Equal words have equal hashes; what the hashes find is compared word by word afterwards.
 */
import { UNSPACED } from '../align/words/word-characters.ts';
import { foldWord } from '../language/fold-word.ts';
import { lazily } from '../lazily.ts';

const PARTS_WORDS = 1;
const SKIPPED = 2;
/** A letter whose bare form is several: ß, ligatures. */
const SEVERAL = 3;
/** A letter that is a word of its own, with its bare form in the lower bits. */
const ALONE = 1 << 16;
/** Any other letter, with its bare form. */
const LETTER = 1 << 17;

const unspaced = lazily(() => new RegExp(`[${UNSPACED}]`, 'u'));
const inWord = lazily(() => /[\p{L}\p{N}]/u);
const MARK = /\p{M}/u;
const MARKS = /\p{M}/gu;
const IGNORED = /^(?:\p{M}|\p{Cf}|['’‘ʼ՚])$/u;

/** By UTF-16 unit what it is to a word, a letter with its bare form; 0 where it was not asked yet. */
const units = new Int32Array(0x10000);
const severals = new Map<string, string>();

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return units[code]! || ask(code);
}

function ask(code: number): number {
  const character = String.fromCharCode(code);
  let kind: number = SEVERAL;
  if (code >= 0xd800 && code <= 0xdfff) kind = LETTER | code;
  else if (IGNORED.test(character)) kind = SKIPPED;
  else if (!inWord().test(character)) kind = PARTS_WORDS;
  else {
    const bare = foldWord(character).normalize('NFKD').replace(MARKS, '');
    if (bare.length === 1) kind = (unspaced().test(character) ? ALONE : LETTER) | bare.charCodeAt(0);
    else if (bare === '') kind = SKIPPED;
    else severals.set(character, bare);
  }
  units[code] = kind;
  return kind;
}

const FIRST_HASH = 0x1234567;
const PRIME = 0x01000193;

/**
 * Puts the hashes of the words of a text into a list, from an index on, and returns how many there are: a text has no more
 * words than UTF-16 units.
 */
export function hashWords(text: string, hashes: Int32Array, from: number): number {
  let count = from;
  let hash = FIRST_HASH;
  let isInWord = false;
  // Nearly all of a record goes through here, and few jumps are what makes it fast.
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind >= LETTER) {
      hash = Math.imul(hash ^ kind, PRIME);
      isInWord = true;
    } else if (kind === SEVERAL) {
      for (const letter of severals.get(text[at]!)!)
        hash = Math.imul(hash ^ LETTER ^ letter.charCodeAt(0), PRIME);
      isInWord = true;
    } else if (kind !== SKIPPED) {
      if (isInWord) hashes[count++] = hash;
      if (kind >= ALONE) hashes[count++] = kind;
      hash = FIRST_HASH;
      isInWord = false;
    }
  }
  if (isInWord) hashes[count++] = hash;
  return count - from;
}

/** Holds the words of the text that it scanned last. */
export class WordScanner {
  /** Only the first `length` of each list count. */
  hashes = new Int32Array(64);
  /** Where each word begins and ends in the text, without invisible signs and apostrophes beside it; UTF-16 code units. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  length = 0;

  scan(text: string): void {
    this.#reserve(text.length);
    hashWords(text, this.hashes, 0);
    this.length = 0;
    let start = -1;
    let end = 0;
    for (let at = 0; at < text.length; at++) {
      const kind = kindAt(text, at);
      if (kind === SKIPPED) continue;
      if (kind >= LETTER || kind === SEVERAL) {
        if (start < 0) start = at;
        end = at + 1;
        continue;
      }
      if (start >= 0) this.#add(start, withMarks(text, end, at));
      if (kind >= ALONE) this.#add(at, at + 1);
      start = -1;
    }
    if (start >= 0) this.#add(start, withMarks(text, end, text.length));
  }

  #add(start: number, end: number): void {
    this.starts[this.length] = start;
    this.ends[this.length++] = end;
  }

  #reserve(count: number): void {
    if (count <= this.hashes.length) return;
    const room = Math.max(count, 2 * this.hashes.length);
    this.hashes = new Int32Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
  }
}

/** An accent that is a character of its own belongs to its letter. */
function withMarks(text: string, end: number, most: number): number {
  let at = end;
  while (at < most && MARK.test(text[at]!)) at++;
  return at;
}
