/** The standing of a claim over all readings. */
import type { ClaimView } from '../model/view.ts';
import type { StandingName } from '../model/vocabulary.ts';

/** Whether the readings have standings of different names. */
export function isDiffering({ standings }: ClaimView): boolean {
  return standings.some(({ name }) => name !== standings[0]?.name);
}

/** The standing that all readings have, or `differs`; undefined of a claim that no reading of the view has. */
export function claimKind(claim: ClaimView): StandingName | 'differs' | undefined {
  return isDiffering(claim) ? 'differs' : claim.standings[0]?.name;
}
