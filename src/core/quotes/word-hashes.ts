/**
 * Words of texts as hashes, fast enough for every word of a record: case, accents, apostrophes and invisible marks do not
 * count. Equal words have equal hashes; what the hashes find is compared word by word afterwards.
 */
import { UNSPACED } from '../align/words/word-characters.ts';
import { foldWord } from '../language/fold-word.ts';
import { lazily } from '../lazily.ts';

const [NOT_ASKED, SKIPPED, PARTS_WORDS, OTHER, SEVERAL] = [0, 1, 2, 3, 4];
/** Bit of a letter that is a word of its own. */
const ALONE = 1 << 20;
const LETTER = 1 << 16;

const unspaced = lazily(() => new RegExp(`[${UNSPACED}]`, 'u'));
const inWord = lazily(() => /[\p{L}\p{N}]/u);
const MARKS = /\p{M}/gu;
const IGNORED = /^(?:\p{M}|\p{Cf}|['’‘ʼ՚])$/u;

/** By UTF-16 unit what it is to a word; a letter has its bare form. */
const units = new Int32Array(0x10000);
/** Bare forms of letters that are several: ß, ligatures. */
const severals = new Map<number, string>();

function ask(code: number): number {
  const character = String.fromCharCode(code);
  let kind = OTHER!;
  if (code >= 0xd800 && code <= 0xdfff) kind = LETTER | code;
  else if (IGNORED.test(character)) kind = SKIPPED!;
  else if (!inWord().test(character)) kind = PARTS_WORDS!;
  else {
    const bare = foldWord(character).normalize('NFKD').replace(MARKS, '');
    if (bare.length === 1) kind = LETTER | bare.charCodeAt(0) | (unspaced().test(character) ? ALONE : 0);
    else if (bare === '') kind = SKIPPED!;
    else {
      severals.set(code, bare);
      kind = SEVERAL!;
    }
  }
  units[code] = kind;
  return kind;
}

/** Characters for each word, with the blank behind it; only a guess, the lists grow where there are more words. */
const SHORT_WORD = 5;
const FIRST_HASH = 0x1234567;
const PRIME = 0x01000193;

export class WordHashes {
  /** Only the first `length` of each list count. */
  hashes: Int32Array;
  /** Where each word begins in its text; UTF-16 code units. */
  starts: Int32Array;
  length = 0;
  /** Index of the first word of each text, and the number of words at the end. */
  readonly firsts: Int32Array;
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    let characters = 0;
    for (let index = 0; index < texts.length; index++) characters += texts[index]!.length;
    const expected = Math.ceil(characters / SHORT_WORD) + texts.length;
    this.hashes = new Int32Array(expected);
    this.starts = new Int32Array(expected);
    this.firsts = new Int32Array(texts.length + 1);
    for (let index = 0; index < texts.length; index++) {
      this.#add(texts[index]!);
      this.firsts[index + 1] = this.length;
    }
  }

  #add(text: string): void {
    this.#reserve(text.length + 1);
    const { hashes, starts } = this;
    let { length } = this;
    let hash = 0;
    let start = -1;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      let kind = units[code]!;
      if (kind === NOT_ASKED) kind = ask(code);
      if (kind >= LETTER && (kind & ALONE) === 0) {
        if (start < 0) {
          start = at;
          hash = FIRST_HASH;
        }
        hash = Math.imul(hash ^ (kind & 0xffff), PRIME);
      } else if (kind === SEVERAL) {
        if (start < 0) {
          start = at;
          hash = FIRST_HASH;
        }
        for (const letter of severals.get(code)!) hash = Math.imul(hash ^ letter.charCodeAt(0), PRIME);
      } else if (kind !== SKIPPED) {
        if (start >= 0) {
          hashes[length] = hash;
          starts[length++] = start;
          start = -1;
        }
        if (kind >= LETTER) {
          hashes[length] = kind & 0xffff;
          starts[length++] = at;
        }
      }
    }
    if (start >= 0) {
      hashes[length] = hash;
      starts[length++] = start;
    }
    this.length = length;
  }

  /** Makes room for so many more words. */
  #reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.hashes.length) return;
    this.hashes = grown(this.hashes, 2 * needed);
    this.starts = grown(this.starts, 2 * needed);
  }

  /** Where a word ends in its text, without invisible marks and apostrophes behind it; UTF-16 code units. */
  endOf(word: number): number {
    const text = this.#texts[this.textOf(word)]!;
    let end = this.starts[word]! + 1;
    if (units[text.charCodeAt(end - 1)]! & ALONE) return end;
    for (let at = end; at < text.length; at++) {
      const kind = units[text.charCodeAt(at)]!;
      if (kind === SEVERAL || (kind >= LETTER && (kind & ALONE) === 0)) end = at + 1;
      else if (kind !== SKIPPED) break;
    }
    return end;
  }

  /** Index of the text of a word. */
  textOf(word: number): number {
    let low = 0;
    let high = this.firsts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.firsts[middle]! <= word) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function grown(list: Int32Array, length: number): Int32Array {
  const result = new Int32Array(length);
  result.set(list);
  return result;
}
