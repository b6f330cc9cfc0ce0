/** Words as small integers, so that texts are compared without comparing strings. */
import { foldWord } from '../language/fold.ts';

const MARKER = '\u0000';

export class WordKeys {
  /** Keys by fold, and by every spelling met so far. */
  readonly #keys = new Map<string, number>();
  readonly #folds: string[] = [];
  readonly #letters: number[] = [];

  /** The key of a word; words that differ only in case, Unicode form or apostrophe share it. */
  of(text: string): number {
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const fold = foldWord(text);
    const key = this.ofFold(fold);
    if (fold !== text) this.#keys.set(text, key);
    return key;
  }

  ofFold(fold: string): number {
    let key = this.#keys.get(fold);
    if (key === undefined) {
      key = this.#folds.length;
      this.#keys.set(fold, key);
      this.#folds.push(fold);
      this.#letters.push(letterBits(fold));
    }
    return key;
  }

  /** The key that marks the beginning of an utterance by an id or speaker. */
  ofMarker(name: string): number {
    return this.ofFold(MARKER + name);
  }

  isMarker(key: number): boolean {
    return this.#folds[key]!.startsWith(MARKER);
  }

  fold(key: number): string {
    return this.#folds[key]!;
  }

  get size(): number {
    return this.#folds.length;
  }

  /** How alike two words are as strings of characters, 0 to 1, or 0 where it is at most a half. Markers are only like themselves. */
  likeness(one: number, other: number): number {
    if (one === other) return 1;
    if (this.isMarker(one) || this.isMarker(other)) return 0;
    const [text, otherText] = [this.#folds[one]!, this.#folds[other]!];
    const most = Math.max(text.length, otherText.length) / 2;
    // Each kind of letter that only one word has costs an edit: most pairs are done with here.
    const own = bitCount(this.#letters[one]! & ~this.#letters[other]!);
    const others = bitCount(this.#letters[other]! & ~this.#letters[one]!);
    if (Math.max(own, others, Math.abs(text.length - otherText.length)) >= most) return 0;
    const likeness = textLikeness(text, otherText);
    return likeness > 0.5 ? likeness : 0;
  }
}

/** One bit for each kind of letter in a word; different letters may share a bit. */
function letterBits(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** 1 minus the share of characters to insert, delete, substitute or swap (optimal string alignment distance). */
export function textLikeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  if (longer === 0) return 1;
  return 1 - stringDistance(one, other) / longer;
}

/** The bits of one machine word hold one column of the table. */
const LONGEST_IN_BITS = 31;
const bitsOfUnit = new Int32Array(0x80);

function stringDistance(one: string, other: string): number {
  return one.length <= LONGEST_IN_BITS && isAscii(one) && isAscii(other)
    ? distanceInBits(one, other)
    : distanceByTable(one, other);
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) >= 0x80) return false;
  return true;
}

/** Hyyrö's bit-parallel form of the table, a column at a time. */
function distanceInBits(one: string, other: string): number {
  if (one === '') return other.length;
  for (let index = 0; index < one.length; index++) bitsOfUnit[one.charCodeAt(index)]! |= 1 << index;
  const last = 1 << (one.length - 1);
  let [more, less, diagonal, previous] = [-1, 0, 0, 0];
  let distance = one.length;
  for (let index = 0; index < other.length; index++) {
    const same = bitsOfUnit[other.charCodeAt(index)]!;
    const swapped = ((~diagonal & same) << 1) & previous;
    diagonal = (((same & more) + more) ^ more) | same | less | swapped;
    let right = less | ~(diagonal | more);
    let left = diagonal & more;
    if (right & last) distance++;
    if (left & last) distance--;
    right = (right << 1) | 1;
    left <<= 1;
    more = left | ~(diagonal | right);
    less = diagonal & right;
    previous = same;
  }
  for (let index = 0; index < one.length; index++) bitsOfUnit[one.charCodeAt(index)] = 0;
  return distance;
}

function distanceByTable(one: string, other: string): number {
  const width = other.length + 1;
  let beforeLast = new Uint16Array(width);
  let last = new Uint16Array(width);
  let row = new Uint16Array(width);
  for (let column = 0; column < width; column++) last[column] = column;
  for (let line = 1; line <= one.length; line++) {
    row[0] = line;
    const unit = one.charCodeAt(line - 1);
    for (let column = 1; column < width; column++) {
      const same = unit === other.charCodeAt(column - 1);
      let best = Math.min(last[column]! + 1, row[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (
        !same &&
        line > 1 &&
        column > 1 &&
        unit === other.charCodeAt(column - 2) &&
        one.charCodeAt(line - 2) === other.charCodeAt(column - 1)
      )
        best = Math.min(best, beforeLast[column - 2]! + 1);
      row[column] = best;
    }
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[other.length]!;
}
