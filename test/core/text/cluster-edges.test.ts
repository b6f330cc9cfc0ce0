import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterEdges } from '../../../src/core/text/cluster-edges.ts';
import { graphemes } from '../../../src/core/text/graphemes.ts';

test('tells the edges that segmentation finds', () => {
  const parts = [
    'a',
    ' ',
    'é',
    'e\u0301',
    '\u0301',
    '\u200d',
    '👨‍👩‍👧',
    '🇦🇲',
    '\r',
    '\n',
    '“',
    'я',
    'ճ',
    '\u00ad',
    '\ud83d',
    '\u0483',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 1 }))),
      list => {
        const text = list.join('');
        const edges = new Set([0]);
        for (const cluster of graphemes(text)) edges.add(Math.max(...edges) + cluster.length);
        const isEdge = clusterEdges(text);
        const found = Array.from({ length: text.length + 1 }, (_, offset) => offset).filter(isEdge);
        expect(found).toEqual([...edges]);
      },
    ),
    { numRuns: 500 },
  );
});

test('places outside a text are no edges', () => {
  const isEdge = clusterEdges('ab');
  expect([-1, 0, 1, 2, 3].map(isEdge)).toEqual([false, true, true, true, false]);
});
