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
    const { hashes, starts, ends } = this;
    const { length } = text;
    let words = 0;
    for (let at = 0; at < length; at++) {
      let kind = kindAt(text, at);
      if (kind <= SKIPPED) continue;
      const start = at;
      let end = at;
      let hash = FIRST_HASH;
      // Nearly all of a text is letters, and this loop is most of the work.
      for (;;) {
        if (kind >= LETTER) {
          hash = Math.imul(hash ^ kind, PRIME);
          end = at + 1;
        } else if (kind === SEVERAL) {
          for (const letter of severals.get(text[at]!)!)
            hash = Math.imul(hash ^ LETTER ^ letter.charCodeAt(0), PRIME);
          end = at + 1;
        } else if (kind !== SKIPPED) break;
        if (++at === length) break;
        kind = kindAt(text, at);
      }
      if (end > start) {
        // An accent that is a character of its own belongs to its letter.
        while (end < at && MARK.test(text[end]!)) end++;
        hashes[words] = hash;
        starts[words] = start;
        ends[words++] = end;
      }
      if (kind >= ALONE && kind < LETTER && at < length) {
        hashes[words] = kind;
        starts[words] = at;
        ends[words++] = at + 1;
      }
    }
    this.length = words;
  }

  #reserve(count: number): void {
    if (count <= this.hashes.length) return;
    const room = Math.max(count, 2 * this.hashes.length);
    this.hashes = new Int32Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
  }
}
