/** schema.org ClaimReview in JSON-LD: one review for each claim and reading that has a standing. */

import { defineFormat } from '../define-format.ts';
import { writeClaimReviews } from './write.ts';

export const format = defineFormat({
  id: 'claim-review',
  name: 'ClaimReview',
  title: 'schema.org ClaimReview JSON-LD',
  extensions: ['claim-review.json', 'claim-review.jsonld'],
  keeps: 'reviewed claims: their words, speakers and passages, the standing with its reason, the annotator',
  loses:
    'stances, certainty, aspects, claims that are not checkable or not reviewed, addresses of the reviews, all else',
  derivesStandings: true,
  detect: () => 0,
  carries: [
    'transcript.title',
    'transcript.date',
    'transcript.creator',
    'layer.creator',
    'party.name',
    'source.title',
    'source.url',
    'source.publisher',
    'source.published',
    'utterance.id',
    'utterance.speaker',
    'utterance.text',
    'utterance.source',
    'statement.id',
    'statement.speaker',
    'statement.text',
    'statement.source',
    'claim.text',
    'claim.target',
  ],
  write: writeClaimReviews,
});
