import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 (FIPS 180-4) of bytes, as 64 hexadecimal digits in lower case. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** What no text has been put into, the state that takes each text in turn, and what it leaves. */
const fresh = sha256.create();
const state = sha256.create();
const digest = new Uint8Array(32);
const utf8 = new Uint8Array(16 * 1024);
const encoder = new TextEncoder();

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits in lower case. */
export type TextHash = (text: string) => string;

/** Texts after which a hash that has to be loaded is worth it. */
const MANY_TEXTS = 100;
let textsLeft = MANY_TEXTS;
let offered: (() => TextHash) | undefined;
let faster: TextHash | undefined;

/** Lets the platform's own SHA-256 take over where there are many texts; `load` is called then, and once. */
export function offerSha256(load: () => TextHash): void {
  offered = load;
}

/** Says that so many texts are about to come: where they are many, not even the first of them need be hashed without it. */
export function expectTexts(count: number): void {
  if (count > textsLeft) textsLeft = 0;
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits in lower case. */
export function sha256OfText(text: string): string {
  if (faster !== undefined) return faster(text);
  if (--textsLeft >= 0 || offered === undefined) return portableSha256(text);
  faster = offered();
  return faster(text);
}

/**
 * It is asked for hundreds of short texts at a start: to make its state and buffers anew for each took longer than the
 * sums.
 */
function portableSha256(text: string): string {
  fresh._cloneInto(state);
  const fits = text.length * 3 <= utf8.length;
  state.update(fits ? utf8.subarray(0, encoder.encodeInto(text, utf8).written) : encoder.encode(text));
  state.digestInto(digest);
  return bytesToHex(digest);
}

/** SHA-256 of a text's UTF-8 bytes in base 64 (RFC 4648), as content security policies write it. */
export function sha256Base64(text: string): string {
  return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))));
}
