/** The YAML of a file that is known to be one of ours, opened to be edited. */
import { TYPED_KEYS } from '../core/schema/generated/keys.ts';
import { decodeText, encodeText } from '../formats/yaml/read/decode.ts';
import type { YamlDocument } from '../formats/yaml/read/document.ts';
import { readYaml } from '../formats/yaml/read/reader.ts';
import type { LoadedFile } from './loaded-file.ts';

export interface OpenYaml {
  readonly yaml: YamlDocument;
  /** Bytes of an edited text, with the byte order mark that the file has. */
  encode(text: string): Uint8Array;
}

export function openYaml({ bytes, file }: Pick<LoadedFile, 'bytes' | 'file'>): OpenYaml {
  const decoded = decodeText(bytes, file);
  if ('finding' in decoded) throw new Error(`${file} was read and cannot be decoded`);
  const { document } = readYaml(decoded.text, { file, typedKeys: TYPED_KEYS });
  if (document === undefined) throw new Error(`${file} was read and cannot be read again`);
  return { yaml: document, encode: text => encodeText(text, decoded.bom) };
}
