/**
 * Positions in transcripts count Unicode code points; JavaScript strings count UTF-16 code units. A lone surrogate
 * counts as one code point, as in `String.prototype.codePointAt`.
 */

const SURROGATE = /[\ud800-\udfff]/;

export function codePointLength(text: string): number {
  return SURROGATE.test(text) ? toCodePointOffset(text, text.length) : text.length;
}

/** The UTF-16 offset of a code point offset; offsets outside the text give its nearest end. */
export function toUtf16Offset(text: string, codePoints: number): number {
  if (codePoints <= 0) return 0;
  if (!SURROGATE.test(text)) return Math.min(codePoints, text.length);
  let offset = 0;
  for (let count = 0; count < codePoints && offset < text.length; count++) offset += unitsAt(text, offset);
  return offset;
}

/** The code point offset of a UTF-16 offset; an offset inside a surrogate pair gives the pair's end. */
export function toCodePointOffset(text: string, utf16: number): number {
  const end = Math.min(Math.max(utf16, 0), text.length);
  if (!SURROGATE.test(text)) return end;
  let count = 0;
  for (let offset = 0; offset < end; count++) offset += unitsAt(text, offset);
  return count;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range of code points as one of UTF-16 units. */
export function toUtf16Range(text: string, { start, end }: Range): Range {
  return { start: toUtf16Offset(text, start), end: toUtf16Offset(text, end) };
}

/** A range of UTF-16 units as one of code points. */
export function toCodePointRange(text: string, { start, end }: Range): Range {
  return { start: toCodePointOffset(text, start), end: toCodePointOffset(text, end) };
}

/** The text between two code point offsets, half-open; `end` defaults to the end of the text. */
export function sliceCodePoints(text: string, start: number, end?: number): string {
  const from = toUtf16Offset(text, start);
  return end === undefined ? text.slice(from) : text.slice(from, Math.max(from, toUtf16Offset(text, end)));
}

function unitsAt(text: string, offset: number): 1 | 2 {
  return text.codePointAt(offset)! > 0xffff ? 2 : 1;
}
