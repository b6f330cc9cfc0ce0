/** SHA-256 of a text's UTF-8 bytes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export function sha256Hex(text: string): string {
  return bytesToHex(digest(text));
}

/** As content security policies write it (RFC 4648 base 64). */
export function sha256Base64(text: string): string {
  return btoa(String.fromCharCode(...digest(text)));
}

function digest(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}
