/** Reads JSON in which nothing is wrong. Where something stands is looked up when it is first asked for. */
import { lazily } from '../../core/lazily.ts';
import type { Document } from '../../core/model/project.ts';
import { SourceText } from '../../core/model/span.ts';
import { TYPED_KEYS } from '../../core/schema/generated/keys.ts';
import { readJsonValues } from '../yaml/read/json-values.ts';
import { readYaml } from '../yaml/read/reader.ts';
import { type ReadDocument, soundModel } from './read-sound.ts';

/** As `readSoundText`, of JSON: undefined if something is wrong in it, or if it needs the full YAML parser. */
export function readSoundJson(text: string, file: string): ReadDocument | undefined {
  const root = readJsonValues(text, TYPED_KEYS);
  const value = root && soundModel(root);
  if (value === undefined) return undefined;
  const source = new SourceText(text);
  const yaml = lazily(() => readYaml(text, { file, typedKeys: TYPED_KEYS }).document!);
  const document: Document = {
    file,
    source,
    value,
    locate: (path, part) => yaml().locate(path, part),
    locateWords: (path, text, words) => yaml().locateWords(path, text, words),
  };
  return { document, source, findings: [], usable: true, unreadable: [] };
}
