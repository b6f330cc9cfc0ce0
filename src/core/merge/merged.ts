/** The result of a three-way merge. */
import type { Fields } from '../diff/changes.ts';
import type { Path } from '../model/finding.ts';
import type { EntryKind, Id, Layer, Transcript } from '../model/model.ts';

export type Side = 'base' | 'ours' | 'theirs';

/**
 * Where a field's value comes from: `base` where neither side changed it, the side that changed it, `both` where both
 * made the same change, `merged` where the value is in neither file (lists joined, anchors resolved anew, conflicts).
 */
export type Origin = Side | 'both' | 'merged';

/** An entry of the result, or its header (no `kind`), with what a writer needs to change no more of OURS than it must. */
export interface MergedEntry {
  readonly kind: EntryKind | undefined;
  readonly id: Id | undefined;
  readonly value: Fields;
  /** Origin of each field of `value`, and of each field of OURS that the result does not have. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** Where each file has the entry. Without `ours`, it is an addition to OURS. */
  readonly paths: Readonly<Partial<Record<Side, Path>>>;
  /** How many entries this one stands for, the last of them: they follow each other alike in all three files. Absent for 1. */
  readonly run?: number;
}

/** Something that needs a person. It is also in the entry, as `conflict: {FIELD: {base, ours, theirs}}`. */
export interface MergeConflict {
  readonly kind: EntryKind | undefined;
  readonly id: Id | undefined;
  /** A field; `entry` where one side deleted it; `position` where both moved an utterance; `id` where both gave one id away. */
  readonly field: string;
  readonly versions: ConflictVersions;
}

/** A side that does not have the field has no key. */
export type ConflictVersions = Readonly<Partial<Record<Side, unknown>>>;

export interface Merged<T extends Transcript | Layer> {
  readonly value: T;
  readonly header: MergedEntry;
  /** By list of the file, in the order of the result. */
  readonly entries: Readonly<Record<ListName, readonly MergedEntry[]>>;
  /** Entries of OURS that the result does not have. */
  readonly removed: readonly Path[];
  readonly conflicts: readonly MergeConflict[];
}

/** A merge without the merged file: enough to edit OURS. */
export type MergedEntries = Omit<Merged<Transcript | Layer>, 'value'>;

/** The keys of a file under which entries stand, and what stands there. */
export const LISTS = {
  parties: 'party',
  sources: 'source',
  utterances: 'utterance',
  statements: 'statement',
  claims: 'claim',
  annotations: 'annotation',
} as const satisfies Record<string, EntryKind>;

export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];
