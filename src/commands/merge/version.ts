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
 * The version that the bytes hold, or the file with what is wrong in it. A key that the format does not know is wrong
 * here: what it means is not known, so two versions of it cannot be merged.
 */
export function readVersion(bytes: Uint8Array, file: string): Version | { readonly unreadable: LoadedFile } {
  const read = readDocument(bytes, file);
  const isKnown = read.findings.every(({ rule }) => rule !== 'unknown-key');
  if (!read.usable || !isKnown || read.document === undefined)
    return { unreadable: { ...read, file, bytes } };
  return { value: read.document.value, bytes, file };
}
