/** The standing of a claim over all readings. */
import type { ClaimView } from '../model/view.ts';
import type { StandingName } from '../model/vocabulary.ts';

/** Whether the readings have standings of different names. */
function isDiffering({ standings }: ClaimView): boolean {
  return standings.some(({ name }) => name !== standings[0]?.name);
}

/** A standing over all readings: the one that all have, or that they differ. */
export type StandingKind = StandingName | 'differs';

/** Undefined of a claim that no reading of the view has. */
export function claimKind(claim: ClaimView): StandingKind | undefined {
  return isDiffering(claim) ? 'differs' : claim.standings[0]?.name;
}
