/** Two layers of different annotators over one transcript: a comparison of people, not of versions. */
import type { Layer } from '../core/model/model.ts';
import { type Document, isLayer } from '../core/model/project.ts';
import { STDIN } from '../core/model/standard-input.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { Loader } from './loader.ts';
import type { FileRevision } from './revisions.ts';

export interface ComparedReadings {
  readonly transcript: string;
  /** All layers of the transcript: one annotator may write about a claim of another. */
  readonly layers: readonly string[];
  /** The names of the two readings. */
  readonly old: string;
  readonly new: string;
}

/**
 * The readings, if both files are layers of the work tree over one transcript and name different creators. Undefined
 * for everything else: two layers by one creator are two versions of one reading.
 */
export async function comparedReadings(
  old: FileRevision,
  other: FileRevision,
  loader: Loader,
): Promise<ComparedReadings | undefined> {
  if (old.file === other.file || old.revision !== undefined || other.revision !== undefined) return undefined;
  const [oldReading, newReading] = await Promise.all([
    readingOf(old.file, loader),
    readingOf(other.file, loader),
  ]);
  if (oldReading === undefined || newReading === undefined) return undefined;
  const { transcript } = oldReading;
  if (oldReading.name === newReading.name || transcript.document !== newReading.transcript.document)
    return undefined;
  const beside = await loader.layersOf(transcript);
  const layers = new Set([oldReading.layer, newReading.layer, ...beside].map(({ file }) => file));
  return { transcript: transcript.file, layers: [...layers], old: oldReading.name, new: newReading.name };
}

interface Reading {
  readonly name: string;
  readonly layer: LoadedFile;
  readonly transcript: LoadedFile;
}

async function readingOf(file: string, loader: Loader): Promise<Reading | undefined> {
  if (file === STDIN) return undefined;
  const layer = await loader.load(file);
  if (layer.document === undefined || !isLayer(layer.document)) return undefined;
  const document: Document<Layer> = layer.document;
  const name = document.value.creator?.name;
  const transcript = name === undefined ? undefined : await loader.transcriptOf(document);
  return name === undefined || transcript === undefined || 'refused' in transcript
    ? undefined
    : { name, layer, transcript };
}
