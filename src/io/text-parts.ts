/** Encodes and writes a long text part by part: the whole, and its bytes, can be a hundred megabytes. */

/** UTF-16 code units that are encoded at once. V8 keeps what has twice as many, of two bytes each, until it cleans up all. */
const PART = 1 << 15;
/** Most bytes of a code unit in UTF-8; two that are one character have four. */
const BYTES = 3;

/** The text in parts of some ten thousand code units. @param text if it is in parts, they end between characters. */
export function* textParts(text: string | Iterable<string>): Generator<string> {
  if (typeof text === 'string') {
    for (let at = 0, end = 0; at < text.length; at = end) {
      end = at + PART;
      if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end++;
      yield text.slice(at, end);
    }
    return;
  }
  let parts: string[] = [];
  let length = 0;
  for (const part of text) {
    if (length > 0 && length + part.length > PART) {
      yield* textParts(parts.join(''));
      parts = [];
      length = 0;
    }
    parts.push(part);
    length += part.length;
  }
  if (length > 0) yield* textParts(parts.join(''));
}

/** The text in UTF-8, part by part. The bytes of a part are overwritten by the next one. */
export function* encodedParts(text: string | Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  if (typeof text === 'string' && text.length <= PART) {
    if (text !== '') yield encoder.encode(text);
    return;
  }
  let room: Uint8Array | undefined;
  for (const part of textParts(text)) {
    room ??= new Uint8Array(BYTES * (PART + 1));
    yield room.subarray(0, encoder.encodeInto(part, room).written);
  }
}
