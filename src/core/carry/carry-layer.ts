/** Plans how a layer is carried over to a new version of its transcript. Every annotation gets an outcome; none is dropped. */
import type { Placement } from '../anchor/placement.ts';
import { reanchor } from '../anchor/reanchor.ts';
import { NO_WORDS, type WordLists } from '../language/word-lists.ts';
import { locateQuote } from '../locate-quote.ts';
import type { Annotation, Claim, Layer } from '../model.ts';
import { isSpeech, pinMatches, pinOf } from '../pin.ts';
import type { Entry } from '../project.ts';
import { type Acceptance, isAccepted, ONLY_EXACT } from './acceptance.ts';
import {
  ANCHOR_FIELDS,
  type AnchorState,
  type CarriedPlacement,
  type Cause,
  type Outcome,
} from './outcome.ts';
import type { Versions } from './versions.ts';

export interface CarryOptions {
  /** Words of the transcript's language, for spellings of numbers and for the alarms; none by default. */
  readonly words?: WordLists;
  /** By default only what is exact. */
  readonly accept?: Acceptance;
}

/**
 * The outcome of every annotation, then of every claim with a target, in the order of the layer. Planning again after the
 * outcomes were written gives nothing to write.
 */
export function carryLayer(layer: Layer, versions: Versions, options: CarryOptions = {}): Outcome[] {
  const { annotations, claims } = layer;
  const targeted = [...claims.entries()].filter(([, { target }]) => target !== undefined);
  const placements = reanchor(
    versions.old.value,
    versions.new.value,
    [...annotations, ...targeted.map(([, claim]) => passagesOf(claim))],
    { words: options.words ?? NO_WORDS },
  );
  const carrier = new LayerCarrier(versions, options.accept ?? ONLY_EXACT, wasCarried(annotations, versions));
  return [
    ...annotations.map((annotation, index) => carrier.annotation(annotation, index, placements[index]!)),
    ...targeted.map(([index, claim], at) =>
      carrier.claim(claim, index, placements[annotations.length + at]!),
    ),
  ];
}

/** The passages of a claim attach as whole utterances do. */
function passagesOf({ id, target = [] }: Claim): Annotation {
  return { id, target };
}

/**
 * Whether the layer as a whole was carried over before: some pins are only those of the new version, and none is only that
 * of the old one. Single annotations cannot tell where one text stands under one id in the old version and under another
 * that the old version has as well in the new one.
 */
function wasCarried(annotations: readonly Annotation[], versions: Versions): boolean {
  let carried = false;
  for (const annotation of annotations) {
    if (annotation.verdict !== undefined || annotation.withdrawn !== undefined) continue;
    const [old, fresh] = [versions.isPinnedTo('old', annotation), versions.isPinnedTo('new', annotation)];
    if (old && !fresh) return false;
    carried ||= fresh && !old;
  }
  return carried;
}

class LayerCarrier {
  readonly #versions: Versions;
  readonly #accept: Acceptance;
  readonly #wasCarried: boolean;

  constructor(versions: Versions, accept: Acceptance, carried: boolean) {
    this.#versions = versions;
    this.#accept = accept;
    this.#wasCarried = carried;
  }

