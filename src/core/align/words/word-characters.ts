/** What the characters of a text are to the words in it, for those that come in nearly all texts. */

const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map(script => `\\p{Script=${script}}`)
  .join('');
const JOINERS = String.raw`\p{M}\u00ad\u200b-\u200d\u2060`;
const INSIDE_WORD = String.raw`(?![${UNSPACED}])[\p{L}\p{N}${JOINERS}]`;
const APOSTROPHES = String.raw`'\u2018\u2019\u02bc`;
const SIGNS = String.raw`%&+=<>#\p{Sc}`;
const AFTER_DIGITS = String.raw`\p{Script=Latin}\p{Script=Cyrillic}`;

/**
 * The words of a text in any script: apostrophes inside words, separators inside numbers, signs that carry meaning. Scripts
 * without blanks between words are cut into single letters with their marks.
 */
export const WORD = new RegExp(
  [
    String.raw`[${UNSPACED}]\p{M}*`,
    String.raw`\p{N}+(?:[.,:]\p{N}+)*[${AFTER_DIGITS}]*`,
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

/** Letters with a case and their marks, from Latin to Armenian, and the usual punctuation. */
const COMMON = [
  [0, 0x52f],
  [0x2010, 0x2027],
] as const;
const ALL_UNITS = 0x10000;

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
    for (const [character] of known.matchAll(new RegExp(`[${members}]`, 'gu')))
      result[character.charCodeAt(0)]! |= kind;
  };
  mark(String.raw`\s\S`, OTHER);
  mark(String.raw`\p{L}`, LETTER);
  mark(String.raw`\p{N}`, DIGIT);
  mark(JOINERS, JOINER);
  mark(APOSTROPHES, APOSTROPHE);
  mark('.,:', SEPARATOR);
  mark(SIGNS, SIGN);
  mark(AFTER_DIGITS, UNIT_LETTER);
  // These go with what follows them.
  for (const [character] of known.matchAll(/\p{Extended_Pictographic}/gu))
    result[character.charCodeAt(0)] = UNKNOWN;
  return result;
}
