/** One version of a file to merge: its value, and its text with positions. */
import type { Layer, Transcript } from '../../core/model/model.ts';
import { TYPED_KEYS } from '../../core/schema/generated/keys.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';
import { readYaml } from '../../formats/yaml/read/reader.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';

export interface Version {
  readonly value: Transcript | Layer;
  /** Without a byte order mark. */
  readonly text: string;
  /** The file begins with a byte order mark. */
  readonly bom: boolean;
}

/** A version of which only the text is left. */
export interface VersionText extends Omit<Version, 'value'> {
  readonly kind: (Transcript | Layer)['kind'];
}

const BOM = [0xef, 0xbb, 0xbf];

/**
 * The version that the bytes hold, or the file with what is wrong in it. A key that the format does not know is wrong
 * here: what it means is not known, so two versions of it cannot be merged.
 */
export function readVersion(bytes: Uint8Array, file: string): Version | { readonly unreadable: LoadedFile } {
  const read = readDocument(bytes, file);
  const isKnown = read.findings.every(({ rule }) => rule !== 'unknown-key');
  if (!read.usable || !isKnown || read.document === undefined)
    return { unreadable: { ...read, file, bytes } };
  const { value, source } = read.document;
  return { value, text: source.text, bom: BOM.every((byte, at) => bytes[at] === byte) };
}

/** @throws Error if the text is not YAML: it must have been read before. */
export function parsed(text: string): YamlDocument {
  const { document } = readYaml(text, { file: '', typedKeys: TYPED_KEYS });
  if (document === undefined) throw new Error('a text that was read cannot be read again');
  return document;
}
