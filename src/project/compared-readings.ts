/** Two layers of different readers over one transcript: a comparison of people, not of versions. */
import type { Layer } from '../core/model/model.ts';
import type { Document } from '../core/model/project.ts';
import { isLayer, type LoadedFile, type Loader } from './load.ts';
import type { Sides } from './sides.ts';

export interface Readers {
  readonly transcript: string;
  /** All layers of the transcript: what one reader says may be about a claim of another. */
  readonly layers: readonly string[];
  /** The names of the two readings. */
  readonly old: string;
  readonly new: string;
}

/**
 * The readers, where both sides are layers of the work tree over one transcript and name different creators; undefined
 * for everything else: two layers by one creator are two versions of one reading.
 */
export async function readersOf(sides: Sides, loader: Loader): Promise<Readers | undefined> {
  const both = [sides.old, sides.new];
  if (sides.old.file === sides.new.file || both.some(({ revision }) => revision !== undefined))
    return undefined;
  const found = await Promise.all(both.map(({ file }) => readerOf(file, loader)));
  const [old, other] = found;
  if (old === undefined || other === undefined) return undefined;
  if (old.name === other.name || old.transcript.document !== other.transcript.document) return undefined;
  const beside = await loader.layersOf(old.transcript);
  const layers = new Set([old.layer, other.layer, ...beside].map(({ file }) => file));
  return { transcript: old.transcript.file, layers: [...layers], old: old.name, new: other.name };
}

interface Reader {
  readonly name: string;
  readonly layer: LoadedFile;
  readonly transcript: LoadedFile;
}

async function readerOf(file: string, loader: Loader): Promise<Reader | undefined> {
  if (file === '-') return undefined;
  const layer = await loader.load(file);
  if (layer.document === undefined || !isLayer(layer.document)) return undefined;
  const document: Document<Layer> = layer.document;
  const name = document.value.creator?.name;
  const transcript = name === undefined ? undefined : await loader.transcriptOf(document);
  return name === undefined || transcript === undefined || 'refused' in transcript
    ? undefined
    : { name, layer, transcript };
}