  annotation(annotation: Annotation, index: number, placement: Placement): Outcome {
    const { id, withdrawn } = annotation;
    const placed = this.#placementOf(annotation, placement);
    const before = stateOf(annotation);
    const mayWrite = isAccepted(this.#accept, id, placed);
    const after = mayWrite ? this.#written(before, placed) : undefined;
    const outcome = { kind: 'annotation', index, id, placement: placed, lacksId: false, before } as const;
    if (after !== undefined) return { ...outcome, state: isSame(before, after) ? 'kept' : 'carried', after };
    if (withdrawn !== undefined) return { ...outcome, state: 'kept', after: before };
    const verdict = placed.verdict === 'exact' ? undefined : placed.verdict;
    return { ...outcome, state: 'left', lacksId: mayWrite, after: { ...before, verdict } };
  }

  #placementOf(annotation: Annotation, placement: Placement): CarriedPlacement {
    if (placement.reason === 'already-carried') return placement;
    if (placement.reason === 'not-an-utterance') return this.#onOtherTarget(annotation, placement);
    const isMarked = annotation.verdict !== undefined;
    if (this.#wasCarried && !isMarked && this.#versions.isPinnedTo('new', annotation))
      return inPlace(stateOf(annotation), placement);
    if (placement.anchor === undefined) return placement;
    if (annotation.pin !== undefined && !this.#versions.isPinnedTo('old', annotation))
      return { ...placement, verdict: 'edited', reason: 'pinned-elsewhere' };
    const alarmed = placement.verdict === 'exact' && placement.alarms.length > 0;
    return alarmed ? { ...placement, verdict: 'edited' } : placement;
  }

  /** Statements of the transcript change as well; what layers hold is the same in both versions. */
  #onOtherTarget(annotation: Annotation, placement: Placement): CarriedPlacement {
    const [old, fresh] = [this.#versions.inOld(annotation.target), this.#versions.inNew(annotation.target)];
    if (fresh === undefined) return old === undefined ? placement : orphaned(placement, 'target-gone');
    if (annotation.pin !== undefined && pinMatches(annotation.pin, fresh)) return placement;
    const wasPinnedToOld = annotation.pin === undefined || pinMatches(annotation.pin, old ?? []);
    const isUnchanged = pinOf(old ?? []) === pinOf(fresh);
    if (wasPinnedToOld && isUnchanged) return placement;
    if (!quoteStandsIn(annotation, fresh)) return orphaned(placement, 'words-gone');
    const [oldText, newText] = [textOf(old ?? []), textOf(fresh)];
    return {
      ...placement,
      verdict: 'edited',
      reason: wasPinnedToOld ? 'target-edited' : 'pinned-elsewhere',
      change: oldText === newText ? undefined : { old: oldText, new: newText },
    };
  }

  /** The anchor in the new version; undefined where its utterances cannot be named. */
  #written(before: AnchorState, { anchor, passages, verdict }: CarriedPlacement): AnchorState | undefined {
    if (anchor?.target === undefined) return undefined;
    const { target, quote, before: prefix, after: suffix } = anchor;
    const entries = this.#versions.inNew(target) ?? [];
    if (passages.length > 0 && !isNamed(entries, passages)) return undefined;
    const after = { ...before, target, quote, before: prefix, after: suffix, verdict: undefined };
    const isPinned = before.pin !== undefined || verdict !== 'exact';
    if (!isPinned && isSame({ ...before, verdict: undefined }, after)) return after;
    const isUpToDate = before.pin !== undefined && pinMatches(before.pin, entries);
    return { ...after, pin: isUpToDate ? before.pin : (pinOf(entries) ?? before.pin) };
  }

  /**
   * A claim has no pin that tells where it was made, so its target is only written where nobody can take the new ids for
   * old ones; otherwise a person is asked.
   */
  claim(claim: Claim, index: number, placement: Placement): Outcome {
    const before = stateOf(passagesOf(claim));
    const stands = this.#versions.inNew(before.target) !== undefined;
    const isOfOld = this.#versions.inOld(before.target) !== undefined;
    const outcome = (
      state: Outcome['state'],
      found: CarriedPlacement,
      after: AnchorState = before,
    ): Outcome => {
      return { kind: 'claim', index, id: claim.id, placement: found, state, lacksId: false, before, after };
    };
    if (stands && !isOfOld) return outcome('kept', inPlace(before, placement));
    if (placement.reason === 'not-an-utterance') {
      const isGone = !stands && isOfOld;
      return isGone ? outcome('left', orphaned(placement, 'target-gone')) : outcome('kept', placement);
    }
    const { anchor, alarms } = placement;
    const isAlarmed = alarms.length > 0;
    const found =
      isAlarmed && anchor !== undefined ? { ...placement, verdict: 'edited' as const } : placement;
    const accepted = isAccepted(this.#accept, claim.id, found);
    if (String(anchor?.target) === String(before.target))
      return outcome(isAlarmed && !accepted ? 'left' : 'kept', found);
    if (stands && this.#wasCarried) return outcome('kept', inPlace(before, placement));
    if (anchor === undefined) return outcome('left', found);
    const after = this.#written(before, found);
    if (after === undefined) return { ...outcome('left', found), lacksId: true };
    const isFresh = !stands && this.#versions.inOld(after.target) === undefined;
    if (!isFresh || !accepted) return outcome('left', found);
    return outcome('carried', found, { ...before, target: after.target });
  }
}

function stateOf({ target, quote, before, after, pin, verdict }: Annotation): AnchorState {
  return { target, quote, before, after, pin, verdict };
}

function isSame(one: AnchorState, other: AnchorState): boolean {
  return ANCHOR_FIELDS.every(name => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}

/** Whether the entries are the very utterances: an id that is there twice names the first one only. */
function isNamed(entries: readonly Entry[], passages: Placement['passages']): boolean {
  const named = new Set(
    entries.filter(entry => entry.kind === 'utterance').map(entry => Number(entry.path[1])),
  );
  return named.size === passages.length && passages.every(({ utterance }) => named.has(utterance));
}

function quoteStandsIn({ quote, before, after }: Annotation, entries: readonly Entry[]): boolean {
  if (quote === undefined) return true;
  const verdicts = entries
    .filter(isSpeech)
    .map(entry => locateQuote(entry.value.text ?? '', { quote, before, after }).verdict);
  return verdicts.filter(verdict => verdict !== 'orphaned').join() === 'exact';
}

function textOf(entries: readonly Entry[]): string {
  return entries
    .filter(isSpeech)
    .map(entry => entry.value.text ?? '')
    .join(' ');
}

/** The placement of an entry that attaches as it is written. */
function inPlace({ target, quote, before, after }: AnchorState, placement: Placement): CarriedPlacement {
  return {
    ...placement,
    verdict: 'exact',
    reason: 'already-carried',
    anchor: { target, quote, before, after },
    passages: [],
    change: undefined,
    alarms: [],
  };
}

function orphaned(placement: Placement, reason: Cause): CarriedPlacement {
  return { ...placement, verdict: 'orphaned', reason, anchor: undefined, passages: [] };
}
