/**
 * The one judgement on an anchor: whether what it says still holds of the words that stand there now. Views, `diff`,
 * `check`, `reanchor` and every export ask it, so that none of them says more than the words carry.
 */
import {
  type AnchorState,
  SURE,
  TO_RENEW,
  UNPINNED,
  type Waiting,
  type WaitReason,
} from '../model/anchor-state.ts';
import type { Annotation, Claim } from '../model/model.ts';
import type { TargetResolver } from '../model/targets.ts';
import type { Anchor } from '../model/view.ts';
import type { Verdict } from '../model/vocabulary.ts';
import { type Aims, type Anchored, aimsOf, anchorsOf, isClaim } from './anchors.ts';
import { pinMatches, pinMatchesSentences } from './pin.ts';

/** The text as it stands. */
export interface PresentText {
  readonly targets: Pick<TargetResolver, 'resolve'>;
  /** Whether an annotation is withdrawn or superseded: nothing rests on it any more. */
  isEnded(annotation: Annotation): boolean;
}

/** An older text that is at hand beside the present one, and what re-anchoring says of the two. */
export interface OlderText {
  verdictOf(entry: Anchored): Verdict | undefined;
  /** The entry as it attaches in the present text, if its words are the same there and no person is needed. */
  carried(entry: Anchored): Anchored | undefined;
  /** "six, now seven": the words of its passage that changed; undefined where they are the same. */
  changeOf(entry: Anchored): string | undefined;
}

export interface ReadAnchor {
  readonly anchors: readonly Anchor[];
  readonly state: AnchorState;
}

/**
 * The state of an entry's anchor. An ended entry never waits. A stance on a claim waits with the claim; one on an
 * annotation is sure while that one has not ended.
 */
export function anchorState(entry: Anchored, text: PresentText, old?: OlderText): AnchorState {
  return stateOf(entry, aimsOf(entry, text.targets), text, old);
}

/** As {@link anchorState}, with the places where the words are. */
export function readAnchor(entry: Anchored, text: PresentText, old?: OlderText): ReadAnchor {
  const aims = aimsOf(entry, text.targets);
  const state = stateOf(entry, aims, text, old);
  const anchors = anchorsOf(entry, aims);
  const carried = state.state === 'to-renew' ? old?.carried(entry) : undefined;
  if (carried === undefined) return { anchors, state };
  const places = anchorsOf(carried, aimsOf(carried, text.targets));
  return { anchors: places.map(place => ({ ...place, pin: 'out-of-date' })), state };
}

function stateOf(entry: Anchored, aims: Aims, text: PresentText, old: OlderText | undefined): AnchorState {
  if (!isClaim(entry) && text.isEnded(entry)) return SURE;
  const own = ownState(entry, aims, text, old);
  return own.state === 'waits' ? own : (stateOfClaims(aims, text, old) ?? own);
}

/** What the entry's own pin, quote and targets say; claims among the targets are asked for apart. */
function ownState(
  entry: Anchored,
  { list, entries, speeches, quote }: Aims,
  text: PresentText,
  old: OlderText | undefined,
): AnchorState {
  if (list.some(({ entry: named }) => named === undefined)) return unlessExact('passage-gone', entry, old);
  if (entries.some(({ kind, value }) => kind === 'annotation' && text.isEnded(value as Annotation)))
    return waiting('passage-gone', entry, old);
  if (quote?.verdict === 'orphaned') return unlessExact('words-gone', entry, old);
  if (quote?.verdict === 'ambiguous') return unlessExact('several-places', entry, old);
  const { pin, verdict } = entry;
  const changed: WaitReason = quote === undefined ? 'words-gone' : 'around-changed';
  if (verdict !== undefined && verdict !== 'exact') return waiting(changed, entry, old);
  if (speeches.length === 0) return SURE;
  if (pin === undefined) return UNPINNED;
  if (pinMatches(pin, entries)) return SURE;
  if (quote !== undefined && pinMatchesSentences(pin, quote.place)) return TO_RENEW;
  return unlessExact(changed, entry, old);
}

/**
 * It waits, unless an older text shows that its words are the same. A mark of `reanchor` waits for a person all the same;
 * without a pin nothing tells that it was made on that text.
 */
function unlessExact(reason: WaitReason, entry: Anchored, old: OlderText | undefined): AnchorState {
  const isMarked = entry.verdict !== undefined && entry.verdict !== 'exact';
  if (!isMarked && entry.pin !== undefined && old?.carried(entry) !== undefined) return TO_RENEW;
  return waiting(reason, entry, old);
}

function waiting(reason: WaitReason, entry: Anchored, old: OlderText | undefined): Waiting {
  const change = old?.changeOf(entry);
  return { state: 'waits', reason, ...(change !== undefined && { change }) };
}

/** The first of the claims among the targets that waits. A claim attaches to no claim, so this ends there. */
function stateOfClaims(
  { entries }: Aims,
  text: PresentText,
  old: OlderText | undefined,
): Waiting | undefined {
  for (const { kind, value } of entries) {
    if (kind !== 'claim') continue;
    const claim = value as Claim;
    const state = ownState(claim, aimsOf(claim, text.targets), text, old);
    if (state.state === 'waits') return { ...state, claim: claim.id };
  }
  return undefined;
}
