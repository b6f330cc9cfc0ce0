/** Classifies the characters of nearly all texts by their role in words. */
import { lazily } from '../../lazily.ts';

/** Scripts without blanks between words, for a class of a pattern. */
export const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map(script => `\\p{Script=${script}}`)
  .join('');
/** Marks and invisible characters, and the marks of tone that stand inside Armenian words. */
const JOINERS = String.raw`\p{M}\u00ad\u200b-\u200d\u2060\u055b\u055c\u055e`;
const INSIDE_WORD = String.raw`(?![${UNSPACED}])[\p{L}\p{N}${JOINERS}]`;
const APOSTROPHES = String.raw`'\u2018\u2019\u02bc`;
const SEPARATORS = String.raw`.,:'\u2019\u066b\u066c`;
const SIGNS = String.raw`%&+=<>#\u00b0\u066a\u2030\uff05\p{Sc}`;
const DIRECTION_MARKS = String.raw`\u061c\u200e\u200f`;
const MINUS_SIGNS = String.raw`\u2013\u2212\ufe63\uff0d-`;
/** A dash behind anything else joins or parts words: F-16, 5-10. */
const BEFORE_MINUS = String.raw`[\s\p{Ps}\p{Pi}\p{Sc}"'=<>~${DIRECTION_MARKS}\u2066-\u2069]`;
const AFTER_DIGITS = String.raw`\p{Script=Latin}\p{Script=Cyrillic}`;

/**
 * The words of a text in any script: apostrophes inside words, separators inside numbers with their minus, signs that
 * carry meaning. Scripts without blanks between words are cut into single letters with their marks.
 */
export const WORD = new RegExp(
  [
    String.raw`[${UNSPACED}]\p{M}*`,
    String.raw`(?:(?<=^|${BEFORE_MINUS})[${MINUS_SIGNS}][${DIRECTION_MARKS}]*(?=\p{N}))?\p{N}+(?:[${SEPARATORS}]\p{N}+)*[${AFTER_DIGITS}]*`,
    String.raw`(?:${INSIDE_WORD})+(?:[${APOSTROPHES}](?=\p{L})(?:${INSIDE_WORD})+)*`,
    `[${SIGNS}]`,
    String.raw`\p{Extended_Pictographic}(?:[\p{M}\ufe0f]|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*`,
  ].join('|'),
  'gu',
);

/** Kinds of characters, one bit each; 0 is unknown. A character may be of several. */
export const UNKNOWN = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Marks and invisible characters: inside a word they belong to it. */
export const JOINER = 4;
export const APOSTROPHE = 8;
/** Separates digits of one number. */
export const SEPARATOR = 16;
export const SIGN = 32;
/** Letters that belong to the number before them: 5bn. */
export const UNIT_LETTER = 64;
const OTHER = 128;

/** Latin, Greek, Cyrillic, Armenian and Arabic letters with their marks, the usual punctuation. */
const COMMON = [
  [0, 0x58f],
  [0x600, 0x6ff],
  [0x2010, 0x2027],
  [0x2212, 0x2212],
] as const;
const ALL_UNITS = 0x10000;

const MINUS = new RegExp(`[${MINUS_SIGNS}]`);
const beforeMinus = lazily(() => new RegExp(BEFORE_MINUS, 'u'));

/** Whether the character before a place is the minus of a number that begins there. No direction marks are looked for. */
export function isBehindMinus(text: string, place: number): boolean {
  if (place === 0 || !MINUS.test(text[place - 1]!)) return false;
  return place === 1 || beforeMinus().test(text[place - 2]!);
}

let kinds: Uint8Array | undefined;

/** Kinds by UTF-16 unit. */
export function characterKinds(): Uint8Array {
  kinds ??= kindsOfCommon();
  return kinds;
}

function kindsOfCommon(): Uint8Array {
  const known = COMMON.map(([first, last]) =>
    String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  ).join('');
  const result = new Uint8Array(ALL_UNITS);
  const mark = (members: string, kind: number) => {
    for (const [run] of known.matchAll(new RegExp(`[${members}]+`, 'gu')))
      for (let at = 0; at < run.length; at++) result[run.charCodeAt(at)]! |= kind;
  };
  mark(String.raw`\s\S`, OTHER);
  mark(String.raw`\p{L}`, LETTER);
  mark(String.raw`\p{N}`, DIGIT);
  mark(JOINERS, JOINER);
  mark(APOSTROPHES, APOSTROPHE);
  mark(SEPARATORS, SEPARATOR);
  mark(SIGNS, SIGN);
  mark(AFTER_DIGITS, UNIT_LETTER);
  // These go with what follows them.
  for (const [character] of known.matchAll(
    new RegExp(`\\p{Extended_Pictographic}|[${DIRECTION_MARKS}]`, 'gu'),
  ))
    result[character.charCodeAt(0)] = UNKNOWN;
  return result;
}
