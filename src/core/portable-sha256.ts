/** SHA-256 (FIPS 180-4) that needs no platform. The program loads it late: it has a hash of its own for most texts. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of bytes, as 64 hexadecimal digits in lower case. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** What no text has been put into, the state that takes each text in turn, and what it leaves. */
const fresh = sha256.create();
const state = sha256.create();
const digest = new Uint8Array(32);
const utf8 = new Uint8Array(16 * 1024);
const encoder = new TextEncoder();

/**
 * SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits in lower case. Where no other hash is offered it is asked for
 * hundreds of short texts: to make its state and buffers anew for each took longer than the sums.
 */
export function portableSha256(text: string): string {
  fresh._cloneInto(state);
  const fits = text.length * 3 <= utf8.length;
  state.update(fits ? utf8.subarray(0, encoder.encodeInto(text, utf8).written) : encoder.encode(text));
  state.digestInto(digest);
  return bytesToHex(digest);
}
