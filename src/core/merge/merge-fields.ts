/** Three versions of one entry merged field by field. */

import type { Fields } from '../diff/changes.ts';
import { fieldNames } from '../diff/field-changes.ts';
import { given } from '../given.ts';
import type { EntryKind } from '../model/model.ts';
import { sameFields, sameValue, valueKey } from '../model/same-value.ts';
import { type EntryVersions, isAcceptedForOtherBody, sideOfAnchor } from './acceptances.ts';
import type { ConflictVersions, Origin } from './merged.ts';
import { bodyFieldsOf, isAnchor, isSet, unitsOf } from './units.ts';

export interface MergedFields {
  readonly value: Fields;
  readonly origins: Readonly<Record<string, Origin>>;
  readonly conflicts: Readonly<Record<string, ConflictVersions>>;
}

export interface FieldMergeOptions {
  readonly kind: EntryKind | undefined;
  /** Pins are recomputed after the merge, so two different pins do not conflict. */
  readonly pinsAreMadeAnew: boolean;
}

/**
 * A unit that one side changed has that side's values; one that both changed alike is taken once; one that both
 * changed differently keeps those of OURS, and each field that differs is a conflict. `base` is undefined if both
 * sides added the entry.
 */
export function mergeFields(
  base: Fields | undefined,
  ours: Fields,
  theirs: Fields,
  options: FieldMergeOptions,
): MergedFields {
  const isPrivate = ours['private'] === true || theirs['private'] === true;
  if (base !== undefined && sameFields(base, theirs) && isPrivate === (ours['private'] === true))
    return taken(base, ours, 'ours');
  if (base !== undefined && sameFields(base, ours) && isPrivate === (theirs['private'] === true))
    return taken(base, theirs, 'theirs');
  const value: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  const conflicts: Record<string, ConflictVersions> = {};
  const before = base ?? {};
  const all: EntryVersions = { before, ours, theirs };
  const isContested = isAcceptedForOtherBody(options.kind, all);
  const isBody = (unit: readonly string[]) => bodyFieldsOf(options.kind).includes(unit[0]!);
  const names = fieldNames(ours, { ...theirs, ...before });
  const take = (field: string, from: unknown, origin: Origin) => {
    origins[field] = origin;
    if (from !== undefined) value[field] = from;
  };

  for (const unit of unitsOf(options.kind, names)) {
    // `private` on either side wins: a merge must not publish.
    if (isPrivate && unit.includes('private')) {
      take(
        'private',
        true,
        ours['private'] !== true ? 'theirs' : theirs['private'] !== true ? 'ours' : 'both',
      );
      continue;
    }
    const differing = unit.filter(field => !sameValue(ours[field], theirs[field]));
    const oursChanged = unit.some(field => !sameValue(ours[field], before[field]));
    const theirsChanged = unit.some(field => !sameValue(theirs[field], before[field]));
    const telling = differing.filter(field => field !== 'pin' || !options.pinsAreMadeAnew);
    const settledSide = isAnchor(unit) && oursChanged && theirsChanged && sideOfAnchor(unit, telling, all);
    const takeOurs = (field: string) => take(field, ours[field], differing.includes(field) ? 'ours' : 'both');
    const contest = () => {
      unit.forEach(takeOurs);
      for (const field of differing)
        conflicts[field] = given({ base: before[field], ours: ours[field], theirs: theirs[field] });
    };
    if (isContested && (isAnchor(unit) || isBody(unit))) contest();
    else if (differing.length === 0 || !theirsChanged) {
      const origin = !oursChanged ? 'base' : theirsChanged ? 'both' : 'ours';
      for (const field of unit) take(field, ours[field], origin);
    } else if (!oursChanged) {
      for (const field of unit) take(field, theirs[field], 'theirs');
    } else if (settledSide) {
      for (const field of unit) take(field, (settledSide === 'ours' ? ours : theirs)[field], settledSide);
    } else {
      const joined = new Map<string, unknown>();
      for (const field of differing) {
        const list = isSet(options.kind, field) && joinedSet(before[field], ours[field], theirs[field]);
        if (list) joined.set(field, list);
      }
      const settled = differing.every(
        field => joined.has(field) || (field === 'pin' && options.pinsAreMadeAnew),
      );
      if (!settled) contest();
      else
        for (const field of unit)
          if (joined.has(field)) take(field, joined.get(field), 'merged');
          else takeOurs(field);
    }
  }
  return { value, origins, conflicts };
}

/** One side did not change the entry, as usual: takes the other side. */
function taken(base: Fields, side: Fields, name: 'ours' | 'theirs'): MergedFields {
  const origins: Record<string, Origin> = {};
  for (const field of fieldNames(side, base))
    origins[field] = base === side || sameValue(base[field], side[field]) ? 'base' : name;
  return { value: side, origins, conflicts: {} };
}

/** Joins the additions of both sides to a list; undefined if a side removed an item or the value is not a list. */
function joinedSet(base: unknown, ours: unknown, theirs: unknown): unknown[] | undefined {
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return undefined;
  const inOurs = new Set(ours.map(valueKey));
  const inTheirs = new Set(theirs.map(valueKey));
  const kept = Array.isArray(base) ? base.map(valueKey) : [];
  if (!kept.every(key => inOurs.has(key) && inTheirs.has(key))) return undefined;
  return [...ours, ...theirs.filter(item => !inOurs.has(valueKey(item)))];
}

/**
 * The entry with its conflicts in it. A conflict left from an earlier merge is kept; where it is about the same field,
 * the earlier record is itself one version of the field `conflict`.
 */
export function withConflicts(value: Fields, conflicts: Readonly<Record<string, ConflictVersions>>): Fields {
  if (Object.keys(conflicts).length === 0) return value;
  const earlier = value['conflict'] as Readonly<Record<string, ConflictVersions>> | undefined;
  const collides = Object.keys(conflicts).some(
    field => earlier !== undefined && Object.hasOwn(earlier, field),
  );
  return {
    ...value,
    conflict: collides ? { conflict: { ours: earlier }, ...conflicts } : { ...earlier, ...conflicts },
  };
}
