/** Which standings a claim or a passage has, for the filter. */
import type { ClaimView, SpeechView, View } from '../../../core/model/view.ts';
import type { StandingName } from '../../../core/model/vocabulary.ts';

/** The standings of a claim in all readings, and `differ` where there are several. */
export function namesOfClaim({ standings }: ClaimView): (StandingName | 'differs')[] {
  const names = [...new Set(standings.map(({ name }) => name))];
  return names.length > 1 ? [...names, 'differs'] : names;
}

export function standingNames(view: View, { claims }: SpeechView): (StandingName | 'differs')[] {
  return [...new Set(claims.flatMap(index => namesOfClaim(view.claims[index]!)))];
}
