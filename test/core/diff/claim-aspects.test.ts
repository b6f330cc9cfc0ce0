import { expect, test } from 'vitest';
import { pairStandings } from '../../../src/core/diff/standings.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import { projectOf } from '../../fixtures/project.ts';

const viewWith = (tag: string, by: string) =>
  buildView(
    projectOf(
      { claims: [{ id: 'c1', text: 'It is so' }] },
      {
        annotations: [
          { id: 'a1', target: ['c1'], tag: 'confirmed', by: 'ben', aspect: 'publication' },
          { id: 'a2', target: ['c1'], tag, by, aspect: 'content' },
        ],
      },
    ),
  );

test('a claim that names no aspect is compared aspect by aspect', () => {
  const pairs = pairStandings(viewWith('denied', 'ada'), viewWith('confirmed', 'ada'));
  expect(pairs.map(pair => [pair.claim.aspect, pair.old?.name, pair.new?.name])).toEqual([
    ['publication', 'confirmed', 'confirmed'],
    ['content', 'denied', 'confirmed'],
  ]);
});
