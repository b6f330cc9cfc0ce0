/** Numbers in words and digits, read to one value: "five billion", "5 billion", "5bn" and "5,000,000,000" are one number. */
import { joinsGroups, lengthOfDigits, valueOfDigits, valueOfFraction } from './digits.ts';
import { NumberPhrase } from './number-phrase.ts';
import { type NumberPart, numberParts } from './number-words.ts';
import type { WordLists } from './word-lists.ts';

export interface ReadNumber {
  readonly value: number;
  readonly ordinal: boolean;
  /** How many words it takes. */
  readonly length: number;
}

type Digits = Pick<ReadNumber, 'value' | 'length'>;

/** Folded words, with what stands between them. */
export interface WordsInText {
  readonly words: readonly string[];
  /** The text between the word at an index and the word before it. */
  between(index: number): string;
}

/** Between the words of one number. */
const JOINED = /^[\s-]+$/;
const DIGITS = /^\d+$/;
const SLASH = /^[/⁄∕]$/;
/** Between digits and the ending of an ordinal or a case: 3-й, 3.º, 3'üncü, 5'i. */
const BEFORE_ENDING = /^[-.'’]$/;

/** The number that begins at a word, or undefined where none does. */
export function readNumber(text: WordsInText, start: number, lists: WordLists): ReadNumber | undefined {
  const { words } = text;
  const isNegative = lists.minus.has(words[start]!) && isJoined(text, start + 1);
  const first = isNegative ? start + 1 : start;
  const digits = digitsAt(text, first, lists);
  let phrase = new NumberPhrase(lists.numberStyle);
  let end = first;
  let ordinal = false;
  if (digits !== undefined) {
    phrase.addDigits(digits.value);
    end += digits.length;
    ordinal = digits.ordinal;
  }
  let onlyArticle = false;
  while (end < words.length && (end === first || isJoined(text, end))) {
    const { parts, length } = partsAt(text, end, end > first, lists);
    if (ordinal && !mayFollowOrdinal(parts, lists)) break;
    const longer = parts === undefined ? undefined : extended(phrase, parts);
    if (longer === undefined) break;
    onlyArticle = end === first && isArticle(parts!);
    phrase = longer;
    ordinal ||= parts!.at(-1)!.kind === 'ordinal';
    end += length;
  }
  if (end === first || onlyArticle) return undefined;
  return { value: isNegative ? -phrase.value : phrase.value, ordinal, length: end - start };
}

function isJoined(text: WordsInText, index: number): boolean {
  return index < text.words.length && JOINED.test(text.between(index));
}

/** The parts of a word, or of a joiner and the word behind it. */
function partsAt(
  text: WordsInText,
  index: number,
  mayJoin: boolean,
  lists: WordLists,
): { readonly parts: readonly NumberPart[] | undefined; readonly length: number } {
  const parts = numberParts(text.words[index]!, lists);
  if (parts !== undefined || !mayJoin || !lists.numberJoiners.has(text.words[index]!))
    return { parts, length: 1 };
  const joined = isJoined(text, index + 1) ? numberParts(text.words[index + 1]!, lists) : undefined;
  return { parts: joined && [{ kind: 'joiner' }, ...joined], length: 2 };
}

/** Tens and ones are both ordinals in some languages (vigésimo primero), and in Arabic only the ones are, which come first. */
function mayFollowOrdinal(parts: readonly NumberPart[] | undefined, lists: WordLists): boolean {
  return lists.numberStyle.has('teens-apart') || parts?.[0]?.kind === 'ordinal';
}

function isArticle(parts: readonly NumberPart[]): boolean {
  const [part] = parts;
  return parts.length === 1 && (part!.kind === 'word' || part!.kind === 'ordinal') && part!.isArticle;
}

/** The phrase with more parts; undefined where they are the beginning of another number. */
function extended(phrase: NumberPhrase, parts: readonly NumberPart[]): NumberPhrase | undefined {
  const longer = phrase.copy();
  let isBehindJoiner = false;
  for (const part of parts) {
    if (part.kind === 'joiner') {
      isBehindJoiner = true;
      continue;
    }
    if (!longer.add(part, isBehindJoiner)) return undefined;
    isBehindJoiner = false;
  }
  return longer;
}

/** A number in digits, with what belongs to it in other words: `12 500`, `1/2`, `5 1/2`, `3-й`. */
function digitsAt(text: WordsInText, start: number, lists: WordLists): ReadNumber | undefined {
  const { words } = text;
  const own = fractionAt(text, start) ?? plainDigits(words[start]!, lists);
  if (own === undefined) return undefined;
  let { value, length } = own;
  if (length === 1) {
    const grouped = groupsAt(text, start, lists);
    if (grouped !== undefined) ({ value, length } = grouped);
  }
  const next = start + length;
  if (next >= words.length) return { value, ordinal: false, length };
  const behind = text.between(next);
  if (BEFORE_ENDING.test(behind)) {
    const ordinal = lists.ordinalEndings.has(words[next]!);
    if (ordinal || lists.numberEndings.includes(words[next]!)) return { value, ordinal, length: length + 1 };
  }
  const rest = behind === ' ' && Number.isInteger(value) ? fractionBehind(text, next) : undefined;
  if (rest === undefined) return { value, ordinal: false, length };
  return {
    value: value + (value < 0 ? -rest.value : rest.value),
    ordinal: false,
    length: length + rest.length,
  };
}

function plainDigits(word: string, lists: WordLists): Digits | undefined {
  if (lengthOfDigits(word) < word.length) return undefined;
  const value = valueOfDigits(word, lists);
  return value === undefined ? undefined : { value, length: 1 };
}

function groupsAt(text: WordsInText, start: number, lists: WordLists): Digits | undefined {
  const { words } = text;
  if (!/^-?[1-9]\d{0,2}$/.test(words[start]!)) return undefined;
  let digits = words[start]!;
  let end = start + 1;
  while (end < words.length && joinsGroups(text.between(end), words[end]!, lists)) {
    digits += words[end]!;
    end++;
    if (!DIGITS.test(digits.replace('-', ''))) break;
  }
  if (end === start + 1) return undefined;
  return { value: Number(digits.replace(/[,٫]/, '.')), length: end - start };
}

/** `1/2`, but neither 1/2/2016 nor a part of it. */
function fractionAt(text: WordsInText, start: number): Digits | undefined {
  const { words } = text;
  const [above, below] = [words[start]!, words[start + 1]];
  if (below === undefined || !/^-?\d+$/.test(above) || !DIGITS.test(below)) return undefined;
  if (!SLASH.test(text.between(start + 1)) || Number(below) === 0) return undefined;
  const isLonger =
    (start > 0 && SLASH.test(text.between(start))) ||
    (start + 2 < words.length && SLASH.test(text.between(start + 2)));
  return isLonger ? undefined : { value: Number(above) / Number(below), length: 2 };
}

/** The fraction below one that is left of a number: 5 1/2, 5 ½. */
function fractionBehind(text: WordsInText, start: number): Digits | undefined {
  const single = valueOfFraction(text.words[start]!);
  const found = single === undefined ? fractionAt(text, start) : { value: single, length: 1 };
  return found !== undefined && found.value > 0 && found.value < 1 ? found : undefined;
}
