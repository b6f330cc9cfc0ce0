/** Standings to schema.org ClaimReview; only types and properties that schema.org defines are written. */
import { isStance } from '../../core/model/model.ts';
import { projectOfValues } from '../../core/model/project-of-values.ts';
import type { ClaimView, Standing, View } from '../../core/model/view.ts';
import { buildView } from '../../core/view/build-view.ts';
import { publicView } from '../../core/view/public-view.ts';
import type { Conversation, Loss, PartWritten, WriteOptions } from '../format.ts';
import { FieldRecord } from '../losses/field-record.ts';
import { Losses } from '../losses/losses.ts';
import { lossesOfParts } from '../losses/parts.ts';
import { jsonText } from '../shared/json-text.ts';
import { claimWriter, type Review } from './claim.ts';
import { ratingOf } from './rating.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UNDETERMINED = new Set(['unverified', 'disputed', 'unsettled']);

/** The dates of the conversation must have gone through `prepareDates`. */
export function writeClaimReviews(
  value: Conversation,
  { file = 'transcript.yaml', private: isPrivate = false }: WriteOptions,
): PartWritten {
  const whole = buildView(projectOfValues(value.transcript, value.layers, file));
  const view = isPrivate ? whole : publicView(whole).view;
  const reviews = view.claims.flatMap(reviewsOf);
  const record = new FieldRecord();
  const writer = claimWriter(view, record);
  const text = jsonText({
    '@context': 'https://schema.org',
    '@graph': reviews.map(({ claim, words, standing }) => ({
      '@type': 'ClaimReview',
      claimReviewed: words,
      // Whether an annotator is a person or an organization is not known, so the node has no type.
      ...(standing.reading.name !== undefined && { author: { name: standing.reading.name } }),
      ...publishedOf(standing),
      reviewRating: ratingOf(claim, standing, id => writer.nameOf(id)),
      itemReviewed: writer.claimOf(claim, words),
    })),
  });
  recordNames(value, view, reviews, text, record);
  return {
    text,
    written: record.written,
    omitted: omittedFrom(value, view),
    also: [...otherLosses(view, reviews), ...lossesOfParts(value, [['creator', 'role']])],
  };
}

/** An opinion is never rated, and a claim that nobody looked into has no review. */
function reviewsOf(claim: ClaimView): Review[] {
  const words = claim.text;
  if (words === undefined) return [];
  return claim.standings
    .filter(({ name }) => name !== 'not-checkable' && name !== 'unreviewed')
    .map(standing => ({ claim, words, standing }));
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

/** Annotators are named as authors, and parties also in the sentences that say how a standing came about. */
function recordNames(
  { transcript, layers }: Conversation,
  view: View,
  reviews: readonly Review[],
  text: string,
  record: FieldRecord,
): void {
  const authors = new Set(reviews.map(({ standing }) => standing.reading.name));
  for (const contents of [transcript, ...layers])
    if (authors.has(contents.creator?.name)) record.add(contents, 'creator');
  for (const party of view.parties.values())
    if (party.name !== undefined && text.includes(JSON.stringify(party.name).slice(1, -1)))
      record.add(party, 'name');
}

/** Names in the report for claims and annotations that are in no review. */
function omittedFrom({ transcript, layers }: Conversation, { claims }: View): ReadonlyMap<object, string> {
  const omitted = new Map<object, string>();
  for (const { annotations } of [transcript, ...layers])
    for (const annotation of annotations)
      omitted.set(annotation, isStance(annotation) ? 'stances' : 'annotations that are not stances');
  for (const { entry } of claims)
    if (entry !== undefined)
      omitted.set(
        entry.value,
        entry.value.checkable === false ? 'claims that are not checkable' : 'claims that nobody reviewed',
      );
  return omitted;
}

function otherLosses({ claims }: View, reviews: readonly Review[]): readonly Loss[] {
  const losses = new Losses();
  for (const { text } of claims)
    if (text === undefined) losses.add('passages with stances but no claim in words');
  // Reviews are identified by address, and files have none.
  losses.add('addresses of reviews', reviews.length);
  for (const { claim, standing } of reviews)
    if (claim.aspect === 'authenticity' && UNDETERMINED.has(standing.name))
      losses.add('authenticity that is undetermined');
  return losses.list();
}
