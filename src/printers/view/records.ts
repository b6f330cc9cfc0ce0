/**
 * The view as plain values, for output that programs read. Fields have the names used in files, with additions: the
 * reading, the layer, the places found, and whether an annotation is live.
 */

import type { AnchorState, Waiting } from '../../core/model/anchor-state.ts';
import { type Annotation, isStance } from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import type {
  Anchor,
  ClaimView,
  PlacedAnnotation,
  SpeechView,
  Standing,
  View,
} from '../../core/model/view.ts';
import type { JsonRecord } from '../escape/json.ts';
import { waitingText } from './details.ts';
import { isBeforeTalk } from './moment.ts';
import { isKnown } from './names.ts';

/** Version of the records: fields are only added within one. */
export const VIEW_SCHEMA = 'onrecord/view@1';

/** Title, date, place and conditions of the talk, and the view's own date and readings. */
export function headerRecord(view: View): JsonRecord {
  const { transcript, layers } = view.project;
  const { title, date, place, setting, language, 'ground-rule': groundRule } = transcript.value;
  return {
    title,
    date,
    place,
    setting,
    'ground-rule': groundRule,
    language,
    transcript: transcript.file,
    layers: layers.map(layer => layer.file),
    ...momentRecord(view),
    readings: view.readings.map(reading => reading.creator ?? null),
  };
}

/** The date of the view, whether the talk came after it, and the acts whose date no source states. */
export function momentRecord(view: View): JsonRecord {
  const { asOf, undated } = view;
  return { 'as-of': asOf, ...(asOf !== undefined && { 'before-talk': isBeforeTalk(view) }), undated };
}

/** An utterance or statement without its annotations. Times are written as in the files. */
export function speechRecord(item: SpeechView): JsonRecord {
  const { start, end, ...speech } = item.speech;
  return {
    ...speech,
    id: item.id ?? null,
    start: start === undefined ? undefined : formatTime(start),
    end: end === undefined ? undefined : formatTime(end),
  };
}

/**
 * An annotation with its places. A stance always has `by`, null if nobody is named.
 * @param anchors the places to list.
 */
export function annotationRecord(
  placed: PlacedAnnotation,
  anchors: readonly Anchor[] = placed.anchors,
): JsonRecord {
  const { annotation, entry, reading, state, dead } = placed;
  return {
    ...annotation,
    ...(isStance(annotation) ? { by: annotation.by ?? null } : {}),
    reading: reading.name ?? null,
    layer: entry.document.file,
    status: dead ?? 'live',
    anchors: anchors.map(anchorRecord),
    ...(anchors.length < placed.anchors.length && { places: placed.anchors.length }),
    ...stateRecord(state),
  };
}

/** A claim with its standing in each reading, and what each stance weighed. */
export function claimRecord(claim: ClaimView): JsonRecord {
  return {
    ...claim.entry?.value,
    id: claim.id ?? null,
    text: claim.text ?? null,
    aspect: claim.aspect ?? null,
    // Not declared: it is implied by stances on a passage.
    implied: claim.entry === undefined,
    anchors: claim.anchors.map(anchorRecord),
    ...(claim.state && stateRecord(claim.state)),
    standings: claim.standings.map(standingRecord),
  };
}

/** `state` is sure, unpinned, to-renew or waits; what waits says why. */
function stateRecord(state: AnchorState): JsonRecord {
  return { state: state.state, ...(state.state === 'waits' && { waits: waitingRecord(state) }) };
}

function waitingRecord(waiting: Waiting): JsonRecord {
  const { reason, claim, change } = waiting;
  return { reason, claim, change, text: waitingText(waiting) };
}

function standingRecord({ reading, name, remarks, because, stances }: Standing): JsonRecord {
  return {
    reading: reading.name ?? null,
    standing: name,
    remarks,
    because,
    // Stances that wait for a person, and so do not count.
    waiting: stances.filter(({ waits }) => waits !== undefined).length,
    stances: stances
      .filter(weighed => isKnown(weighed.stance))
      .map(({ stance, counts, why, undated, replacedBy, refutes, repeats, waits, would }) => ({
        annotation: stance.annotation.id,
        ...stanceFields(stance.annotation),
        counts: counts ?? null,
        undated,
        'replaced-by': replacedBy?.annotation.id,
        refutes,
        // The earlier corroboration that its evidence repeats, and the origins of both.
        repeats: repeats && { annotation: repeats.stance.annotation.id, origins: repeats.origins },
        waits: waits && waitingRecord(waits),
        // Its weight if it did not wait.
        would,
        why,
      })),
  };
}

function stanceFields({ tag, by, via, characterised }: Annotation): JsonRecord {
  return { tag, by: by ?? null, via, characterised };
}

/** `range` counts code points, half-open; it is absent where the whole entry is meant. */
function anchorRecord({ target, entry, range, verdict, pin }: Anchor): JsonRecord {
  const found = entry === 'transcript' ? 'transcript' : (entry?.id ?? null);
  return { target, entry: found, range, verdict, pin };
}
