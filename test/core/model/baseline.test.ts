import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baselineOf, compareWithBaseline } from '../../../src/core/model/baseline.ts';
import type { Finding } from '../../../src/core/model/finding.ts';

const finding = (file: string, message: string, start = 0): Finding => ({
  rule: 'probe',
  severity: 'error',
  file,
  span: { start, end: start },
  message,
});

test('of two findings alike a baseline of one knows the first', () => {
  const known = baselineOf([finding('a', 'x', 5)]);
  const later = [finding('a', 'x', 7), finding('a', 'x', 9), finding('b', 'x')];
  expect(compareWithBaseline(later, known)).toEqual({ fresh: later.slice(1), known: 1, gone: 0 });
});

test('what is gone is counted', () => {
  const known = baselineOf([finding('a', 'x'), finding('a', 'x'), finding('a', 'y')]);
  expect(compareWithBaseline([finding('a', 'x')], known)).toEqual({ fresh: [], known: 1, gone: 2 });
});

test('findings are all known to their own baseline, in whatever order', () => {
  const some = fc.array(
    fc.record({ file: fc.constantFrom('a', 'b'), message: fc.constantFrom('x', 'y', 'z'), start: fc.nat(9) }),
  );
  fc.assert(
    fc.property(some, list => {
      const findings = list.map(({ file, message, start }) => finding(file, message, start));
      const { fresh, gone } = compareWithBaseline([...findings].reverse(), baselineOf(findings));
      expect([fresh, gone]).toEqual([[], 0]);
      expect(baselineOf([...findings].reverse())).toEqual(baselineOf(findings));
    }),
  );
});
