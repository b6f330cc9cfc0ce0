/** Standings to schema.org ClaimReview; only types and properties that schema.org defines are written. */
import { projectOfValues } from '../../core/model/project-of-values.ts';
import type { ClaimView, Standing } from '../../core/model/view.ts';
import { buildView } from '../../core/view/build-view.ts';
import type { Conversation, WriteOptions, WriteResult } from '../format.ts';
import { jsonText } from '../shared/json-text.ts';
import { claimOf, type Review } from './claim.ts';
import { lossesOf } from './losses.ts';
import { ratingOf } from './rating.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The dates of the conversation must have gone through `prepareDates`. */
export function writeClaimReviews(value: Conversation, options: WriteOptions = {}): WriteResult {
  const { transcript, layers } = value;
  const view = buildView(projectOfValues(transcript, layers, options.file ?? 'transcript.yaml'));
  const reviews = view.claims.flatMap(reviewsOf);
  const text = jsonText({
    '@context': 'https://schema.org',
    '@graph': reviews.map(({ claim, words, standing }) => ({
      '@type': 'ClaimReview',
      claimReviewed: words,
      ...authorOf(standing),
      ...publishedOf(standing),
      reviewRating: ratingOf(standing, view),
      itemReviewed: claimOf(claim, words, view),
    })),
  });
  return { text, losses: lossesOf(view, reviews) };
}

/** An opinion is never rated, and a claim that nobody looked into has no review. */
function reviewsOf(claim: ClaimView): Review[] {
  const words = claim.text;
  if (words === undefined) return [];
  return claim.standings
    .filter(({ name }) => name !== 'not-checkable' && name !== 'unreviewed')
    .map(standing => ({ claim, words, standing }));
}

/** Whether an annotator is a person or an organization is not known, so the node has no type. */
function authorOf({ reading }: Standing) {
  return reading.name === undefined ? {} : { author: { name: reading.name } };
}

/** The day of the youngest annotation that made the standing. */
function publishedOf({ stances }: Standing) {
  const days = stances
    .filter(({ counts }) => counts !== undefined)
    .flatMap(({ stance }) => stance.annotation.created ?? [])
    .filter(created => DAY.test(created))
    .sort();
  const last = days.at(-1);
  return last === undefined ? {} : { datePublished: last };
}
