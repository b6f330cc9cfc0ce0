/** Fingerprints of texts, made of a few of their letters. Texts with different fingerprints are different. */
import { PRIME } from '../hash-constants.ts';

/** Approximate number of letters in a fingerprint. */
const LETTERS = 8;

/** Hashes the length of a text and letters from all over it. */
export function fingerprintOf(text: string): number {
  const step = Math.floor(text.length / LETTERS) + 1;
  let hash = text.length;
  for (let place = 0; place < text.length; place += step)
    hash = Math.imul(hash ^ text.charCodeAt(place), PRIME);
  return hash ^ (hash >>> 15);
}
