import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unifiedPatch } from '../../../src/core/diff/patch.ts';
import { diffSequence } from '../../../src/core/diff/sequence.ts';
import { DEAR_RUNS, RUNS } from '../../helpers/runs.ts';

const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 30 });

test.for<[string, string, string]>([
  ['', '', ''],
  ['abc', 'abc', '=abc'],
  ['', 'ab', '+ab'],
  ['ab', '', '-ab'],
  ['abcd', 'axcd', '=a -b+x =cd'],
  ['abcabba', 'cbabac', '-ab =c +b =ab -b =a +c'],
])('%s to %s', ([oldText, newText, expected]) => {
  expect(spell([...oldText], [...newText])).toBe(expected);
});

test('runs take turns, cover both sides, and kept ones are equal', () => {
  fc.assert(
    fc.property(items, items, (a, b) => {
      const runs = diffSequence(a, b);
      let oldAt = 0;
      let newAt = 0;
      for (const [index, run] of runs.entries()) {
        expect([run.oldStart, run.newStart]).toEqual([oldAt, newAt]);
        expect(run.kept).not.toBe(runs[index - 1]?.kept);
        if (run.kept) expect(a.slice(oldAt, run.oldEnd)).toEqual(b.slice(newAt, run.newEnd));
        oldAt = run.oldEnd;
        newAt = run.newEnd;
      }
      expect([oldAt, newAt]).toEqual([a.length, b.length]);
    }),
    { numRuns: RUNS },
  );
});

test('small input: as few changes as a longest common subsequence allows', () => {
  fc.assert(
    fc.property(items, items, (a, b) => {
      const kept = diffSequence(a, b).reduce(
        (sum, run) => sum + (run.kept ? run.oldEnd - run.oldStart : 0),
        0,
      );
      expect(kept).toBe(commonLength(a, b));
    }),
    { numRuns: RUNS },
  );
});

describe('input that drives a plain search to quadratic time', () => {
  const count = 50_000;
  const numbered = Array.from({ length: count }, (_, index) => `line ${index}`);
  test.for<[string, string[], string[], number]>([
    ['all alike, some more', Array(count).fill('x'), Array(count + 10).fill('x'), count],
    ['all different', numbered, numbered.map(line => `${line}!`), 0],
    ['reversed', numbered, numbered.toReversed(), 1],
    ['every second one edited', numbered, numbered.map((line, i) => (i % 2 ? `${line}!` : line)), count / 2],
  ])('%s', ([, a, b, kept]) => {
    const found = diffSequence(a, b).reduce(
      (sum, run) => sum + (run.kept ? run.oldEnd - run.oldStart : 0),
      0,
    );
    expect(found).toBe(kept);
  });

  test('two alternating items in opposite phase end in a result that covers both', () => {
    const a = Array.from({ length: count }, (_, index) => 'xy'[((index * 7919) % 13) % 2]!);
    const b = Array.from({ length: count }, (_, index) => 'xy'[((index * 104729) % 17) % 2]!);
    expect(diffSequence(a, b).at(-1)).toMatchObject({ oldEnd: count, newEnd: count });
  });
});

describe('unified patch', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', '-c', '+d', '', '@@ -1 +1 @@', 'f'), { maxLength: 40 });
  const options = { oldName: 'old', newName: 'new', context: 3 };

  test('applies to the old text and gives the new one', () => {
    fc.assert(
      fc.property(lines, lines, fc.integer({ min: 0, max: 4 }), (a, b, context) => {
        const [oldText, newText] = [a.join('\n'), b.join('\n')];
        const patch = unifiedPatch(oldText, newText, { ...options, context });
        if (oldText === newText) expect(patch).toBe('');
        else expect(applyPatch(oldText, parsePatch(patch)[0]!)).toBe(newText);
      }),
      { numRuns: RUNS },
    );
  });

  test('applies where more lines changed than the package searches for', () => {
    const rolls = fc.array(fc.nat(99), { minLength: 400, maxLength: 500 });
    fc.assert(
      fc.property(
        rolls,
        fc.integer({ min: 35, max: 100 }),
        fc.integer({ min: 0, max: 4 }),
        (dice, share, context) => {
          const oldText = dice
            .map((_, index) => `line ${index}\n`)
            .join('')
            .trimEnd();
          const newText = dice
            .map((roll, index) => {
              if (roll >= share) return `line ${index}\n`;
              return ['', `new ${index}\n`, `line ${index}\nadded ${index}\n`][roll % 3];
            })
            .join('');
          const [patch] = parsePatch(unifiedPatch(oldText, newText, { ...options, context }));
          expect(applyPatch(oldText, patch!)).toBe(newText);
          for (const [index, hunk] of patch!.hunks.entries()) {
            const kept = hunk.lines.findIndex(line => !line.startsWith(' '));
            expect(kept).toBeLessThanOrEqual(context);
            const last = patch!.hunks[index - 1];
            if (last !== undefined) expect(hunk.oldStart).toBeGreaterThan(last.oldStart + last.oldLines);
          }
        },
      ),
      { numRuns: Math.max(20, DEAR_RUNS / 20) },
    );
  });

  test('changes that are near share a hunk, those that are far do not', () => {
    const text = (...changed: number[]) =>
      Array.from({ length: 20 }, (_, index) => `${changed.includes(index) ? 'new' : 'old'} ${index}\n`).join(
        '',
      );
    const hunks = (patch: string) => patch.split('\n').filter(line => line.startsWith('@@'));
    expect(hunks(unifiedPatch(text(), text(5, 12), options))).toEqual(['@@ -3,14 +3,14 @@']);
    expect(hunks(unifiedPatch(text(), text(5, 13), options))).toEqual([
      '@@ -3,7 +3,7 @@',
      '@@ -11,7 +11,7 @@',
    ]);
    expect(unifiedPatch('', 'a\n', options)).toBe('--- old\n+++ new\n@@ -0,0 +1,1 @@\n+a\n');
  });
});

function spell(a: string[], b: string[]): string {
  return diffSequence(a, b)
    .map(run => {
      const removed = a.slice(run.oldStart, run.oldEnd).join('');
      const added = b.slice(run.newStart, run.newEnd).join('');
      if (run.kept) return `=${removed}`;
      return (removed && `-${removed}`) + (added && `+${added}`);
    })
    .join(' ');
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const lengths = Array.from({ length: b.length + 1 }, () => 0);
  for (const item of a) {
    let diagonal = 0;
    for (const [index, other] of b.entries()) {
      const above = lengths[index + 1]!;
      lengths[index + 1] = item === other ? diagonal + 1 : Math.max(above, lengths[index]!);
      diagonal = above;
    }
  }
  return lengths[b.length]!;
}
