/** Bytes of a file to a checked model, with everything that is wrong in it. */
import { compareFindings, type Finding, type Path } from '../../core/model/finding.ts';
import type { Document } from '../../core/model/project.ts';
import { SourceText } from '../../core/model/span.ts';
import { FORMAT_VERSION } from '../../core/model/vocabulary.ts';
import { TYPED_KEYS } from '../../core/schema/generated/keys.ts';
import { decodeText } from '../yaml/read/decode.ts';
import { readYaml } from '../yaml/read/reader.ts';
import { checkFields } from './check-fields.ts';
import { checkUtterances } from './check-utterances.ts';
import { FindingList } from './finding-list.ts';
import { readHeader } from './header.ts';
import { type ReadDocument, readSound, toModel } from './read-sound.ts';
import { readSoundJson } from './read-sound-json.ts';

/** Reads a transcript or a layer. `file` is its name for findings. Never throws on bad data. */
export function readDocument(bytes: Uint8Array, file: string): ReadDocument {
  return readSound(bytes, file) ?? readFaulty(bytes, file);
}

/** Reads what `readSound` does not. */
export function readFaulty(bytes: Uint8Array, file: string): ReadDocument {
  const decoded = decodeText(bytes, file);
  if ('finding' in decoded) return nothing([decoded.finding]);
  return readSoundJson(decoded.text, file) ?? readFaultyText(decoded.text, file);
}

/** Reads a text without a byte order mark by the full parser. */
function readFaultyText(text: string, file: string): ReadDocument {
  const source = new SourceText(text);
  const { document: yaml, findings } = readYaml(text, { file, typedKeys: TYPED_KEYS });
  if (yaml === undefined) return { ...nothing(findings), source };

  const locate = (path: Path, part?: 'key' | 'value') => yaml.locate(path, part);
  const root = yaml.value as Readonly<Record<string, unknown>>;
  const header = readHeader(root, file, locate);
  if (header.kind === undefined) return { ...nothing([...findings, ...header.findings]), source };

  // The missing version was reported; the rest is read as if it were there.
  const versioned = root['onrecord'] === undefined ? { ...root, onrecord: FORMAT_VERSION } : root;
  const faults = new FindingList(file);
  const checked = checkFields(versioned, header.kind, file, locate, faults);
  checkUtterances(root['utterances'], file, locate, faults);
  const all = [...findings, ...header.findings, ...faults.list()].sort(compareFindings);
  if (checked.value === undefined) return { ...nothing(all), source, unreadable: checked.unreadable };

  const document: Document = {
    file,
    source,
    value: toModel(header.kind, checked.value),
    locate: (path, part) => locate(checked.omissions.pathInFile(path), part),
    locateWords: (path, text, words) => yaml.locateWords(checked.omissions.pathInFile(path), text, words),
  };
  return {
    document,
    source,
    findings: all,
    usable: all.every(({ severity }) => severity !== 'error'),
    unreadable: checked.unreadable,
  };
}

function nothing(findings: readonly Finding[]): ReadDocument {
  return { findings, usable: false, unreadable: [] };
}
