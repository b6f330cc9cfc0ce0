/** What becomes of one annotation, or of a claim that has a pin. */

import { type Anchored, isClaim } from '../anchor/anchors.ts';
import { locateQuote } from '../anchor/locate-quote.ts';
import { isSpeech, pinOf } from '../anchor/pin.ts';
import type { Alarm, Placement } from '../anchor/placement.ts';
import { reanchor } from '../anchor/reanchor.ts';
import { waitsItself } from '../model/anchor-state.ts';
import type { Annotation, Id, Utterance } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import { sameValue } from '../model/same-value.ts';
import { type Acceptance, acceptedEntry, isAccepted, ONLY_EXACT } from './acceptance.ts';
import { fieldsOf, writtenFields } from './anchor-fields.ts';
import type { CarriedReferences, Carrying } from './carried-references.ts';
import { joinedPlacement, mixedTargetsOf, otherPart } from './mixed-targets.ts';
import type { AnchorFields, CarriedPlacement, Outcome } from './outcome.ts';
import { inPlace, orphaned } from './placements.ts';

const NO_REFERENCES: CarriedReferences = { changes: [], fault: undefined };

export function annotationCarrier(
  carrying: Carrying,
  ofReferences: (annotation: Annotation) => CarriedReferences,
) {
  /** @param placement of the utterances among its targets. */
  function carry(entry: Anchored, index: number, placement: Placement): Outcome {
    const { id } = entry;
    const isEnded = !isClaim(entry) && carrying.versions.isEnded(entry);
    // Nobody needs to accept words for what has ended.
    const accept = isEnded ? ONLY_EXACT : carrying.accept;
    const found = placementOf(entry, placement, isEnded);
    const before = fieldsOf(entry);
    const isSettled = found.reason === 'already-carried' || !isAccepted(accept, id, found);
    const { changes: references, fault } = isSettled || isClaim(entry) ? NO_REFERENCES : ofReferences(entry);
    const placed: CarriedPlacement =
      fault === undefined ? found : { ...found, verdict: 'ambiguous', reason: fault };
    const after = placeAfter(accept, entry.id, before, placed);
    const misplaced = after === undefined ? undefined : misplacedIn(entry, after);
    const outcome = {
      kind: isClaim(entry) ? ('claim' as const) : ('annotation' as const),
      index,
      id,
      placement: placed,
      lacksId: false,
      isAccepted: false,
      before,
      references: [],
    };
    if (misplaced !== undefined)
      return left({ ...outcome, placement: { ...placed, ...misplaced, anchor: undefined } }, isEnded);
    if (after === undefined) {
      const lacksId = isAccepted(accept, id, placed);
      return left({ ...outcome, lacksId: lacksId && !isEnded }, isEnded);
    }
    const isKept = references.length === 0 && sameValue(before, after);
    const isAct = after.accepted !== before.accepted;
    return { ...outcome, references, isAccepted: isAct, state: isKept ? 'kept' : 'carried', after };
  }

  /** The fields to be written, with the act of whoever accepts what changed; undefined where nothing may be written. */
  function placeAfter(
    accept: Acceptance,
    id: Id,
    before: AnchorFields,
    placed: CarriedPlacement,
  ): AnchorFields | undefined {
    if (!isAccepted(accept, id, placed)) return undefined;
    const after = writtenFields(before, placed, carrying.versions);
    const { act } = accept;
    if (after === undefined || placed.verdict === 'exact' || act === undefined) return after;
    return { ...after, accepted: [...(before.accepted ?? []), acceptedEntry(act, placed)] };
  }

  /** What is wrong with the fields to be written: a target that is no utterance may have the words as well, or not have them. */
  function misplacedIn(
    entry: Anchored,
    after: AnchorFields,
  ): Pick<CarriedPlacement, 'verdict' | 'reason'> | undefined {
    const state = carrying.versions.stateInNew({ ...entry, ...after } as Anchored);
    if (!waitsItself(state) || after.quote === undefined) return undefined;
    if (state.reason === 'several-places') return { verdict: 'ambiguous', reason: 'several-places' };
    return state.reason === 'words-gone' ? { verdict: 'orphaned', reason: 'not-in-old' } : undefined;
  }

  /** It keeps its anchor, with a mark; what has ended needs none. */
  function left(outcome: Omit<Outcome, 'state' | 'after'>, isEnded: boolean): Outcome {
    const { before, lacksId, placement } = outcome;
    if (isEnded) return { ...outcome, state: 'kept', after: before };
    const verdict = lacksId || placement.verdict === 'exact' ? before.verdict : placement.verdict;
    return { ...outcome, state: 'left', after: { ...before, verdict } };
  }

  function placementOf(entry: Anchored, placement: Placement, isEnded: boolean): CarriedPlacement {
    const found = byVersions(entry, placement);
    if (isEnded) return found;
    const isMarked = entry.verdict !== undefined && entry.verdict !== 'exact';
    if (isSpokenByAnother(entry, found))
      return wasAccepted(entry, found) ? inPlace(fieldsOf(entry), found) : found;
    if (entry.pin !== undefined) {
      if (holdsInNew(entry)) return unchanged(entry, found);
      // What names nothing in either version was compared with nothing: its mark stays.
      const isUncompared = found.verdict === 'exact' && found.reason === 'not-an-utterance';
      return isMarked && isUncompared ? { ...found, verdict: 'edited', reason: 'waits-already' } : found;
    }
    // Without a pin nothing tells that the words are those it was made on before it was marked.
    const hasWords = carrying.versions.inNew(entry.target ?? [])?.some(isSpeech) ?? false;
    const isTaken = isMarked && found.verdict === 'exact' && hasWords;
    return isTaken ? { ...found, verdict: 'edited', reason: 'waits-already' } : found;
  }

  /** A pin knows speakers by their ids, and cannot tell that an id is another party's now. */
  function isSpokenByAnother(entry: Anchored, { alarms }: CarriedPlacement): boolean {
    if (!alarms.some(({ kind }) => kind === 'speaker') || !carrying.versions.isPinnedTo('old', entry))
      return false;
    const { speakers } = carrying.versions;
    return carrying.versions
      .namedInNew(entry.target ?? [])
      .some(target => isSpeech(target) && !speakers.isSame(target.value.speaker, target.value.speaker));
  }

  /** Whether the pin says that the words are those it was made on, whatever else became of the transcript. */
  function holdsInNew(entry: Anchored): boolean {
    const { verdict: _, ...unmarked } = entry;
    const state = carrying.versions.stateInNew(unmarked as Anchored);
    return !waitsItself(state) && carrying.versions.namedInNew(entry.target ?? []).some(isSpeech);
  }

  function unchanged(entry: Anchored, found: CarriedPlacement): CarriedPlacement {
    if (found.verdict === 'exact' && found.alarms.length === 0) return found;
    // The same words in another place are where the alignment leads; else its own place has them.
    if (found.verdict === 'moved') return { ...found, verdict: 'exact', alarms: [] };
    return inPlace(fieldsOf(entry), found);
  }

  function byVersions(entry: Anchored, placement: Placement): CarriedPlacement {
    if (placement.reason === 'already-carried') return placement;
    const annotation = asAnnotation(entry);
    const mixed = mixedTargetsOf(annotation, carrying.versions);
    if (placement.reason === 'not-an-utterance' && mixed === undefined)
      return onOtherTarget(annotation, placement);
    const isMarked = entry.verdict !== undefined;
    if (carrying.wasCarried && !isMarked && carrying.versions.isPinnedTo('new', entry))
      return inPlace(fieldsOf(entry), placement);
    const whole =
      mixed === undefined
        ? placement
        : joinedPlacement(
            annotation,
            mixed,
            placement,
            onOtherTarget(otherPart(annotation, mixed), placement, annotation),
          );
    if (entry.pin === undefined || carrying.versions.wasMadeOnOld(entry)) return whole;
    if (whole.anchor !== undefined) return { ...whole, verdict: 'edited', reason: 'pinned-elsewhere' };
    return whole.reason === 'not-in-old' ? { ...whole, reason: 'pinned-elsewhere' } : whole;
  }

  /**
   * Statements of the transcript change as well; what layers hold is the same in both versions.
   * @param whole the annotation of which these targets are a part.
   */
  function onOtherTarget(annotation: Annotation, placement: Placement, whole = annotation): CarriedPlacement {
    const { target, quote, before, after } = annotation;
    const standing: CarriedPlacement = {
      ...placement,
      verdict: 'exact',
      reason: 'not-an-utterance',
      anchor: { target, quote, before, after },
      passages: [],
      change: undefined,
      alarms: [],
    };
    const [old, fresh] = [carrying.versions.inOld(target), carrying.versions.inNew(target)];
    if (fresh === undefined) return old === undefined ? standing : orphaned(standing, 'target-gone');
    const wasMadeOnOld = whole.pin === undefined || carrying.versions.wasMadeOnOld(whole);
    const isUnchanged = pinOf(old ?? []) === pinOf(fresh);
    if (isUnchanged && (wasMadeOnOld || !fresh.some(isSpeech))) return standing;
    if (!quoteStandsIn(annotation, fresh)) return orphaned(standing, 'words-gone');
    const [oldText, newText] = [textOf(old ?? []), textOf(fresh)];
    return {
      ...standing,
      verdict: 'edited',
      reason: wasMadeOnOld ? 'target-edited' : 'pinned-elsewhere',
      change: oldText === newText ? undefined : { old: oldText, new: newText },
      alarms: alarmsOfStatements(annotation, old ?? [], fresh),
    };
  }

  /** Statements are compared as a talk that consists of them. */
  function alarmsOfStatements(
    annotation: Annotation,
    old: readonly Entry[],
    fresh: readonly Entry[],
  ): readonly Alarm[] {
    const { old: oldVersion, new: newVersion } = carrying.versions;
    const before = { ...oldVersion.value, utterances: speechesOf(old) };
    const now = { ...newVersion.value, utterances: speechesOf(fresh) };
    const { pin: _, ...unpinned } = annotation;
    const { options, speakers } = carrying.versions;
    return reanchor(before, now, [unpinned], { ...options, speakers })[0]!.alarms;
  }

  return carry;
}

/** Whether somebody accepted that the words are another's: nothing else in the file tells it where the ids are the same. */
function wasAccepted({ accepted, verdict }: Anchored, { alarms, change }: CarriedPlacement): boolean {
  const speaker = alarms.find(({ kind }) => kind === 'speaker')?.old;
  const last = accepted?.at(-1);
  return (
    verdict === undefined && change === undefined && last !== undefined && last['was-speaker'] === speaker
  );
}

function speechesOf(entries: readonly Entry[]): Utterance[] {
  return entries.filter(isSpeech).map(({ value }) => value);
}

/** Passages of a claim attach as whole utterances do. */
function asAnnotation(entry: Anchored): Annotation {
  if (!isClaim(entry)) return entry;
  const { id, target = [], pin, verdict } = entry;
  return { id, target, ...(pin !== undefined && { pin }), ...(verdict !== undefined && { verdict }) };
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
