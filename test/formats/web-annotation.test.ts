import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation, Layer, Transcript } from '../../src/core/model/model.ts';
import { ASPECTS, TAG_NAMES } from '../../src/core/model/vocabulary.ts';
import { sliceCodePoints } from '../../src/core/text/code-points.ts';
import { format } from '../../src/formats/web-annotation/index.ts';
import { NOTHING } from '../fixtures/project.ts';
import { unmetMusts } from '../helpers/web-annotation-musts.ts';

const FILE = 'talk.yaml';
const TEXTS = ['Five 😀 billion, five billion.', 'No 👩‍👩‍👧 road would be closed.', 'ok ok'];

const transcript: Transcript = {
  ...NOTHING,
  kind: 'transcript',
  title: 'A talk',
  parties: new Map([['anna', { name: 'Anna' }]]),
  utterances: TEXTS.map((text, index) => ({ id: `u${index + 1}`, speaker: 'anna', text })),
};

const layerOf = (annotations: readonly Annotation[]): Layer => ({
  ...NOTHING,
  kind: 'layer',
  transcript: FILE,
  annotations,
});

interface Item {
  readonly target: {
    readonly selector?: readonly Readonly<Record<string, unknown>>[];
    readonly source: string;
  };
  readonly [key: string]: unknown;
}

function written(annotations: readonly Annotation[]) {
  const { text, losses } = format.write!({ transcript, layers: [layerOf(annotations)] }, { file: FILE });
  const collection = JSON.parse(text) as { total: number; first?: { items: Item[] } };
  return { text, losses, items: collection.first?.items ?? [], total: collection.total };
}

const read = (text: string) =>
  format.read!(text, { file: 'a.jsonld', transcript: { file: FILE, value: transcript } });

const quotes = ['Five', 'five billion', '😀', 'road', '👩‍👩‍👧 road', 'ok', 'nowhere'] as const;
const body = fc.oneof(
  fc.constantFrom(...TAG_NAMES).map(tag => ({ tag })),
  fc.constantFrom('so', 'a "b" <c>\n', 'tag').map(comment => ({ comment })),
  fc.constant({ speaker: 'anna' }),
  fc.constant({ to: ['anna'] }),
  fc.constant({ date: { role: 'event' as const, edtf: '2020-11-10', inferred: ['year' as const] } }),
  fc.constant({ voice: { of: 'anna', to: ['anna'] } }),
  fc.constant({ 'refers-to': ['anna', 'u2'] }),
  fc.constant({ correction: 'fife' }),
);
const more = fc.record(
  {
    aspect: fc.constantFrom(...ASPECTS),
    by: fc.constant('anna'),
    when: fc.constantFrom('2016-10-14', 'unknown', '2016~'),
    wording: fc.constant('its words'),
    via: fc.constant(['report', 'anna']),
    characterised: fc.boolean(),
    sources: fc.constant([{ source: 's2', at: 'line 29', aspect: 'content' as const }]),
    certainty: fc.constantFrom('high' as const, 'low' as const),
    note: fc.constantFrom('why', 'because --> so'),
    creator: fc.constantFrom({ name: 'Reader' }, { name: 'Reader', role: 'annotator' }),
    created: fc.constantFrom('2026-01-15', '2026-01', '2026-01-15T10:00:00+04:00'),
    withdrawn: fc.constant('2026-02-01'),
    supersedes: fc.constant(['a0']),
    pin: fc.constant('sha256-4f2a9c1e'),
    quote: fc.constantFrom(...quotes),
  },
  { requiredKeys: [] },
);
const annotations: fc.Arbitrary<Annotation[]> = fc
  .array(fc.tuple(fc.constantFrom('u1', 'u2', 'u3', 'u2..u3', 'transcript', 'c1'), body, more), {
    maxLength: 5,
  })
  .map(list =>
    list.map(
      ([target, what, rest], index) =>
        ({ id: `a${index}`, target: [target], ...what, ...rest }) as Annotation,
    ),
  );

test('every exported annotation meets what the recommendation demands', () => {
  fc.assert(
    fc.property(annotations, list => {
      const { items, total } = written(list);
      expect(total).toBe(list.length);
      for (const item of items) expect(unmetMusts(item)).toEqual([]);
    }),
  );
});

test('the checks refuse what the recommendation refuses', () => {
  const [good] = written([
    { id: 'a1', target: ['u1'], quote: 'Five', tag: 'disputed', pin: 'sha256-4f2a9c1e' },
  ]).items;
  expect(unmetMusts(good!)).toEqual([]);
  const bad: readonly object[] = [
    { '@context': [] },
    { id: 'a1' },
    { id: ['urn:a', 'urn:b'] },
    { type: 'Note' },
    { target: [] },
    { target: { selector: [] } },
    { target: { source: 'urn:a', selector: [{ type: 'TextQuoteSelector' }] } },
    { target: { source: 'urn:a', selector: [{ type: 'TextPositionSelector', start: -1, end: 2 }] } },
    { target: { source: 'urn:a', state: { type: 'TimeState' } } },
    { motivation: 'disputing' },
    { created: '2026-01-15' },
    { bodyValue: 'x' },
    { body: { type: 'TextualBody' } },
  ];
  for (const change of bad)
    expect(unmetMusts({ ...good, ...change }), JSON.stringify(change)).not.toEqual([]);
});

