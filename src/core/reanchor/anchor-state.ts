/** The anchor of an entry as the file has it, and as it shall have it. */

import { pinMatches, pinOf } from '../anchor/pin.ts';
import type { Placement } from '../anchor/placement.ts';
import type { Annotation } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import { ANCHOR_FIELDS, type AnchorState, type CarriedPlacement } from './outcome.ts';
import type { Versions } from './target-versions.ts';

export function stateOf({ target, quote, before, after, pin, verdict }: Annotation): AnchorState {
  return { target, quote, before, after, pin, verdict };
}

export function isSame(one: AnchorState, other: AnchorState): boolean {
  return ANCHOR_FIELDS.every(name => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}

/** The anchor in the new version; undefined where its utterances cannot be named. */
export function writtenState(
  before: AnchorState,
  { anchor, passages, verdict }: CarriedPlacement,
  versions: Versions,
): AnchorState | undefined {
  if (anchor?.target === undefined) return undefined;
  const { target, quote, before: prefix, after: suffix } = anchor;
  const entries = versions.inNew(target) ?? [];
  if (passages.length > 0 && !isNamed(entries, passages)) return undefined;
  const after = { ...before, target, quote, before: prefix, after: suffix, verdict: undefined };
  // What is written gets a pin: by it the next run knows what was carried.
  const isPinned = before.pin !== undefined || verdict !== 'exact';
  if (!isPinned && isSame({ ...before, verdict: undefined }, after)) return after;
  const isUpToDate = before.pin !== undefined && pinMatches(before.pin, entries);
  return { ...after, pin: isUpToDate ? before.pin : (pinOf(entries, after) ?? before.pin) };
}

/** Whether the entries are the very utterances: an id that is there twice names the first one only. */
function isNamed(entries: readonly Entry[], passages: Placement['passages']): boolean {
  const named = new Set(
    entries.filter(entry => entry.kind === 'utterance').map(entry => Number(entry.path[1])),
  );
  return named.size === passages.length && passages.every(({ utterance }) => named.has(utterance));
}
