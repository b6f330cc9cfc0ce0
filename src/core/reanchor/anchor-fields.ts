/** The anchor of an entry as the file has it, and as it shall have it. */

import { type Anchored, isClaim } from '../anchor/anchors.ts';
import { pinMatches, pinOf } from '../anchor/pin.ts';
import type { Placement } from '../anchor/placement.ts';
import type { Entry } from '../model/project.ts';
import { sameValue } from '../model/same-value.ts';
import type { AnchorFields, CarriedPlacement } from './outcome.ts';
import type { Versions } from './target-versions.ts';

export function fieldsOf(entry: Anchored): AnchorFields {
  const { target = [], pin, verdict, accepted } = entry;
  const { quote, before, after } = isClaim(entry) ? NO_QUOTE : entry;
  return { target, quote, before, after, pin, verdict, accepted };
}

const NO_QUOTE = { quote: undefined, before: undefined, after: undefined };

/** The anchor in the new version; undefined where its utterances cannot be named. */
export function writtenFields(
  before: AnchorFields,
  { anchor, passages, verdict }: CarriedPlacement,
  versions: Versions,
): AnchorFields | undefined {
  if (anchor?.target === undefined) return undefined;
  const { target, quote, before: prefix, after: suffix } = anchor;
  const entries = versions.namedInNew(target);
  if (passages.length > 0 && !isNamed(entries, passages)) return undefined;
  const after = { ...before, target, quote, before: prefix, after: suffix, verdict: undefined };
  // What is written gets a pin: by it the next run knows what was carried.
  const isPinned = before.pin !== undefined || verdict !== 'exact';
  if (!isPinned && sameValue({ ...before, verdict: undefined }, after)) return after;
  const isUpToDate = before.pin !== undefined && pinMatches(before.pin, entries);
  return { ...after, pin: isUpToDate ? before.pin : (pinOf(entries, after) ?? before.pin) };
}

/** Whether the entries are the very utterances: an id that is there twice names the first one only. */
function isNamed(entries: readonly Entry[], passages: Placement['passages']): boolean {
  const named = new Set(
    entries.filter(entry => entry.kind === 'utterance').map(entry => Number(entry.path[1])),
  );
  // A quote stands in one of several targets; without one all of them are meant.
  const areAll = passages.some(({ range }) => range !== undefined) || named.size === passages.length;
  return areAll && passages.every(({ utterance }) => named.has(utterance));
}
