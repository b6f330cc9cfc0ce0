/** When a refutation is more than a dispute: somebody else shows evidence of another origin. */
import type { Act } from './act.ts';
import { without } from './origins.ts';
import type { Passages, StandingContext } from './question.ts';

/** Why a `refuted` counts only as `disputed`; undefined where it does refute. */
export function shortfallOf(act: Act, passages: Passages, context: StandingContext): string | undefined {
  const { annotation, party } = act;
  if (party === undefined) return 'no party is named';
  if (annotation.characterised === true) return 'it is known only by description';
  if (passages.possibleSpeakers.has(party))
    return passages.speakers.has(party) ? 'its party is the speaker' : 'its party may be the speaker';
  if (isOfSpeakersSide(party, passages, context)) return "its party is of the speaker's side";
  return shortfallOfEvidence(act, passages, context);
}

function shortfallOfEvidence(
  { annotation }: Act,
  passages: Passages,
  context: StandingContext,
): string | undefined {
  const cited = (annotation.sources ?? []).map(({ source }) => ({
    origins: context.origins.ofCited(source),
    speaker: context.origins.speakerOf(source),
  }));
  const known = cited.filter(({ origins }) => origins.size > 0);
  if (known.length === 0) return 'it cites no source';
  const others = known.filter(
    ({ speaker }) => speaker === undefined || !isOfSpeakersSide(speaker, passages, context),
  );
  if (others.length === 0) return "its evidence is a statement of the speaker's side";
  const passageOrigins = passages.origins();
  return others.some(({ origins }) => without(origins, passageOrigins).size > 0)
    ? undefined
    : "its evidence is of the passage's own origin";
}

function isOfSpeakersSide(
  party: string,
  { possibleSpeakers }: Passages,
  { sides }: StandingContext,
): boolean {
  return [...possibleSpeakers].some(speaker => sides.areOneSide(speaker, party));
}
