import type { NumberPart } from './number-words.ts';
import type { NumberStyle } from './word-lists.ts';

/** A number while its words come in: finished groups ("two million"), and the group being read ("three hundred"). */
export class NumberPhrase {
  #finished = 0;
  #smallestScale = Number.POSITIVE_INFINITY;
  #group: number | undefined;
  #multiplied = false;
  #isOrdinal = false;
  readonly #style: ReadonlySet<NumberStyle>;

  constructor(style: ReadonlySet<NumberStyle>) {
    this.#style = style;
  }

  get value(): number {
    return this.#finished + (this.#group ?? 0);
  }

  copy(): NumberPhrase {
    const copy = new NumberPhrase(this.#style);
    copy.#finished = this.#finished;
    copy.#smallestScale = this.#smallestScale;
    copy.#group = this.#group;
    copy.#multiplied = this.#multiplied;
    copy.#isOrdinal = this.#isOrdinal;
    return copy;
  }

  /** False where the part cannot stand here. @param joined whether a joiner stands before it */
  add(part: Exclude<NumberPart, { kind: 'joiner' }>, joined: boolean): boolean {
    const { kind, value } = part;
    if (kind === 'digits') return !joined && this.addDigits(value);
    if (kind === 'scale' && !joined) return this.#multiply(value);
    if (kind === 'scale' && value < 1000) return this.#multiplied && this.#multiply(value);
    const isTeen = kind === 'ordinal' && this.#isOrdinal && this.value === 10 && isOnes(value);
    this.#isOrdinal = kind === 'ordinal';
    if (isTeen || (joined ? this.#takesJoined(value) : this.#takesWord(value))) {
      this.#addWord(value);
      return true;
    }
    return kind === 'ordinal' && value >= 100 && this.#multiply(value);
  }

  #takesJoined(small: number): boolean {
    const group = this.#group ?? 0;
    if (this.#style.has('ones-first') && isOnes(group % 100) && isTens(small)) return true;
    return (this.#multiplied || this.#style.has('joined-tens')) && this.#takesWord(small);
  }

  #takesWord(small: number): boolean {
    const group = this.#group;
    if (small >= 1000) return group === undefined && small < this.#smallestScale;
    if (group === undefined) return small < this.#smallestScale;
    if (small < 1) return small > 0 && Number.isInteger(group);
    if (group % 100 === 0 && group > 0) return small < 100;
    if (this.#style.has('twenties') && takesTwenties(group % 100, small)) return true;
    if (this.#style.has('teens-apart') && small === 10 && isOnes(group % 100)) return true;
    const isTen = group % 100 === 10 && this.#style.has('ten-first');
    return (isTens(group % 100) || isTen) && isOnes(small);
  }

  #addWord(small: number): void {
    if (small >= 1000) {
      this.#finished += small;
      this.#smallestScale = 1000 ** Math.floor(Math.log10(small) / 3);
    } else {
      const isFourTwenties = this.#style.has('twenties') && small === 20 && (this.#group ?? 0) % 100 === 4;
      this.#group = (this.#group ?? 0) + (isFourTwenties ? 76 : small);
    }
    this.#multiplied = false;
  }

  /** False where no digits may stand here. */
  addDigits(value: number): boolean {
    if (this.#group !== undefined || value >= this.#smallestScale) return false;
    this.#group = value;
    this.#multiplied = false;
    return true;
  }

  #multiply(scale: number): boolean {
    if (scale < 1000) {
      if (this.#group !== undefined && this.#group >= 100) return false;
      this.#group = (this.#group ?? 1) * scale;
    } else if (scale > this.#smallestScale) {
      // A thousand million: no word may stand between them.
      if (this.value >= scale || (this.#group === undefined && !this.#multiplied)) return false;
      this.#finished = this.value * scale;
      this.#smallestScale = 1000 * scale;
      this.#group = undefined;
    } else {
      if (scale === this.#smallestScale || (this.#group === undefined && this.#finished > 0)) return false;
      this.#finished += (this.#group ?? 1) * scale;
      this.#smallestScale = scale;
      this.#group = undefined;
    }
    this.#multiplied = true;
    return true;
  }
}

function isOnes(value: number): boolean {
  return value > 0 && value < 10;
}

function isTens(value: number): boolean {
  return value >= 20 && value < 100 && value % 10 === 0;
}

/** Soixante-dix, quatre-vingt, quatre-vingt-onze, dix-sept. */
function takesTwenties(group: number, small: number): boolean {
  if (group === 4) return small === 20;
  if (group === 10) return small >= 7 && small <= 9;
  return (group === 60 || group === 80) && small < 20;
}
