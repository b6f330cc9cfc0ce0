/** Acceptances of changed words in a merge: two of them, and one beside another act. */

import { isSurelyLater } from '../dates/compare.ts';
import { parseDate } from '../dates/date.ts';
import type { Fields } from '../diff/changes.ts';
import type { Acceptance, EntryKind } from '../model/model.ts';
import { sameValue } from '../model/same-value.ts';
import { bodyFieldsOf } from './units.ts';

/** The two versions of an entry and the one they both come from, without fields where there is none. */
export interface EntryVersions {
  readonly before: Fields;
  readonly ours: Fields;
  readonly theirs: Fields;
}

type SideName = 'ours' | 'theirs';

/**
 * The side whose anchor is taken although both changed it. A side that only took its mark of waiting away, as a withdrawal
 * does, gives way to what the other wrote. Of two acceptances of the same words the earlier stays.
 * @param fields of the unit that has the anchor.
 * @param differing those of them in which the sides differ, as far as that matters.
 */
export function sideOfAnchor(
  fields: readonly string[],
  differing: readonly string[],
  { before, ours, theirs }: EntryVersions,
): SideName | undefined {
  const isUnmarkedOnly = (side: Fields) =>
    fields.every(field => sameValue(side[field], field === 'verdict' ? undefined : before[field]));
  if (isUnmarkedOnly(theirs)) return 'ours';
  if (isUnmarkedOnly(ours)) return 'theirs';
  if (String(differing) !== 'accepted') return undefined;
  const [own, other] = [newestOf(ours), newestOf(theirs)];
  if (own === undefined || other === undefined) return own === undefined ? 'theirs' : 'ours';
  return isLater(own.when, other.when) ? 'theirs' : 'ours';
}

/** Whether one side accepted the words for an entry of which the other changed what it says: nobody accepted that. */
export function isAcceptedForOtherBody(
  kind: EntryKind | undefined,
  { before, ours, theirs }: EntryVersions,
): boolean {
  const accepts = (side: Fields) =>
    side['accepted'] !== undefined && !sameValue(side['accepted'], before['accepted']);
  const edits = (side: Fields, other: Fields) =>
    bodyFieldsOf(kind).some(
      field => !sameValue(side[field], before[field]) && !sameValue(side[field], other[field]),
    );
  return (accepts(ours) && edits(theirs, ours)) || (accepts(theirs) && edits(ours, theirs));
}

function newestOf(side: Fields): Acceptance | undefined {
  return (side['accepted'] as readonly Acceptance[] | undefined)?.at(-1);
}

function isLater(a: string, b: string): boolean {
  const [first, second] = [parseDate(a), parseDate(b)];
  return first !== undefined && second !== undefined && isSurelyLater(first, second);
}
