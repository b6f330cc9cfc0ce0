/** A standing as a schema.org Rating, in words, because standings do not form a scale. */

import type { Acceptance } from '../../core/model/model.ts';
import type { ClaimView, Standing, WeighedStance } from '../../core/model/view.ts';
import { listed, type NameOf, partyOf } from '../../core/standing/names.ts';

export function ratingOf({ entry }: ClaimView, standing: Standing, nameOf: NameOf) {
  const ofClaim = (entry?.value.accepted ?? []).map(acceptance => `the claim ${acceptedBy(acceptance)}`);
  const explanation = [standing.because, ...ofClaim, ...acceptancesOf(standing, nameOf)];
  // The name of a rating says what holds; what waits for a person is for the explanation.
  if (standing.name === 'unsettled')
    return {
      '@type': 'Rating',
      alternateName: standing.name,
      ratingExplanation: [...explanation, ...standing.remarks].join('; '),
    };
  const actors = standing.stances.filter(stance => bearsName(stance, standing));
  const by =
    actors.length === 0 ? '' : ` by ${listed(actors.map(actor => partyOf(actor.stance.annotation, nameOf)))}`;
  return {
    '@type': 'Rating',
    alternateName: [`${standing.name}${by}`, ...standing.remarks].join('; '),
    ratingExplanation: explanation.join('; '),
  };
}

/** Names who accepted changed words for the stances that count. */
function acceptancesOf({ stances }: Standing, nameOf: NameOf): string[] {
  return stances
    .filter(({ counts }) => counts !== undefined)
    .flatMap(({ stance: { annotation } }) =>
      (annotation.accepted ?? []).map(
        acceptance => `${annotation.tag} by ${partyOf(annotation, nameOf)} ${acceptedBy(acceptance)}`,
      ),
    );
}

function acceptedBy({ by, when }: Acceptance): string {
  return `accepted for changed words by ${by}, ${when}`;
}

/** Whether the standing is called after what this stance did. */
function bearsName({ counts, refutes, stance }: WeighedStance, { name }: Standing): boolean {
  if (name === 'retracted') return counts === 'retracts';
  if (name === 'disputed' || name === 'denied') return counts === 'contests';
  if (name === 'qualified') return counts === 'qualifies';
  if (name === 'refuted') return refutes === true;
  return counts === 'affirms' && stance.annotation.tag === name;
}
