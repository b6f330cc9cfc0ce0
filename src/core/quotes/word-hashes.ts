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

export class WordHashes {
  /** Only the first `length` of each list count. */
  hashes = new Int32Array(1024);
  /** Where each word begins and ends in its text; UTF-16 code units. */
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  length = 0;
  /** Index of the first word of each text, and the number of words at the end. */
  readonly firsts: number[] = [0];

  add(text: string): void {
    let hash = 0;
    let start = -1;
    let end = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      let kind = units[code]!;
      if (kind === NOT_ASKED) kind = ask(code);
      if (kind >= LETTER) {
        if (kind & ALONE) {
          if (start >= 0) this.#push(hash, start, end);
          this.#push(kind & 0xffff, at, at + 1);
          start = -1;
          continue;
        }
        if (start < 0) {
          start = at;
          hash = 0x1234567;
        }
        hash = Math.imul(hash ^ (kind & 0xffff), 0x01000193);
        end = at + 1;
      } else if (kind === SEVERAL) {
        if (start < 0) {
          start = at;
          hash = 0x1234567;
        }
        for (const letter of severals.get(code)!) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
        end = at + 1;
      } else if (kind !== SKIPPED && start >= 0) {
        this.#push(hash, start, end);
        start = -1;
      }
    }
    if (start >= 0) this.#push(hash, start, end);
    this.firsts.push(this.length);
  }

  #push(hash: number, start: number, end: number): void {
    const at = this.length++;
    if (at === this.hashes.length) {
      this.hashes = doubled(this.hashes);
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
    }
    this.hashes[at] = hash;
    this.starts[at] = start;
    this.ends[at] = end;
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

function doubled(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const result = new Int32Array(2 * list.length);
  result.set(list);
  return result;
}
