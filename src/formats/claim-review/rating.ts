/** A standing as a schema.org Rating: in words, since it is no place on a scale. */

import type { Standing, WeighedStance } from '../../core/model/view.ts';
import { listed, type NameOf, partyOf } from '../../core/standing/names.ts';

export function ratingOf(standing: Standing, nameOf: NameOf) {
  const actors = standing.stances.filter(stance => bearsName(stance, standing));
  const by =
    actors.length === 0 ? '' : ` by ${listed(actors.map(actor => partyOf(actor.stance.annotation, nameOf)))}`;
  return {
    '@type': 'Rating',
    alternateName: [`${standing.name}${by}`, ...standing.remarks].join('; '),
    ratingExplanation: standing.because,
  };
}

/** Whether the standing is called after what this stance did. */
function bearsName({ counts, refutes, stance }: WeighedStance, { name }: Standing): boolean {
  if (name === 'retracted') return counts === 'retracts';
  if (name === 'disputed' || name === 'denied') return counts === 'contests';
  if (name === 'qualified') return counts === 'qualifies';
  if (name === 'refuted') return refutes === true;
  return counts === 'affirms' && stance.annotation.tag === name;
}
