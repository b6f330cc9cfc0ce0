/** What becomes of one annotation. */

import { locateQuote } from '../anchor/locate-quote.ts';
import { isSpeech, pinMatches, pinOf } from '../anchor/pin.ts';
import type { Alarm, Placement } from '../anchor/placement.ts';
import { type ReanchorOptions, reanchor } from '../anchor/reanchor.ts';
import type { Annotation, Utterance } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import { type Acceptance, isAccepted } from './acceptance.ts';
import { isSame, stateOf, writtenState } from './anchor-state.ts';
import type { CarriedReferences, ReferenceCarrier } from './carried-references.ts';
import type { CarriedPlacement, Outcome } from './outcome.ts';
import { inPlace, orphaned } from './placements.ts';
import type { Versions } from './target-versions.ts';

const NO_REFERENCES: CarriedReferences = { changes: [], fault: undefined };

export class AnnotationCarrier {
  readonly #versions: Versions;
  readonly #accept: Acceptance;
  readonly #wasCarried: boolean;
  readonly #references: ReferenceCarrier;
  readonly #options: ReanchorOptions;

  /** @param wasCarried the layer as a whole was carried over before. */
  constructor(
    versions: Versions,
    accept: Acceptance,
    wasCarried: boolean,
    references: ReferenceCarrier,
    options: ReanchorOptions,
  ) {
    this.#versions = versions;
    this.#accept = accept;
    this.#wasCarried = wasCarried;
    this.#references = references;
    this.#options = options;
  }

  carry(annotation: Annotation, index: number, placement: Placement): Outcome {
    const { id, withdrawn } = annotation;
    const found = this.#placementOf(annotation, placement);
    const before = stateOf(annotation);
    const isSettled = found.reason === 'already-carried' || !isAccepted(this.#accept, id, found);
    const { changes: references, fault } = isSettled ? NO_REFERENCES : this.#references.carry(annotation);
    const placed: CarriedPlacement =
      fault === undefined ? found : { ...found, verdict: 'ambiguous', reason: fault };
    const mayWrite = isAccepted(this.#accept, id, placed);
    const after = mayWrite ? writtenState(before, placed, this.#versions) : undefined;
    const outcome = {
      kind: 'annotation' as const,
      index,
      id,
      placement: placed,
      lacksId: false,
      before,
      references: after === undefined ? [] : references,
    };
    if (after !== undefined) {
      const isKept = references.length === 0 && isSame(before, after);
      return { ...outcome, state: isKept ? 'kept' : 'carried', after };
    }
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
    return placement;
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
      alarms: this.#alarmsOfStatements(annotation, old ?? [], fresh),
    };
  }

  /** Statements are compared as a talk that consists of them. */
  #alarmsOfStatements(
    annotation: Annotation,
    old: readonly Entry[],
    fresh: readonly Entry[],
  ): readonly Alarm[] {
    const { old: oldVersion, new: newVersion } = this.#versions;
    const before = { ...oldVersion.value, utterances: speechesOf(old) };
    const now = { ...newVersion.value, utterances: speechesOf(fresh) };
    const { pin: _, ...unpinned } = annotation;
    return reanchor(before, now, [unpinned], this.#options)[0]!.alarms;
  }
}

function speechesOf(entries: readonly Entry[]): Utterance[] {
  return entries.filter(isSpeech).map(({ value }) => value);
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
