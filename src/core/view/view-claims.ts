/** Claims with their standings, one for each reading that has something to say. */
import type { Annotation } from '../model/model.ts';
import type { ClaimView, Reading } from '../model/view.ts';
import { type Act, actOf, type End, type Question } from '../standing/act.ts';
import { deriveStanding } from '../standing/derive.ts';
import type { NameOf } from '../standing/names.ts';
import { replacedOnClaim } from '../standing/weigh.ts';
import { type ClaimDraft, speakersOf } from './claim-drafts.ts';
import type { PlacedDraft } from './place-annotations.ts';

/** The stances of one reading on one claim. */
interface Part {
  readonly reading: Reading;
  readonly question: Question;
  readonly acts: readonly Act[];
}

/** Derives the standings, and settles which stances a later act of their party has replaced. */
export function viewClaims(
  drafts: readonly ClaimDraft[],
  ends: ReadonlyMap<Annotation, End>,
  readings: readonly Reading[],
  nameOf: NameOf,
  asOf: string | undefined,
): ClaimView[] {
  const claims = drafts.map(draft => ({ draft, parts: partsOf(draft, ends, readings) }));
  markReplaced(claims.flatMap(({ parts }) => parts));
  return claims.map(({ draft, parts }) => ({
    id: draft.entry?.id,
    entry: draft.entry,
    text: draft.entry?.value.text,
    aspect: draft.aspect,
    anchors: draft.anchors,
    standings: parts.map(({ acts, question, reading }) =>
      deriveStanding(acts, question, reading, nameOf, asOf),
    ),
  }));
}

function partsOf(
  draft: ClaimDraft,
  ends: ReadonlyMap<Annotation, End>,
  readings: readonly Reading[],
): Part[] {
  const question: Question = {
    aspect: draft.aspect,
    checkable: draft.entry?.value.checkable !== false,
    checked: draft.entry?.value.checked,
    speakers: speakersOf(draft),
  };
  const byReading = new Map<Reading, Act[]>();
  for (const placed of draft.stances) {
    const acts = byReading.get(placed.reading) ?? [];
    acts.push(actOf(placed, ends.get(placed.annotation)));
    byReading.set(placed.reading, acts);
  }
  // Who declares a claim and says nothing on it has a standing of it only while nobody else has.
  if (byReading.size === 0 && draft.reading !== undefined) byReading.set(draft.reading, []);
  return readings.flatMap(reading => {
    const acts = byReading.get(reading);
    return acts === undefined ? [] : [{ reading, question, acts }];
  });
}

/** A stance is dead as a whole when it was replaced on every claim that it bears on. */
function markReplaced(parts: readonly Part[]): void {
  const bearing = new Map<Act['placed'], { replaced: boolean }>();
  for (const { acts, question } of parts) {
    const replaced = replacedOnClaim(acts, question);
    for (const act of acts) {
      const sofar = bearing.get(act.placed)?.replaced ?? true;
      bearing.set(act.placed, { replaced: sofar && replaced.has(act) });
    }
  }
  for (const [placed, { replaced }] of bearing)
    if (replaced) (placed as PlacedDraft).dead = 'later-act-of-party';
}
