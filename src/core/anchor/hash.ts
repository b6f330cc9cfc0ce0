/** SHA-256 (FIPS 180-4). The one door to `node:crypto`. */
import { lazily } from '../lazily.ts';

/** Loaded with the first hash: Node takes a twentieth of a start for it, and a transcript without pins needs none. */
const crypto = lazily(() => process.getBuiltinModule('node:crypto'));

/** Returns the SHA-256 of bytes, or of a text's UTF-8 bytes, as 64 hexadecimal digits in lower case. */
export function sha256(data: string | Uint8Array): string {
  return crypto().hash('sha256', data, 'hex');
}

/** Returns {@link sha256} of `start` and each text behind it; `start`, which may be long, is hashed once. */
export function sha256After(start: string): (rest: string) => string {
  const begun = crypto().createHash('sha256').update(start);
  return rest => begun.copy().update(rest).digest('hex');
}

/** Returns the SHA-256 of a text's UTF-8 bytes in base 64 (RFC 4648), as content security policies write it. */
export function sha256Base64(text: string): string {
  return crypto().createHash('sha256').update(text).digest('base64');
}

/** Signs of a hash that tell an id from another: never a counter, which would collide between branches. */
const FEWEST_SIGNS = 4;

/** An id with as many signs of the hash of a text behind it as no other has. */
export function withHash(id: string, text: string, isTaken: (id: string) => boolean): string {
  const hash = sha256(text);
  for (let signs = FEWEST_SIGNS; signs <= hash.length; signs++) {
    const longer = `${id}-${hash.slice(0, signs)}`;
    if (!isTaken(longer)) return longer;
  }
  throw new Error(`no id is left for ${text}`);
}
