/** One version of a file to merge: its value, and its bytes. */
import type { Layer, Transcript } from '../../core/model/model.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';

export interface Version {
  readonly value: Transcript | Layer;
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** A version of which only the text is left. */
export interface VersionText extends Omit<Version, 'value'> {
  readonly kind: (Transcript | Layer)['kind'];
}

/**
 * Returns the version in the bytes, or the file with its faults. An unknown key is a fault here: two versions cannot be
 * merged if their meaning is unknown.
 */
export function readVersion(bytes: Uint8Array, file: string): Version | { readonly unreadable: LoadedFile } {
  const read = readDocument(bytes, file);
  const isKnown = read.findings.every(({ rule }) => rule !== 'unknown-key');
  if (!read.usable || !isKnown || read.document === undefined)
    return { unreadable: { ...read, file, bytes } };
  return { value: read.document.value, bytes, file };
}
