/** Words as small integers, so that texts are compared without comparing strings. */
import { foldWord } from '../../language/fold-word.ts';

const MARKER = '\u0000';

/** Letters of a marker, so that it is like no word. */
const NO_LETTERS = 0;

export class WordKeys {
  /** Keys by fold, and by every spelling met so far. */
  readonly #keys = new Map<string, number>();
  /** Keys of markers by their names. */
  readonly #markers = new Map<string, number>();
  readonly #folds: string[] = [];
  readonly #letters: number[] = [];

  /** The key of a word; words that differ only in case, Unicode form or apostrophe share it. */
  of(text: string): number {
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const fold = foldWord(text);
    if (fold === text) return this.#add(fold);
    const key = this.ofFold(fold);
    this.#keys.set(text, key);
    return key;
  }

  ofFold(fold: string): number {
    return this.#keys.get(fold) ?? this.#add(fold);
  }

  /** The key of a fold that was met; undefined if none was. */
  known(fold: string): number | undefined {
    return this.#keys.get(fold);
  }

  #add(fold: string): number {
    const key = this.#folds.length;
    this.#keys.set(fold, key);
    this.#folds.push(fold);
    this.#letters.push(this.isMarker(key) ? NO_LETTERS : letterBits(fold));
    return key;
  }

  /** The key that marks the beginning of an utterance by an id or speaker. */
  ofMarker(name: string): number {
    const known = this.#markers.get(name);
    if (known !== undefined) return known;
    const key = this.ofFold(MARKER + name);
    this.#markers.set(name, key);
    return key;
  }

  isMarker(key: number): boolean {
    return this.#folds[key]!.charCodeAt(0) === 0;
  }

  fold(key: number): string {
    return this.#folds[key]!;
  }

  /** Kinds of letters in a word, see `mayBeAlike`. */
  letters(key: number): number {
    return this.#letters[key]!;
  }

  get size(): number {
    return this.#folds.length;
  }

  /** How alike two words are as strings of characters, 0 to 1, or 0 where it is at most a half. Markers are only like themselves. */
  likeness(one: number, other: number): number {
    if (one === other) return 1;
    const text = this.#folds[one]!;
    const otherText = this.#folds[other]!;
    if (!mayBeAlike(this.#letters[one]!, text.length, this.#letters[other]!, otherText.length)) return 0;
    const likeness = textLikeness(text, otherText);
    return likeness > 0.5 ? likeness : 0;
  }
}

/** Whether more than half of two different words may be alike; most pairs are done with here. */
export function mayBeAlike(letters: number, length: number, others: number, othersLength: number): boolean {
  const longer = Math.max(length, othersLength);
  if (2 * Math.abs(length - othersLength) >= longer) return false;
  if (letters === NO_LETTERS || others === NO_LETTERS) return false;
  // Each kind of letter that only one word has costs an edit.
  return 2 * bitCount(letters & ~others) < longer && 2 * bitCount(others & ~letters) < longer;
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

/** The bits of one machine word hold this many lines of the table. */
const BLOCK = 32;
/** By UTF-16 unit; all 0 between calls. */
const ofUnit = new Int32Array(0x10000);

/**
 * Number of edits, by Hyyrö's bit-parallel form of the table: a column at a time, its differences in single bits; the lines
 * in blocks, each handing on to the next what leaves it at its last line.
 */
function stringDistance(one: string, other: string): number {
  if (one === '') return other.length;
  const blocks = Math.ceil(one.length / BLOCK);
  const places = placesOfUnits(one, blocks);
  const more = new Int32Array(blocks).fill(-1);
  const less = new Int32Array(blocks);
  const diagonals = new Int32Array(blocks);
  const last = 1 << ((one.length - 1) % BLOCK);
  let distance = one.length;
  let previousRow = 0;
  for (let index = 0; index < other.length; index++) {
    const row = ofUnit[other.charCodeAt(index)]! * blocks;
    let rightIn = 1;
    let leftIn = 0;
    let swapIn = 0;
    for (let block = 0; block < blocks; block++) {
      const same = places[row + block]!;
      const above = more[block]!;
      const below = less[block]!;
      const free = ~diagonals[block]! & same;
      const swapped = ((free << 1) | swapIn) & places[previousRow + block]!;
      swapIn = free >>> (BLOCK - 1);
      const entered = same | leftIn;
      const diagonal = (((entered & above) + above) ^ above) | entered | below | swapped;
      const right = below | ~(diagonal | above);
      const left = diagonal & above;
      if (block === blocks - 1) {
        if (right & last) distance++;
        if (left & last) distance--;
      }
      const shiftedRight = (right << 1) | rightIn;
      more[block] = (left << 1) | leftIn | ~(diagonal | shiftedRight);
      less[block] = diagonal & shiftedRight;
      diagonals[block] = diagonal;
      rightIn = right >>> (BLOCK - 1);
      leftIn = left >>> (BLOCK - 1);
    }
    previousRow = row;
  }
  for (let index = 0; index < one.length; index++) ofUnit[one.charCodeAt(index)] = 0;
  return distance;
}

/** A row of bits for each unit of the text, which `ofUnit` then numbers from 1; row 0 is that of all others. */
function placesOfUnits(text: string, blocks: number): Int32Array {
  let rows = 1;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (ofUnit[unit] === 0) ofUnit[unit] = rows++;
  }
  const places = new Int32Array(rows * blocks);
  for (let index = 0; index < text.length; index++)
    places[ofUnit[text.charCodeAt(index)]! * blocks + Math.floor(index / BLOCK)]! |= 1 << (index % BLOCK);
  return places;
}
