/** The inputs on the command line of `reanchor`: two versions of a transcript, and the layers to carry over. */
import type { Finding } from '../../core/model/finding.ts';
import type { Layer, Transcript } from '../../core/model/model.ts';
import type { Document } from '../../core/model/project.ts';
import { isLayer, isTranscript } from '../../core/model/project.ts';
import { STDIN } from '../../core/model/standard-input.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env } from '../../io/env.ts';
import { InputError, UsageError } from '../../io/errors.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import type { Loader } from '../../project/loader.ts';
import { revisionLoaders, revisionName } from '../../project/revisions.ts';
import { withRevision } from '../../project/with-revision.ts';
import type { Options } from '../printing.ts';
import { readingFrom } from '../reading-options.ts';
import { type Side, type Sides, sidesOf } from '../sides.ts';

export type LoadedLayer = LoadedFile & { readonly document: Document<Layer> };

/** A file whose annotations and claims are carried: a layer, or the new transcript with its own. */
export type CarriedFile = LoadedFile & { readonly document: Document<Layer | Transcript> };

export interface Inputs {
  readonly sides: Sides;
  readonly old: Document<Transcript>;
  readonly new: Document<Transcript>;
  readonly layers: readonly LoadedLayer[];
  /** The new transcript, if it has annotations or claims of its own to carry. */
  readonly inline: CarriedFile | undefined;
  /** Layers that cannot be understood; the others are still done. */
  readonly unusable: readonly LoadedFile[];
  /** Layers that cannot be opened. */
  readonly troubles: readonly unknown[];
}

export interface RefusedInputs {
  readonly refused: readonly Finding[];
  readonly files: readonly Pick<LoadedFile, 'file' | 'source'>[];
}

/** @throws UsageError where the arguments do not fit; InputError where a transcript cannot be opened. */
export async function readInputs(
  names: readonly string[],
  options: Options,
  env: Env,
): Promise<Inputs | RefusedInputs> {
  const transcripts = options['rev'] === undefined ? 2 : 1;
  if (names.length < transcripts)
    throw new UsageError(
      'name the old and the new transcript, then the layers',
      'or one transcript in git, with --rev A..B',
    );
  const loaders = revisionLoaders(env, await readingFrom(options));
  const sides = await sidesOf(names.slice(0, transcripts), { rev: options['rev'] }, loaders, env);
  const { workTree: loader, of: loaderOf } = loaders;
  const old = await loaderOf(sides.old).load(sides.old.file);
  const fresh = await loaderOf(sides.new).load(sides.new.file);
  const files = [old, fresh];
  if (files.some(file => !file.usable)) {
    const named = [withRevision(old, sides.old.revision), withRevision(fresh, sides.new.revision)];
    return { refused: named.flatMap(file => file.findings), files: named };
  }
  const { layers, troubles } = await loadLayers(names.slice(transcripts), [fresh, old], loader);
  const [oldTranscript, newTranscript] = [transcriptIn(old, sides.old), transcriptIn(fresh, sides.new)];
  const isNamed = names.length > transcripts;
  // A transcript in another format is never written.
  const isOwn =
    hasEntries(newTranscript) &&
    newTranscript.format === undefined &&
    (isNamed ? layers.includes(fresh) : isInWorkTree(sides.new));
  if (layers.length === 0 && !hasEntries(newTranscript) && troubles.length === 0)
    throw hasEntries(oldTranscript)
      ? new UsageError(
          `the annotations inside ${revisionName(sides.old)} are not in ${revisionName(sides.new)}`,
          `make a layer of them: onrecord convert ${shellWord(revisionName(sides.old))} --to onrecord-layer`,
        )
      : new UsageError('there is no layer beside the transcript', 'name the layers to carry over');
  return {
    sides,
    old: oldTranscript,
    new: newTranscript,
    inline: isOwn ? { ...fresh, document: newTranscript } : undefined,
    layers: layers.filter(file => file.usable && file !== fresh).map(layerIn),
    unusable: layers.filter(file => !file.usable),
    troubles,
  };
}

/** Whether a transcript has annotations, or claims with passages, of its own. */
function hasEntries({ value }: Document<Transcript>): boolean {
  return value.annotations.length > 0 || value.claims.some(({ target }) => target !== undefined);
}

/** Whether a side can be written: a file of a revision cannot, nor standard input. */
export function isInWorkTree({ revision, file }: Side): boolean {
  return revision === undefined && file !== STDIN;
}

function transcriptIn({ document }: LoadedFile, side: Side): Document<Transcript> {
  if (document !== undefined && isTranscript(document)) return document;
  throw new UsageError(
    `${revisionName(side)} is not a transcript`,
    'name the old and the new transcript first, then the layers',
  );
}

function layerIn(file: LoadedFile): LoadedLayer {
  if (file.document !== undefined && isLayer(file.document)) return { ...file, document: file.document };
  throw new UsageError(`${file.file} is not a layer`, 'name two transcripts, then the layers to carry over');
}

/** The layers named, or else those beside the new transcript, or else those beside the old one. */
async function loadLayers(
  names: readonly string[],
  transcripts: readonly LoadedFile[],
  loader: Loader,
): Promise<{ layers: readonly LoadedFile[]; troubles: readonly unknown[] }> {
  if (names.length > 0) return loadNamed(names, loader);
  for (const transcript of transcripts) {
    const layers = await loader.layersOf(transcript);
    if (layers.length > 0) return { layers, troubles: [] };
  }
  return { layers: [], troubles: [] };
}

async function loadNamed(
  names: readonly string[],
  loader: Loader,
): Promise<{ layers: readonly LoadedFile[]; troubles: readonly unknown[] }> {
  const layers = new Set<LoadedFile>();
  const troubles: unknown[] = [];
  for (const name of names) {
    if (name === STDIN) throw new UsageError('a layer is written in its place and cannot be standard input');
    try {
      layers.add(await loader.load(name));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      troubles.push(error);
    }
  }
  return { layers: [...layers], troubles };
}
