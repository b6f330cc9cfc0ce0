/** Words as small integers, so that texts are compared without comparing strings. */
import { foldWord } from '../language/fold.ts';

const MARKER = '\u0000';

export class WordKeys {
  readonly #byFold = new Map<string, number>();
  readonly #byText = new Map<string, number>();
  readonly #folds: string[] = [];
  readonly #likeness = new Map<number, number>();

  /** The key of a word; words that differ only in case, Unicode form or apostrophe share it. */
  of(text: string): number {
    let key = this.#byText.get(text);
    if (key === undefined) {
      key = this.ofFold(foldWord(text));
      this.#byText.set(text, key);
    }
    return key;
  }

  ofFold(fold: string): number {
    let key = this.#byFold.get(fold);
    if (key === undefined) {
      key = this.#folds.length;
      this.#byFold.set(fold, key);
      this.#folds.push(fold);
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

  /** How alike two words are as strings of characters, 0 to 1; markers are only like themselves. */
  likeness(one: number, other: number): number {
    if (one === other) return 1;
    const pair = one < other ? one * 0x4000000 + other : other * 0x4000000 + one;
    let known = this.#likeness.get(pair);
    if (known === undefined) {
      known = this.isMarker(one) || this.isMarker(other) ? 0 : textLikeness(this.fold(one), this.fold(other));
      this.#likeness.set(pair, known);
    }
    return known;
  }
}

/** 1 minus the share of characters to insert, delete, substitute or swap (optimal string alignment distance). */
export function textLikeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  if (longer === 0) return 1;
  return 1 - stringDistance(one, other) / longer;
}

function stringDistance(one: string, other: string): number {
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
