/** Claims with their standings, one for each reading that has something to say. */
import { append } from '../maps.ts';
import { type Waiting, waitsItself } from '../model/anchor-state.ts';
import type { ClaimView, Reading } from '../model/view.ts';
import { type Act, actOf } from '../standing/act.ts';
import type { Ends } from '../standing/ends.ts';
import type { Question, StandingContext } from '../standing/question.ts';
import { settledStanding } from '../standing/settled.ts';
import { replacedOnClaim } from '../standing/weigh.ts';
import type { ClaimDraft } from './claim-drafts.ts';
import { type Publishing, passagesOf } from './passages-of.ts';
import type { PlacedDraft } from './place-annotations.ts';

/** The stances of one reading on one claim. */
interface Part {
  readonly reading: Reading;
  readonly question: Question;
  readonly acts: readonly Act[];
  /** Why an act on this claim waits for a person; undefined where it does not. */
  readonly waits: (act: Act) => Waiting | undefined;
}

/** Derives the standings, and settles which stances a later act of their party has replaced. */
export function viewClaims(
  drafts: readonly ClaimDraft[],
  ends: Ends,
  readings: readonly Reading[],
  context: StandingContext & Publishing,
): ClaimView[] {
  const claims = drafts.map(draft => ({ draft, parts: partsOf(draft, ends, readings, context) }));
  markReplaced(
    claims.flatMap(({ parts }) => parts),
    context,
  );
  return claims.map(({ draft, parts }) => ({
    id: draft.entry?.id,
    entry: draft.entry,
    text: draft.entry?.value.text,
    aspect: draft.aspect,
    anchors: draft.anchors,
    state: draft.state,
    standings: parts.map(({ acts, question, reading, waits }) => ({
      reading,
      ...settledStanding(acts, waits, draft.state?.state === 'waits', question, context),
    })),
  }));
}

function partsOf(
  draft: ClaimDraft,
  ends: Ends,
  readings: readonly Reading[],
  publishing: Publishing,
): Part[] {
  const question: Question = {
    aspect: draft.aspect,
    checkable: draft.entry?.value.checkable !== false,
    checked: draft.entry?.value.checked,
    passages: passagesOf(draft.anchors, publishing),
  };
  const byReading = new Map<Reading, Act[]>();
  for (const placed of draft.stances)
    append(byReading, placed.reading, actOf(placed, ends.of(placed.annotation)));
  // Who declares a claim and says nothing on it has a standing of it only while nobody else has.
  if (byReading.size === 0 && draft.reading !== undefined) byReading.set(draft.reading, []);
  return readings.flatMap(reading => {
    const acts = byReading.get(reading);
    return acts === undefined ? [] : [{ reading, question, acts, waits: waitingOn(draft) }];
  });
}

/** A stance waits on a claim when its own anchor does, or the claim itself. */
function waitingOn({ state: ofClaim }: ClaimDraft): Part['waits'] {
  return ({ placed: { state }, end }) => {
    if (end !== undefined) return undefined;
    if (waitsItself(state)) return state;
    return ofClaim?.state === 'waits' ? ofClaim : undefined;
  };
}

/** A stance is dead as a whole when it was replaced on every claim that it bears on; what waits replaces nothing. */
function markReplaced(parts: readonly Part[], context: StandingContext): void {
  const bearing = new Map<Act['placed'], { replaced: boolean }>();
  for (const { acts, question, waits } of parts) {
    const settled = acts.filter(act => waits(act) === undefined);
    const replaced = replacedOnClaim(settled, question, context);
    for (const act of acts) {
      const sofar = bearing.get(act.placed)?.replaced ?? true;
      bearing.set(act.placed, { replaced: sofar && replaced.has(act) });
    }
  }
  for (const [placed, { replaced }] of bearing)
    if (replaced) (placed as PlacedDraft).dead = 'later-act-of-party';
}
