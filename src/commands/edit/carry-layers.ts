/** The layers of an edited transcript, carried as `reanchor` carries them: the old words are at hand. */

import type { Layer, Transcript } from '../../core/model/model.ts';
import { type Document, isLayer, type Project } from '../../core/model/project.ts';
import type { Acceptance } from '../../core/reanchor/acceptance.ts';
import { carryEdited, sameParties } from '../../core/reanchor/carry-edited.ts';
import type { Outcome } from '../../core/reanchor/outcome.ts';
import { versionsOf } from '../../core/reanchor/target-versions.ts';
import type { Env } from '../../io/env.ts';
import type { FileStep } from '../../project/edit-journal.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import type { Loader } from '../../project/loader.ts';
import { transcriptWords } from '../../project/transcript-words.ts';
import { editedFile } from '../reanchor/edit-layer.ts';

export interface CarriedFile {
  readonly file: string;
  /** Its annotations and claims, in the order in which outcomes name them. */
  readonly contents: Layer | Transcript;
  readonly outcomes: readonly Outcome[];
  readonly step: FileStep;
}

/**
 * The outcomes and new bytes of the layers, then of the transcript itself.
 *
 * @param fresh the edited transcript, with the bytes that it has then.
 */
export async function carryLayers(
  project: Project,
  fresh: LoadedFile & { readonly document: Document<Transcript> },
  accept: Acceptance,
  loader: Loader,
  env: Env,
): Promise<CarriedFile[]> {
  const { transcript, layers } = project;
  const read = await transcriptWords([fresh.document.value, transcript.value], undefined, env);
  if ('refused' in read) throw new Error('words that ship cannot be read');
  const { lists: words, unlistedIn } = read.words;
  const versions = versionsOf(transcript, fresh.document, layers, {
    words,
    unlistedIn,
    renamed: sameParties(transcript.value, fresh.document.value),
  });
  const before = (await loader.load(transcript.file)).bytes;
  const files: (readonly [LoadedFile, Uint8Array, Document<Layer | Transcript>])[] = [];
  for (const layer of layers) {
    const loaded = await loader.load(layer.file);
    if (loaded.document !== undefined && isLayer(loaded.document)) files.push([loaded, loaded.bytes, layer]);
  }
  files.push([fresh, before, fresh.document]);
  const carried: CarriedFile[] = [];
  for (const [loaded, old, document] of files) {
    const outcomes = carryEdited(document.value, versions, accept);
    const after = await editedFile(loaded, outcomes, undefined, []);
    carried.push({
      file: loaded.file,
      contents: document.value,
      outcomes,
      step: { file: loaded.file, before: old, after },
    });
  }
  return carried;
}
