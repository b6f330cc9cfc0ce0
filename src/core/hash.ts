import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { lazily } from './lazily.ts';

/** SHA-256 (FIPS 180-4) of bytes, as 64 hexadecimal digits in lower case. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits in lower case. */
export type TextHash = (text: string) => string;

/** The platform's own SHA-256, which has to be loaded. */
export interface OfferedHash {
  readonly load: () => TextHash;
  /** Texts from which on loading it is worth it. */
  readonly worthFrom: number;
}

let offered: OfferedHash | undefined;
let textsLeft = 0;
let faster: TextHash | undefined;

/** Lets a hash take over where there are many texts; it is loaded then, and once. */
export function offerSha256(hash: OfferedHash): void {
  offered = hash;
  textsLeft = hash.worthFrom;
}

/** Says that so many texts are about to come: where they are many, not even the first of them need be hashed without it. */
export function expectTexts(count: number): void {
  if (count > textsLeft) textsLeft = 0;
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits in lower case. */
export function sha256OfText(text: string): string {
  if (faster !== undefined) return faster(text);
  if (offered === undefined || --textsLeft >= 0) return portableSha256(text);
  faster = offered.load();
  return faster(text);
}

/** Where no other hash is offered it is asked for many short texts: to make all this anew for each takes longer than the sums. */
const reused = lazily(() => ({
  /** What no text has been put into, and the state that takes each text in turn. */
  fresh: sha256.create(),
  state: sha256.create(),
  utf8: new Uint8Array(16 * 1024),
  digest: new Uint8Array(32),
  encoder: new TextEncoder(),
}));

function portableSha256(text: string): string {
  const { fresh, state, utf8, digest, encoder } = reused();
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
