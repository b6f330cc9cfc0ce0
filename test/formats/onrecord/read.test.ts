import { expect, test } from 'vitest';
import type { Layer, Transcript } from '../../../src/core/model/model.ts';
import { readDocument } from '../../../src/formats/onrecord/read.ts';

const read = (text: string) => readDocument(new TextEncoder().encode(text), 'file.yaml');

function annotation(fields: string): unknown {
  const { document } = read(
    `onrecord: 1\ntranscript: t.yaml\nannotations:\n  - {id: a1, target: u1, ${fields}}\n`,
  );
  const { id: _id, target: _target, ...rest } = document!.value.annotations[0]!;
  return rest;
}

test.for<[string, number]>([
  ['00:14:02.500', 842_500],
  ['12:34:56,789', 45_296_789],
  ['00:14:02,5', 842_500],
  ['14:02.500100', 842_500],
  ['14:02', 842_000],
  ['90:00', 5_400_000],
  ['1:00:00', 3_600_000],
  ['100:00:00.0004', 360_000_000],
  ['00:00:00.9996', 1000],
  ['842.5', 842_500],
  ['0', 0],
  ['1.0005', 1001],
  ['8.39', 8390],
])('the time %s is %i milliseconds', ([time, milliseconds]) => {
  const { document } = read(
    `onrecord: 1\nutterances:\n  - text: Yes.\n    start: ${time}\n    end: 100:00:00\n`,
  );
  const [utterance] = (document!.value as Transcript).utterances;
  expect(utterance).toEqual({ text: 'Yes.', start: milliseconds, end: 360_000_000 });
});

test.for<[string, object]>([
  ['date: 2016', { date: { role: 'said', edtf: '2016' } }],
  ['date: {edtf: 2016, inferred: [year]}', { date: { edtf: '2016', inferred: ['year'] } }],
  ['to: ann', { to: ['ann'] }],
  ['to: [ann, bob]', { to: ['ann', 'bob'] }],
  ['translation: Ja.', { translation: { text: 'Ja.' } }],
  ['translation: {text: Ja., from: en}', { translation: { text: 'Ja.', from: 'en' } }],
  ['voice: {of: ann, to: bob}', { voice: { of: 'ann', to: ['bob'] } }],
  ['sources: [s1, {source: s2, at: 39}]', { sources: [{ source: 's1' }, { source: 's2', at: '39' }] }],
  ['creator: Cy', { creator: { name: 'Cy' } }],
  ['refers-to: the mediator', { 'refers-to': ['the mediator'] }],
  ['tag: sic, characterised: true, note: true', { tag: 'sic', characterised: true, note: 'true' }],
  ['tag: sic, x-seen: {times: 2, by: [~, no]}', { tag: 'sic', 'x-seen': { times: 2, by: [null, 'no'] } }],
])('%s', ([fields, value]) => {
  expect(annotation(fields)).toEqual(value);
});

test('a transcript with all its parts', () => {
  const { document, usable, findings, unreadable } = read(`onrecord: 1
title: 2016
ground-rule: leaked
creator: Cy
x-tool: 1.5
parties:
  ann: {name: Ann, x-born: 1950}
sources:
  report: {derived-from: recording}
utterances:
  - {id: u1, text: 1e5}
statements:
  - {id: s1, via: report}
claims:
  - {id: c1, text: It is so, target: u1}
`);
  expect({ usable, findings, unreadable }).toEqual({ usable: true, findings: [], unreadable: [] });
  expect(document?.value).toEqual({
    kind: 'transcript',
    title: '2016',
    'ground-rule': ['leaked'],
    creator: { name: 'Cy' },
    extensions: new Map([['x-tool', 1.5]]),
    parties: new Map([['ann', { name: 'Ann', 'x-born': 1950 }]]),
    sources: new Map([['report', { 'derived-from': ['recording'] }]]),
    utterances: [{ id: 'u1', text: '1e5' }],
    statements: [{ id: 's1', via: ['report'] }],
    claims: [{ id: 'c1', text: 'It is so', target: ['u1'] }],
    annotations: [],
  });
});

test('a layer names its transcript', () => {
  const layer = read('onrecord: 1\ntranscript: talk.yaml\n').document!.value as Layer;
  expect([layer.kind, layer.transcript]).toEqual(['layer', 'talk.yaml']);
});

test('an unknown key is left out and does not make the file unusable', () => {
  const { document, usable } = read('onrecord: 1\nutterances:\n  - {text: Yes., spekaer: ann}\n');
  expect(usable).toBe(true);
  expect((document!.value as Transcript).utterances).toEqual([{ text: 'Yes.' }]);
});

const FAULTY = `onrecord: 1
utterances:
  - {id: u1, text: One., form: inderect}
  - Two.
  - {id: u3, text: Three.}
annotations:
  - {id: a1, tag: sic}
  - {id: 2a, target: u1, tag: sic}
  - {id: a3, target: u3, tag: sic, sources: [s1, {at: line 2}, s3], to: [[]]}
`;

test('what is faulty is left out, and what cannot be without it; the rest is read', () => {
  const { document, usable, unreadable } = read(FAULTY);
  const { utterances, annotations } = document!.value as Transcript;
  expect(usable).toBe(false);
  expect(utterances).toEqual([
    { id: 'u1', text: 'One.' },
    { id: 'u3', text: 'Three.' },
  ]);
  expect(annotations).toEqual([
    { id: 'a3', target: ['u3'], tag: 'sic', sources: [{ source: 's1' }, { source: 's3' }] },
  ]);
  const texts = unreadable.map(({ span }) => FAULTY.slice(span!.start, span!.end));
  expect(texts.sort()).toEqual(['2a', 'Two.', '[]', 'inderect', '{at: line 2}', '{id: a1, tag: sic}'].sort());
});

test('paths of the model lead to places of the file, also behind entries that were left out', () => {
  const { document } = read(FAULTY);
  const textAt = (...path: (string | number)[]) => {
    const { start, end } = document!.locate(path);
    return FAULTY.slice(start, end);
  };
  expect(textAt('utterances', 1, 'text')).toBe('Three.');
  expect(textAt('annotations', 0, 'id')).toBe('a3');
  expect(textAt('annotations', 0, 'sources', 1)).toBe('s3');
  expect(textAt('annotations', 0, 'sources', 1, 'source')).toBe('s3');
  expect(textAt('annotations', 0, 'target', 0)).toBe('u3');
});

test('a file whose root cannot be read gives no document', () => {
  expect(read('onrecord: 1\nutterances: none\n')).toMatchObject({ usable: false, unreadable: [{}] });
  expect(read('onrecord: 1\nutterances: none\n').document).toBeUndefined();
  expect(read('onrecord: 2\nutterances: []\n').document).toBeUndefined();
});

test('without a version the rest is read', () => {
  const { document, usable } = read('utterances: [{text: Yes.}]\n');
  expect([usable, document?.value.kind]).toEqual([false, 'transcript']);
});
