import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Layer, Transcript } from '../../../src/core/model/model.ts';
import { readDocument } from '../../../src/formats/onrecord/read.ts';
import { transcriptParts, writeLayer } from '../../../src/formats/onrecord/write.ts';
import { layers, transcripts } from '../../helpers/models.ts';
import { runsOf } from '../../helpers/runs.ts';

function writeTranscript(transcript: Transcript): string {
  return [...transcriptParts(transcript)].join('');
}

function read(text: string): unknown {
  const { document, findings } = readDocument(new TextEncoder().encode(text), 'file.yaml');
  expect(findings).toEqual([]);
  return document?.value;
}

test('a transcript that was written is read as it was', () => {
  const keeps = fc.property(transcripts, transcript => {
    expect(read(writeTranscript(transcript))).toEqual(transcript);
  });
  fc.assert(keeps, { numRuns: runsOf(100) });
});

test('a layer that was written is read as it was', () => {
  const keeps = fc.property(layers, layer => {
    expect(read(writeLayer(layer))).toEqual(layer);
  });
  fc.assert(keeps, { numRuns: runsOf(100) });
});

const nothing = { parties: new Map(), sources: new Map(), statements: [], claims: [], annotations: [] };

test('a transcript in its canonical form', () => {
  const transcript: Transcript = {
    kind: 'transcript',
    ...nothing,
    extensions: new Map<string, unknown>([['x-tool', { version: 2, ok: true }]]),
    date: '2016-10-14',
    title: 'A talk: the first day',
    'ground-rule': ['leaked'],
    parties: new Map([['ann', { aliases: ['Annie', 'A. Lee'], name: 'Ann Lee' }]]),
    utterances: [
      {
        text: 'We signed on Monday, and nobody at the table said a word against it until the papers had been printed and bound.',
        end: 3_723_004,
        start: 0,
        to: ['bob'],
        via: ['recording', 'report'],
        speaker: 'ann',
        id: 'u1',
      },
      { event: 'laughter', id: 'e1' },
    ],
  };
  expect(writeTranscript(transcript)).toBe(`onrecord: 1
title: "A talk: the first day"
date: 2016-10-14
ground-rule: leaked
parties:
  ann:
    name: Ann Lee
    aliases: [Annie, A. Lee]
utterances:
  - id: u1
    speaker: ann
    to: bob
    via: [recording, report]
    start: 00:00:00.000
    end: 01:02:03.004
    text: >-
      We signed on Monday, and nobody at the table said a word against it until the papers had been
      printed and bound.
  - id: e1
    event: laughter
x-tool:
  version: 2
  ok: true
`);
});

test('a layer in its canonical form, with the short forms', () => {
  const layer: Layer = {
    kind: 'layer',
    ...nothing,
    extensions: new Map(),
    transcript: 'talk.yaml',
    creator: { name: 'Cy' },
    annotations: [
      {
        id: 'a1',
        target: ['u1'],
        date: { role: 'said', edtf: '2016' },
        creator: { name: 'Di', role: 'editor' },
      },
      {
        id: 'a2',
        target: ['u1', 'u2'],
        tag: 'denied',
        by: 'ann',
        sources: [{ source: 's1' }, { source: 's2', at: '39' }],
      },
      { id: 'a3', target: ['u2..u5'], date: { edtf: '2016' }, note: 'First.\n\nSecond.' },
    ],
  };
  expect(writeLayer(layer)).toBe(`onrecord: 1
transcript: talk.yaml
creator: Cy
annotations:
  - id: a1
    target: u1
    date: "2016"
    creator:
      name: Di
      role: editor
  - id: a2
    target: [u1, u2]
    tag: denied
    by: ann
    sources:
      - s1
      - source: s2
        at: "39"
  - id: a3
    target: u2..u5
    date:
      edtf: "2016"
    note: |-
      First.

      Second.
`);
});

test('lists without items are left out where the format asks for one', () => {
  const utterances = [{ id: 'u1', to: [], text: 'Yes.' }];
  const transcript = { kind: 'transcript', ...nothing, extensions: new Map(), utterances } as const;
  expect(writeTranscript(transcript)).toBe('onrecord: 1\nutterances:\n  - id: u1\n    text: Yes.\n');
});

test('long text is folded wherever it stands, also deeper than a line is wide', () => {
  const text = 'word '.repeat(50).trim();
  let deep: unknown = text;
  for (let depth = 0; depth < 60; depth++) deep = { a: deep };
  const transcript = {
    kind: 'transcript',
    ...nothing,
    extensions: new Map([['x-deep', deep]]),
    utterances: [],
  } as const;
  expect(read(writeTranscript(transcript))).toEqual(transcript);
});
