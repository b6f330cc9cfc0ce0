/** Numbers in words and digits, read to one value: "five billion", "5 billion", "5bn" and "5,000,000,000" are one number. */
import { isAsciiDigit } from '../text/ascii.ts';
import type { WordLists } from './word-lists.ts';

export interface ReadNumber {
  readonly value: number;
  readonly ordinal: boolean;
  /** How many words it takes. */
  readonly length: number;
}

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const DECIMAL = /^\d+\.\d+$/;

/** How long the digits are that a word begins with, with the commas and points between and behind them. */
export function lengthOfDigits(word: string): number {
  if (!isAsciiDigit(word.charCodeAt(0))) return 0;
  let end = 1;
  while (end < word.length && (isAsciiDigit(word.charCodeAt(end)) || ',.'.includes(word[end]!))) end++;
  return end;
}

/**
 * The number that begins at a word, or undefined where none does.
 * @param words folded words of one utterance
 * @param joined whether the word at an index continues the word before it, with only a blank or hyphen between
 */
export function readNumber(
  words: readonly string[],
  start: number,
  joined: (index: number) => boolean,
  lists: WordLists,
): ReadNumber | undefined {
  const ordinal = lists.ordinals.get(words[start]!) ?? digitOrdinal(words[start]!, lists);
  if (ordinal !== undefined) return { value: ordinal, ordinal: true, length: 1 };
  const phrase = new NumberPhrase();
  let end = start;
  for (let index = start; index < words.length; index++) {
    if (index > start && !joined(index)) break;
    const word = words[index]!;
    if (lists.numberJoiners.has(word) && phrase.mayJoin && index + 1 < words.length && joined(index + 1)) {
      const next = lists.numbers.get(words[index + 1]!);
      if (next !== undefined && phrase.takesWord(next)) continue;
      break;
    }
    if (!takes(phrase, word, lists)) break;
    end = index + 1;
  }
  return end === start ? undefined : { value: phrase.value, ordinal: false, length: end - start };
}

/** Whether a folded word may begin or continue a number. */
export function isNumeric(word: string, lists: WordLists): boolean {
  return (
    isAsciiDigit(word.charCodeAt(0)) ||
    lists.numbers.has(word) ||
    lists.scales.has(word) ||
    lists.ordinals.has(word)
  );
}

function takes(phrase: NumberPhrase, word: string, lists: WordLists): boolean {
  const scale = lists.scales.get(word);
  if (scale !== undefined) return phrase.multiply(scale);
  const small = lists.numbers.get(word);
  if (small !== undefined) return phrase.takesWord(small) && phrase.addWord(small);
  const length = lengthOfDigits(word);
  const digits = digitsOf(word.slice(0, length));
  if (digits === undefined) return false;
  if (length === word.length) return phrase.addDigits(digits);
  const suffix = lists.scales.get(word.slice(length));
  return suffix !== undefined && phrase.addDigits(digits) && phrase.multiply(suffix);
}

/** @param digits as far as {@link lengthOfDigits} goes: what has neither comma nor point needs no pattern */
function digitsOf(digits: string): number | undefined {
  if (digits === '') return undefined;
  if (digits.includes(',')) return GROUPED.test(digits) ? Number(digits.replaceAll(',', '')) : undefined;
  return !digits.includes('.') || DECIMAL.test(digits) ? Number(digits) : undefined;
}

function digitOrdinal(word: string, lists: WordLists): number | undefined {
  const length = lengthOfDigits(word);
  return length > 0 && lists.ordinalEndings.has(word.slice(length))
    ? digitsOf(word.slice(0, length))
    : undefined;
}

/** A number while its words come in: finished groups ("two million"), and the group being read ("three hundred"). */
class NumberPhrase {
  #finished = 0;
  #smallestScale = Number.POSITIVE_INFINITY;
  #group: number | undefined;
  #multiplied = false;

  get value(): number {
    return this.#finished + (this.#group ?? 0);
  }

  get mayJoin(): boolean {
    return this.#multiplied;
  }

  takesWord(small: number): boolean {
    if (this.#group === undefined) return small < this.#smallestScale;
    if (this.#group % 100 === 0 && this.#group > 0) return small < 100;
    return this.#group % 10 === 0 && this.#group % 100 >= 20 && small < 10 && small > 0;
  }

  addWord(small: number): boolean {
    this.#group = (this.#group ?? 0) + small;
    this.#multiplied = false;
    return true;
  }

  addDigits(value: number): boolean {
    if (this.#group !== undefined || value >= this.#smallestScale) return false;
    this.#group = value;
    this.#multiplied = false;
    return true;
  }

  multiply(scale: number): boolean {
    if (this.#group === undefined && this.#finished > 0) return false;
    if (scale < 1000) {
      if (this.#group !== undefined && this.#group >= 100) return false;
      this.#group = (this.#group ?? 1) * scale;
    } else {
      if (scale >= this.#smallestScale) return false;
      this.#finished += (this.#group ?? 1) * scale;
      this.#smallestScale = scale;
      this.#group = undefined;
    }
    this.#multiplied = true;
    return true;
  }
}
