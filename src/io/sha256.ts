/** The SHA-256 of Node, in native code. */
import type { OfferedHash, TextHash } from '../core/hash.ts';
import { getBuiltinModule } from './optimiser.ts';
import { IS_NODE_20, processBinding } from './process-binding.ts';

/** Loading the module takes as long as hashing some seventy short texts without it, its binding as long as five. */
export const NODE_SHA256: OfferedHash = {
  load: () => (IS_NODE_20 ? ofBinding() : undefined) ?? ofModule(),
  worthFrom: IS_NODE_20 ? 10 : 100,
};

/** What `hash` of `node:crypto` calls, as far as it is used here. */
interface CryptoBinding {
  oneShotDigest(
    algorithm: 'sha256',
    cachedId: -1,
    cache: object,
    text: string,
    encoding: 'hex',
    encodingNumber: typeof HEX,
  ): string;
}
const HEX = 5;

/** An example of FIPS 180-4: undefined where what is called gives anything else. */
const KNOWN = { text: 'abc', hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' };

function ofBinding(): TextHash | undefined {
  const cache = {};
  try {
    const binding = processBinding('crypto') as CryptoBinding;
    const hash = (text: string) => binding.oneShotDigest('sha256', -1, cache, text, 'hex', HEX);
    return hash(KNOWN.text) === KNOWN.hash ? hash : undefined;
  } catch {
    return undefined;
  }
}

function ofModule(): TextHash {
  const { hash } = getBuiltinModule('node:crypto');
  return text => hash('sha256', text, 'hex');
}
