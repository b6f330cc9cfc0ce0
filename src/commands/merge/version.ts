/** One version of a file to merge: its value, with positions. */
import type { Layer, Transcript } from '../../core/model/model.ts';
import { TYPED_KEYS } from '../../core/schema/generated/keys.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import { decodeText } from '../../formats/yaml/read/decode.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';
import { readYaml } from '../../formats/yaml/read/reader.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';

export interface Version {
  readonly value: Transcript | Layer;
  readonly yaml: YamlDocument;
  /** The file begins with a byte order mark. */
  readonly bom: boolean;
}

/**
 * The version that the bytes hold, or the file with what is wrong in it. A key that the format does not know is wrong
 * here: what it means is not known, so two versions of it cannot be merged.
 */
export function readVersion(bytes: Uint8Array, file: string): Version | { readonly unreadable: LoadedFile } {
  const read = readDocument(bytes, file);
  const decoded = decodeText(bytes, file);
  const isKnown = read.findings.every(({ rule }) => rule !== 'unknown-key');
  if (!read.usable || !isKnown || read.document === undefined || 'finding' in decoded)
    return { unreadable: { ...read, file, bytes } };
  return { value: read.document.value, yaml: parsed(decoded.text), bom: decoded.bom };
}

/** @throws Error if the text is not YAML: it must have been read before. */
export function parsed(text: string): YamlDocument {
  const { document } = readYaml(text, { file: '', typedKeys: TYPED_KEYS });
  if (document === undefined) throw new Error('a text that was read cannot be read again');
  return document;
}
