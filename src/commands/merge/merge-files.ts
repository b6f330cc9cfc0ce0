/** Three versions of a file's bytes to one. */

import { wordsOfTranscripts } from '../../core/language/transcript-words.ts';
import { fileFrom } from '../../core/merge/file-items.ts';
import { mergeVersions } from '../../core/merge/merge.ts';
import type { MergeConflict, Merged, MergedEntries } from '../../core/merge/merged.ts';
import { reanchorInMerged } from '../../core/merge/reanchoring.ts';
import { sharingEntries } from '../../core/merge/shared-entries.ts';
import type { Layer, Transcript } from '../../core/model/model.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import type { NamedBytes } from '../../project/named-bytes.ts';
import { readVersion, type Version, type VersionText } from './version.ts';
import { writeMerged } from './write-merged.ts';

export interface MergedFile {
  readonly bytes: Uint8Array;
  readonly conflicts: readonly MergeConflict[];
}

/** Why the merge failed. */
export interface Unmergeable {
  readonly unreadable: readonly LoadedFile[];
  /** OURS is a transcript and THEIRS a layer, or the other way round. */
  readonly kindsDiffer: boolean;
}

/**
 * An empty base means that there is no common version, as where both sides added the file.
 *
 * @throws EditError if OURS is laid out so that a change cannot be made in it.
 */
export async function mergeFiles(
  base: NamedBytes,
  ours: NamedBytes,
  theirs: NamedBytes,
): Promise<MergedFile | Unmergeable> {
  const result = await merge(base, ours, theirs);
  if ('unreadable' in result) return result;
  const { entries, left, right } = result;
  return { bytes: await writeMerged(entries, left, right), conflicts: entries.conflicts };
}

/** The parts of a merge that a writer needs. The three models are freed: they can be larger than all that follows. */
interface ToWrite {
  readonly entries: MergedEntries;
  readonly left: VersionText;
  readonly right: VersionText;
}

async function merge(base: NamedBytes, ours: NamedBytes, theirs: NamedBytes): Promise<ToWrite | Unmergeable> {
  const before = base.bytes.length === 0 ? undefined : readVersion(base.bytes, base.file);
  const [left, right] = [ours, theirs].map(({ bytes, file }) => sharing(readVersion(bytes, file), before));
  const unreadable = [before, left, right].flatMap(version =>
    version !== undefined && 'unreadable' in version ? version.unreadable : [],
  );
  if (unreadable.length > 0) return { unreadable, kindsDiffer: false };
  const [oursRead, theirsRead, baseRead] = [left, right, before] as [Version, Version, Version | undefined];
  const { kind } = oursRead.value;
  if (theirsRead.value.kind !== kind || (baseRead !== undefined && baseRead.value.kind !== kind))
    return { unreadable, kindsDiffer: true };

  const common = baseRead?.value ?? fileFrom(oursRead.value, {}, NO_ENTRIES);
  const { value: _, ...entries } = await mergeModels(common, oursRead.value, theirsRead.value);
  return { entries, left: textOf(oursRead), right: textOf(theirsRead) };
}

type ReadVersion = ReturnType<typeof readVersion>;

function sharing(version: ReadVersion, before: ReadVersion | undefined): ReadVersion {
  if (before === undefined || 'unreadable' in before || 'unreadable' in version) return version;
  return { ...version, value: sharingEntries(version.value, before.value) };
}

function textOf({ value: { kind }, bytes, file }: Version): VersionText {
  return { kind, bytes, file };
}

const NO_ENTRIES = {
  parties: [],
  sources: [],
  utterances: [],
  statements: [],
  claims: [],
  annotations: [],
} as const;

async function mergeModels(
  base: Transcript | Layer,
  ours: Transcript | Layer,
  theirs: Transcript | Layer,
): Promise<Merged<Transcript | Layer>> {
  const merged = mergeVersions(base, ours, theirs);
  if (ours.kind === 'layer' || ours.annotations.length + theirs.annotations.length === 0) return merged;
  const talk = merged.value as Transcript;
  const { lists, unlistedIn } = await wordsOfTranscripts([talk, ours, theirs as Transcript]);
  const options = { words: lists, unlistedIn };
  return mergeVersions(base, ours, theirs, {
    reanchor: reanchorInMerged(ours, theirs as Transcript, talk, options),
  });
}