test('annotations come back as they were', () => {
  fc.assert(
    fc.property(annotations, list => {
      const { value, findings } = read(written(list).text);
      expect(value!.layers).toEqual([layerOf(list)]);
      expect(value!.transcript).toBe(transcript);
      expect(findings).toEqual([]);
    }),
  );
});

test('positions count code points of the target’s words, and agree with the quote and its context', () => {
  const [item] = written([{ id: 'a1', target: ['u1'], quote: 'five billion', tag: 'disputed' }]).items;
  const [quote, position] = item!.target.selector!;
  expect(position).toEqual({ type: 'TextPositionSelector', start: 16, end: 28 });
  expect(sliceCodePoints(TEXTS[0]!, 16, 28)).toBe('five billion');
  expect(quote).toEqual({
    type: 'TextQuoteSelector',
    exact: 'five billion',
    prefix: 'Five 😀 billion, ',
    suffix: '.',
  });
});

test('what waits says so, and has no position in a text that its pin does not name', () => {
  const annotation: Annotation = { id: 'a1', target: ['u1'], quote: 'five billion', tag: 'disputed' };
  const old = { ...annotation, pin: 'sha256-4f2a9c1e' };
  const [waiting, ended] = written([old, { ...old, id: 'a2', withdrawn: '2026-02-01' }]).items;
  expect(waiting).toMatchObject({ 'onrecord:waits': { reason: 'around-changed' } });
  expect(waiting!.target.selector).toEqual([{ type: 'TextQuoteSelector', exact: 'five billion' }]);
  expect(ended).not.toHaveProperty('onrecord:waits');
  expect(written([annotation]).items[0]).not.toHaveProperty('onrecord:waits');
});

test.for([
  ['disputed', 'assessing'],
  ['citation-needed', 'questioning'],
  ['gloss', 'tagging'],
])('the tag %s is %s', ([tag, motivation]) => {
  expect(written([{ id: 'a1', target: ['u1'], tag: tag! }]).items[0]).toMatchObject({ motivation });
});

test('what stays behind is counted', () => {
  expect(written([]).losses).toEqual([
    { what: 'parties', count: 1 },
    { what: 'utterances', count: 3 },
    { what: 'layers', count: 1 },
  ]);
});

/** In the shape of an export of Hypothesis. */
const row = (id: string, text: string, tags: readonly string[], exact: string, prefix = '', suffix = '') => ({
  id,
  created: '2026-01-15T10:11:12.000000+00:00',
  user: 'acct:reader@example.org',
  uri: 'https://example.org/talk',
  text,
  tags,
  target: [
    {
      source: 'https://example.org/talk',
      selector: [
        { type: 'TextPositionSelector', start: 5, end: 9 },
        { type: 'TextQuoteSelector', exact, prefix, suffix },
      ],
    },
  ],
});

test('an export of Hypothesis: quotations find their utterance, what has no place is kept and says so', () => {
  const rows = [
    row('AbC-1', 'Was it?', ['disputed', 'money'], 'road would'),
    row('AbC-2', 'Twice.', [], 'ok', 'be closed.ok ', ''),
    row('AbC-3', '', ['sic'], 'ok'),
    row('AbC-4', 'Gone.', [], 'nowhere at all'),
  ];
  const { value, findings } = read(JSON.stringify({ total: 4, rows }));
  expect(findings).toEqual([]);
  expect(value!.layers[0]!.annotations).toMatchObject([
    {
      target: ['u2'],
      quote: 'road would',
      tag: 'disputed',
      note: 'Was it?\n\ntag: money',
      creator: { name: 'acct:reader@example.org' },
    },
    { target: ['u3'], quote: 'ok', before: 'ok ', comment: 'Twice.' },
    { target: ['transcript'], quote: 'ok', verdict: 'ambiguous', tag: 'sic' },
    { target: ['transcript'], quote: 'nowhere at all', verdict: 'orphaned', comment: 'Gone.' },
  ]);
  expect(read(JSON.stringify({ total: 4, rows })).value).toEqual(value);
});

test('annotations of others: one alone, a page, bodyValue, a target that is an IRI', () => {
  const context = 'http://www.w3.org/ns/anno.jsonld';
  const one = {
    '@context': context,
    id: 'http://example.org/1',
    type: 'Annotation',
    bodyValue: 'Hm.',
    target: 'http://example.org/talk',
  };
  expect(read(JSON.stringify(one)).value!.layers[0]!.annotations).toMatchObject([
    { target: ['transcript'], comment: 'Hm.' },
  ]);
  const page = {
    '@context': context,
    type: 'AnnotationPage',
    items: [one, { ...one, id: undefined }, { ...one, id: 'urn:x', target: undefined }],
  };
  const { value, findings } = read(JSON.stringify(page));
  expect(value!.layers[0]!.annotations).toHaveLength(1);
  expect(findings).toMatchObject([{ rule: 'missing-field' }, { rule: 'missing-field' }]);
});

test('annotations alone hold no words', () => {
  expect(format.read!('{}', { file: 'a.jsonld' })).toMatchObject({
    findings: [{ severity: 'error', help: expect.stringContaining('--transcript') }],
  });
});
