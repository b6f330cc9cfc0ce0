/** The SHA-256 of Node, in native code. Loading it costs as much as hashing some seventy short texts without it. */
import type { TextHash } from '../core/hash.ts';
import { getBuiltinModule } from './optimiser.ts';

export function nodeSha256(): TextHash {
  const { hash } = getBuiltinModule('node:crypto');
  return text => hash('sha256', text, 'hex');
}
