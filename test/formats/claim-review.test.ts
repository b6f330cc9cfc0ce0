import { expect, test } from 'vitest';
import type { Annotation, Claim, Layer, Transcript, Utterance } from '../../src/core/model/model.ts';
import { format } from '../../src/formats/claim-review/index.ts';
import { NOTHING } from '../fixtures/project.ts';

/** What schema.org defines for the types that are written, inherited properties included. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  ClaimReview: ['author', 'claimReviewed', 'datePublished', 'itemReviewed', 'reviewRating'],
  Rating: ['alternateName', 'ratingExplanation'],
  Claim: ['about', 'appearance', 'author', 'firstAppearance', 'text'],
  Quotation: ['identifier', 'isBasedOn', 'isPartOf', 'text'],
  CreativeWork: [
    'dateCreated',
    'datePublished',
    'identifier',
    'isBasedOn',
    'isPartOf',
    'name',
    'publisher',
    'text',
    'url',
  ],
};

const utterances: readonly Utterance[] = [
  { id: 'u1', speaker: 'anna', form: 'direct', text: 'The bridge was closed in May.', source: 'report' },
  { id: 'u2', speaker: 'unknown', form: 'indirect', text: 'Someone said it was open.' },
];

const transcript: Transcript = {
  ...NOTHING,
  kind: 'transcript',
  title: 'A talk',
  date: '2020-05-01',
  parties: new Map([
    ['anna', { name: 'Anna' }],
    ['ben', { name: 'Ben' }],
  ]),
  sources: new Map([['report', { title: 'A report', url: 'https://example.org/r', published: '2020-06~' }]]),
  utterances,
};

const CLOSED: Claim = { id: 'c1', text: 'The bridge was closed', aspect: 'content', target: ['u1', 'u2'] };

function stance(id: string, tag: string, more: Partial<Annotation> = {}): Annotation {
  return { id, target: ['c1'], tag, by: 'ben', ...more } as Annotation;
}

function written(claims: readonly Claim[], annotations: readonly Annotation[]) {
  const layer: Layer = {
    ...NOTHING,
    kind: 'layer',
    transcript: 'talk.yaml',
    creator: { name: 'Reader' },
    claims,
    annotations,
  };
  const { text, losses } = format.write!({ transcript, layers: [layer] }, { file: 'talk.yaml' });
  const reviews = (JSON.parse(text) as { '@graph': unknown[] })['@graph'];
  return { reviews, losses: Object.fromEntries(losses.map(({ what, count }) => [what, count])) };
}

test('a review says what was claimed by whom and where, and what it is held for by whom', () => {
  const { reviews } = written(
    [CLOSED],
    [
      stance('a1', 'confirmed', { created: '2026-01-15' }),
      stance('a2', 'asserted', { created: '2026-02-01' }),
    ],
  );
  const first = {
    '@type': 'Quotation',
    identifier: 'u1',
    text: 'The bridge was closed in May.',
    isPartOf: { '@type': 'CreativeWork', name: 'A talk', dateCreated: '2020-05-01' },
    isBasedOn: { '@type': 'CreativeWork', name: 'A report', url: 'https://example.org/r' },
  };
  expect(reviews).toEqual([
    {
      '@type': 'ClaimReview',
      claimReviewed: 'The bridge was closed',
      author: { name: 'Reader' },
      datePublished: '2026-01-15',
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'confirmed by Ben',
        ratingExplanation: expect.stringContaining('only affirmed'),
      },
      itemReviewed: {
        '@type': 'Claim',
        text: 'The bridge was closed',
        author: [{ name: 'Anna' }],
        appearance: [first, expect.objectContaining({ '@type': 'CreativeWork', identifier: 'u2' })],
        firstAppearance: first,
      },
    },
  ]);
});

test.for([
  [['confirmed'], 'confirmed by Ben'],
  [['denied'], 'denied by Ben'],
  [['disputed'], 'disputed by Ben'],
  [['declined-to-comment'], 'unverified; comment declined by Ben'],
] as const)('%s is rated "%s"', ([tags, rating]) => {
  const { reviews } = written(
    [CLOSED],
    tags.map((tag, index) => stance(`a${index}`, tag)),
  );
  expect(reviews).toEqual([
    expect.objectContaining({ reviewRating: expect.objectContaining({ alternateName: rating }) }),
  ]);
});

test('an opinion is never rated, and what nobody reviewed has no review', () => {
  const opinion: Claim = { ...CLOSED, checkable: false };
  const other: Claim = { id: 'c2', text: 'It was open', aspect: 'content', target: ['u2'] };
  const { reviews, losses } = written([opinion, other], [stance('a1', 'confirmed')]);
  expect(reviews).toEqual([]);
  expect(losses).toEqual({
    'title of the transcript': 1,
    'date of the transcript': 1,
    parties: 2,
    sources: 1,
    utterances: 2,
    layers: 1,
    'claims that are not checkable': 1,
    'claims that nobody reviewed': 1,
    stances: 1,
  });
});

test('the speaker of a passage is not the author of a claim about how it was reported', () => {
  const { reviews } = written([{ ...CLOSED, aspect: 'wording' }], [stance('a1', 'confirmed')]);
  expect(reviews).toEqual([
    expect.objectContaining({
      itemReviewed: {
        '@type': 'Claim',
        text: CLOSED.text,
        about: [expect.objectContaining({ identifier: 'u1' }), expect.objectContaining({ identifier: 'u2' })],
      },
    }),
  ]);
});

test('what it cannot carry is counted', () => {
  const authentic: Claim = {
    id: 'c1',
    text: 'It is authentic',
    aspect: 'authenticity',
    target: ['transcript'],
  };
  const { losses } = written(
    [authentic],
    [
      stance('a1', 'disputed', { certainty: 'high' }),
      stance('a2', 'confirmed', { target: ['u1'], aspect: 'content' }),
      { id: 'a3', target: ['u1'], comment: 'so' } as Annotation,
    ],
  );
  expect(losses).toEqual({
    parties: 1,
    sources: 1,
    utterances: 2,
    'id of claims': 1,
    'aspect of claims': 1,
    stances: 2,
    'annotations that are not stances': 1,
    'passages with stances but no claim in words': 1,
    'addresses of reviews': 1,
    'authenticity that is undetermined': 1,
  });
});

test('of what it carries, it counts what schema.org cannot say and what a passage leaves out', () => {
  const passage = stance('a1', 'confirmed', { created: '2026-01-15' });
  const { losses } = written([{ ...CLOSED, target: ['u1'] }], [passage]);
  expect(losses).toMatchObject({ 'published of sources': 1, 'form of utterances': 1, utterances: 1 });
  expect(losses).not.toHaveProperty('title of sources');
  expect(losses).not.toHaveProperty('text of utterances');
});

test('only properties that schema.org defines are written', () => {
  const { reviews } = written([CLOSED], [stance('a1', 'confirmed', { created: '2026-01-15' })]);
  expect(unknownProperties(reviews)).toEqual([]);
});

/** Nodes without a type are agents: they have a name. */
function unknownProperties(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(unknownProperties);
  if (typeof value !== 'object' || value === null) return [];
  const { '@type': type, ...fields } = value as Record<string, unknown>;
  const known = type === undefined ? ['name'] : (PROPERTIES[String(type)] ?? []);
  return Object.entries(fields).flatMap(([key, field]) => [
    ...(known.includes(key) ? [] : [`${String(type)}.${key}`]),
    ...unknownProperties(field),
  ]);
}
