/** A line that is cut keeps what was found, and fits. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAround } from '../../../src/core/find/cut-around.ts';
import { graphemes } from '../../../src/core/text/graphemes.ts';
import { displayWidth } from '../../../src/core/text/width.ts';
import { RUNS } from '../../helpers/runs.ts';

const shown = (text: string, words: string, room: number) => {
  const start = text.indexOf(words);
  const part = cutAround(text, { start, end: start + words.length }, room, 1);
  return `${part.start > 0 ? '…' : ''}${text.slice(part.start, part.end)}${part.end < text.length ? '…' : ''}`;
};

const TEXT = 'The bridge will carry eight tonnes until the repair is done, and not a day longer than that.';

test.for([
  ['bridge', 200, TEXT],
  ['bridge', 30, 'The bridge will carry eight t…'],
  ['longer', 30, '…d not a day longer than that.'],
  ['repair', 30, '… until the repair is done, a…'],
  ['The', 10, 'The bridg…'],
  ['that.', 10, '…han that.'],
] as const)('%s in %i columns: %s', ([words, room, line]) => {
  expect(shown(TEXT, words, room)).toBe(line);
});

const texts = fc.array(fc.constantFrom('a', 'bc ', '橋', 'é', 'e\u0301', '👩‍👧', ' '), {
  minLength: 1,
  maxLength: 80,
});

test('every cut fits, begins and ends at a cluster, and has the start of the hit', () => {
  fc.assert(
    fc.property(
      texts,
      fc.nat(),
      fc.integer({ min: 8, max: 40 }),
      fc.integer({ min: 1, max: 3 }),
      (parts, at, room, dots) => {
        const text = parts.join('');
        const clusters = graphemes(text);
        const index = at % clusters.length;
        const start = clusters.slice(0, index).join('').length;
        const hit = { start, end: start + clusters[index]!.length };
        const part = cutAround(text, hit, room, dots);
        const width =
          displayWidth(text.slice(part.start, part.end)) +
          (part.start > 0 ? dots : 0) +
          (part.end < text.length ? dots : 0);
        expect(width).toBeLessThanOrEqual(room);
        expect(part.start).toBeLessThanOrEqual(hit.start);
        expect(part.end).toBeGreaterThanOrEqual(hit.end);
        let edge = 0;
        const edges = new Set([0, ...clusters.map(cluster => (edge += cluster.length))]);
        expect(edges).toContain(part.start);
        expect(edges).toContain(part.end);
      },
    ),
    { numRuns: RUNS },
  );
});
