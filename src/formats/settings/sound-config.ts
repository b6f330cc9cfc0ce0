/** Reads configurations in which nothing is wrong, as nearly all are. */
import type { Finding } from '../../core/model/finding.ts';
import type { ConfigEntry } from '../../core/model/generated/entries.ts';
import { fitsConfig } from '../../core/schema/fits.js';
import { YamlDocument } from '../yaml/read/document.ts';
import { readQuickly } from '../yaml/read/quick-reader.ts';

/** Every scalar is taken as it is written: `off` is a level and `no` a phrase. */
export const AS_WRITTEN: ReadonlySet<string> = new Set();

/** What a text says, as far as it fits the definition. */
export interface ConfigText {
  /** Undefined if the text is no mapping. */
  readonly document: YamlDocument | undefined;
  readonly entry: ConfigEntry;
  readonly findings: readonly Finding[];
}

/** Returns undefined if something is wrong, or written so that it needs the full parser. */
export function readSoundConfig(text: string): ConfigText | undefined {
  const tree = readQuickly(text, AS_WRITTEN);
  if (tree === undefined || !fitsConfig(tree.value)) return undefined;
  return { document: new YamlDocument(text, tree, AS_WRITTEN), entry: tree.value, findings: [] };
}
