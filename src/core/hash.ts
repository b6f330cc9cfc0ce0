/** SHA-256 (FIPS 180-4), by the platform's own hash where it is offered and there is much to hash. */
import { portableSha256, sha256OfBytes } from './portable-sha256.ts';

export { sha256OfBytes };

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

/** SHA-256 of a text's UTF-8 bytes in base 64 (RFC 4648), as content security policies write it. */
export function sha256Base64(text: string): string {
  const bytes = sha256OfText(text)
    .match(/../g)!
    .map(digits => Number.parseInt(digits, 16));
  return btoa(String.fromCharCode(...bytes));
}
