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

const isThere = () => true;

test('of two findings alike a baseline of one knows the first', () => {
  const known = baselineOf([finding('a', 'x', 5)]);
  const later = [finding('a', 'x', 7), finding('a', 'x', 9), finding('b', 'x')];
  expect(compareWithBaseline(later, known, isThere)).toEqual({ fresh: later.slice(1), known: 1, gone: 0 });
});

test('what is gone is counted', () => {
  const known = baselineOf([finding('a', 'x'), finding('a', 'x'), finding('a', 'y')]);
  expect(compareWithBaseline([finding('a', 'x')], known, isThere)).toEqual({ fresh: [], known: 1, gone: 2 });
});

test('findings are all known to their own baseline, in whatever order', () => {
  const some = fc.array(
    fc.record({ file: fc.constantFrom('a', 'b'), message: fc.constantFrom('x', 'y', 'z'), start: fc.nat(9) }),
  );
  fc.assert(
    fc.property(some, list => {
      const findings = list.map(({ file, message, start }) => finding(file, message, start));
      const { fresh, gone } = compareWithBaseline([...findings].reverse(), baselineOf(findings), isThere);
      expect([fresh, gone]).toEqual([[], 0]);
      expect(baselineOf([...findings].reverse())).toEqual(baselineOf(findings));
    }),
  );
});

test('a finding with a count in its message is known by its fingerprint, and one for many places as so many', () => {
  const joint: Finding = { ...finding('a', 'none of the 3'), fingerprint: 'nothing here', instances: 3 };
  const known = baselineOf([joint]);
  expect(known).toMatchObject([{ message: 'nothing here', count: 3 }]);
  const single = (start: number) => finding('a', 'nothing here', start);
  expect(compareWithBaseline([single(1), single(2)], known, isThere)).toEqual({
    fresh: [],
    known: 2,
    gone: 1,
  });
  const more = { ...joint, message: 'none of the 4', instances: 4 };
  expect(compareWithBaseline([more], known, isThere).fresh).toEqual([more]);
  expect(compareWithBaseline([{ ...joint, instances: 2 }], known, isThere)).toEqual({
    fresh: [],
    known: 1,
    gone: 1,
  });
});

test.for([
  ['renamed', ['x', 'y', 'z'], ['x', 'y', 'z'], false, 0],
  ['renamed, with some mended and one made', ['x', 'y', 'z'], ['x', 'y', 'new'], false, 1],
  ['copied: the old one is still there', ['x', 'y'], ['x', 'y'], true, 2],
  ['another one, which has little in common', ['x', 'a', 'b', 'c'], ['x', 'k', 'l'], false, 3],
] as const)('a file that was %s', ([, before, after, isOldThere, fresh]) => {
  const known = baselineOf(before.map(message => finding('old', message)));
  const now = after.map(message => finding('new', message));
  expect(compareWithBaseline(now, known, file => file !== 'old' || isOldThere).fresh).toHaveLength(fresh);
});

test('of two files that were renamed each takes its own past', () => {
  const known = baselineOf(
    ['x', 'y', 'z'].flatMap(message => [finding('one', message), finding('two', `${message}${message}`)]),
  );
  const now = ['x', 'y', 'z'].flatMap(message => [
    finding('uno', message),
    finding('due', `${message}${message}`),
  ]);
  expect(compareWithBaseline(now, known, () => false)).toEqual({ fresh: [], known: 6, gone: 0 });
});
