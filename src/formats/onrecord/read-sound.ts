/** Reads files in which nothing is wrong. Nearly all are such, and every start pays for the code that is loaded. */
import type { Finding, RefusedNode } from '../../core/model/finding.ts';
import type { LayerFile, TranscriptFile } from '../../core/model/generated/entries.ts';
import type { Layer, Transcript } from '../../core/model/model.ts';
import type { Document } from '../../core/model/project.ts';
import { SourceText } from '../../core/model/span.ts';
import { fitsLayer, fitsTranscript } from '../../core/schema/fits.js';
import { TYPED_KEYS } from '../../core/schema/generated/keys.ts';
import { YamlDocument } from '../yaml/read/document.ts';
import { MAX_BYTES } from '../yaml/read/limits.ts';
import { readQuickly } from '../yaml/read/quick-reader.ts';
import { decodeUtf8 } from '../yaml/read/utf8.ts';
import { hasTextOrEvent } from './check-utterances.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { toLayer, toTranscript } from './normalise.ts';

/** JSON, which is YAML in brackets, begins so: `readQuickly` does not read it. */
const OPEN_MAPPING = 123;

export interface ReadDocument {
  /** The readable part: entries and fields with errors are left out. Absent if the file is not an onrecord file. */
  readonly document?: Document;
  /** The file's text, for printing findings; absent if the bytes are not text. */
  readonly source?: SourceText;
  readonly findings: readonly Finding[];
  /** Nothing was left out but unknown keys: the model says all that the file says. */
  readonly usable: boolean;
  /** Nodes left out; findings of rules inside them are consequences. */
  readonly unreadable: readonly RefusedNode[];
}

/**
 * Reads a transcript or a layer as `readDocument` does, with a fraction of its code. Returns undefined if something in
 * the file is wrong, or written so that it needs the full YAML parser.
 */
export function readSound(bytes: Uint8Array, file: string): ReadDocument | undefined {
  if (bytes.length > MAX_BYTES || bytes[0] === OPEN_MAPPING) return undefined;
  const text = decodeUtf8(bytes);
  return text === undefined ? undefined : readSoundText(text, file);
}

/** As {@link readSound}, of a text that is decoded. */
export function readSoundText(text: string, file: string): ReadDocument | undefined {
  const tree = readQuickly(text, TYPED_KEYS);
  if (tree === undefined) return undefined;
  const value = soundModel(tree.value);
  if (value === undefined) return undefined;
  const yaml = new YamlDocument(text, tree, TYPED_KEYS);
  const source = new SourceText(text);
  const document: Document = {
    file,
    source,
    value,
    locate: (path, part) => yaml.locate(path, part),
    locateWords: (path, text, words) => yaml.locateWords(path, text, words),
  };
  return { document, source, findings: [], usable: true, unreadable: [] };
}

/** What the values of a file say; undefined if they do not fit the definition. The values become part of the model. */
export function soundModel(root: Readonly<Record<string, unknown>>): Transcript | Layer | undefined {
  const kind = fileKind(root);
  return kind === undefined || !isSound(kind, root) ? undefined : toModel(kind, root);
}

function isSound(kind: FileKind, root: Readonly<Record<string, unknown>>): boolean {
  if (kind === 'layer') return fitsLayer(root);
  return fitsTranscript(root) && (root['utterances'] as readonly object[]).every(hasTextOrEvent);
}

/** Returns what a file says, whose value fits the definition of its kind. */
export function toModel(kind: FileKind, value: unknown): Transcript | Layer {
  return kind === 'transcript' ? toTranscript(value as TranscriptFile) : toLayer(value as LayerFile);
}
