/** The layers of an edited transcript, carried as `reanchor` carries them: the old words are at hand. */

import { pinOf } from '../../core/anchor/pin.ts';
import type { Id, Layer, Transcript } from '../../core/model/model.ts';
import { type Document, isLayer, type Project } from '../../core/model/project.ts';
import type { Acceptance } from '../../core/reanchor/acceptance.ts';
import { isSame } from '../../core/reanchor/anchor-fields.ts';
import { carryLayer } from '../../core/reanchor/carry-layer.ts';
import type { Cause, Outcome } from '../../core/reanchor/outcome.ts';
import { Versions } from '../../core/reanchor/target-versions.ts';
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
  const versions = new Versions(transcript, fresh.document, layers, {
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
    const pinned = withClaimsPinned(document.value, versions);
    const outcomes = carryLayer(pinned, versions, accept)
      .map(outcome => unpinnedAgain(outcome, document.value))
      .map(withEarlierMark);
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

/**
 * Claims that nobody pinned are known to be of the old version here: with the pin that they would have had, the same id
 * before and after raises no doubt of which version it is.
 */
function withClaimsPinned<T extends Layer | Transcript>(file: T, versions: Versions): T {
  const claims = file.claims.map(claim => {
    if (claim.pin !== undefined || claim.verdict !== undefined || claim.target === undefined) return claim;
    const pin = pinOf(versions.inOld(claim.target) ?? []);
    return pin === undefined ? claim : { ...claim, pin };
  });
  return { ...file, claims };
}

/** What nobody pinned stays so where nobody had to accept anything. */
function unpinnedAgain(outcome: Outcome, { claims }: Layer | Transcript): Outcome {
  const { kind, index, before, after, isAccepted, references } = outcome;
  if (kind !== 'claim' || claims[index]!.pin !== undefined || before.pin === undefined) return outcome;
  const unpinned = {
    before: { ...before, pin: undefined },
    after: { ...after, ...(!isAccepted && { pin: undefined }) },
  };
  const isKept =
    outcome.state === 'carried' && references.length === 0 && isSame(unpinned.before, unpinned.after);
  return { ...outcome, ...unpinned, ...(isKept && { state: 'kept' as const }) };
}

/** Causes that compare no words: the old version is not the one on which the entry was made. */
const UNCOMPARED: ReadonlySet<Cause> = new Set<Cause>([
  ...(['not-in-old', 'not-unique-before', 'pinned-elsewhere', 'waits-already'] as const),
]);

/** What waited before keeps the mark of whoever compared its words. */
function withEarlierMark(outcome: Outcome): Outcome {
  const { state, before, placement } = outcome;
  const isMarked = before.verdict !== undefined && before.verdict !== 'exact';
  const isUncompared = state === 'left' && isMarked && UNCOMPARED.has(placement.reason);
  return isUncompared
    ? {
        ...outcome,
        placement: { ...placement, verdict: before.verdict!, reason: 'waits-already' },
        after: before,
      }
    : outcome;
}

/** An edit gives nobody another id: who has one is the same person before and after, whoever's words it takes. */
function sameParties(...versions: readonly Transcript[]): ReadonlyMap<Id, Id> {
  const ids = versions.flatMap(({ parties, utterances }) => [
    ...parties.keys(),
    ...utterances.flatMap(({ speaker }) => speaker ?? []),
  ]);
  return new Map(ids.map(id => [id, id]));
}
