/** What a ClaimReview has no place for. */
import { isStance } from '../../core/model/model.ts';
import { documentsOf } from '../../core/model/project.ts';
import type { View } from '../../core/model/view.ts';
import type { Loss } from '../format.ts';
import { Losses } from '../shared/losses.ts';
import type { Review } from './claim.ts';

const UNDETERMINED: ReadonlySet<string> = new Set(['unverified', 'disputed']);

export function lossesOf(view: View, reviews: readonly Review[]): readonly Loss[] {
  const losses = new Losses();
  for (const { value } of documentsOf(view.project)) {
    for (const annotation of value.annotations) {
      if (!isStance(annotation)) losses.add('annotations that are no stances');
      else {
        losses.add('stances');
        if (annotation.certainty !== undefined) losses.add('certainty of stances');
      }
    }
  }
  addUnwritten(view, reviews, losses);
  for (const { claim, standing } of reviews) {
    // A review is told from others by its address, and files have none.
    losses.add('addresses of reviews');
    if (claim.aspect !== undefined) losses.add('aspects of claims');
    if (claim.aspect === 'authenticity' && UNDETERMINED.has(standing.name))
      losses.add('authenticity that is undetermined');
  }
  return losses.list();
}

function addUnwritten({ claims }: View, reviews: readonly Review[], losses: Losses): void {
  const written = new Set(reviews.map(({ claim }) => claim));
  for (const claim of claims) {
    if (written.has(claim)) continue;
    if (claim.entry?.value.checkable === false) losses.add('claims that are not checkable');
    else if (claim.text === undefined) losses.add('passages with stances but no claim in words');
    else losses.add('claims that nobody reviewed');
  }
}
