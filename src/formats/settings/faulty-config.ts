/** Reads configurations in which something is wrong, or that are written so that they need the full YAML parser. */
import type { ConfigEntry } from '../../core/model/generated/entries.ts';
import { checkFields } from '../onrecord/check-fields.ts';
import { FindingList } from '../onrecord/finding-list.ts';
import { readYaml } from '../yaml/read/reader.ts';
import { skipGap } from '../yaml/read/source-scan.ts';
import { AS_WRITTEN, type ConfigText } from './sound-config.ts';

/** @param text without a byte order mark. @param file name for findings */
export function readFaultyConfig(text: string, file: string): ConfigText {
  const { document, findings } = readYaml(text, { file, typedKeys: AS_WRITTEN });
  // Nothing but blanks and comments is an empty configuration.
  if (document === undefined)
    return { document, entry: {}, findings: skipGap(text, 0) === text.length ? [] : findings };
  const faults = new FindingList(file);
  const checked = checkFields(
    document.value,
    'config',
    file,
    (path, part) => document.locate(path, part),
    faults,
  );
  return {
    document,
    entry: (checked.value ?? {}) as ConfigEntry,
    findings: [...findings, ...faults.list()],
  };
}
