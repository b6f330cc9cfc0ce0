import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { baseOf, globFault, globMatcher, isGlob } from '../../../src/core/text/glob.ts';

test.each([
  ['*.yaml', 'talk.yaml', true],
  ['*.yaml', 'a/talk.yaml', false],
  ['*.yaml', '.talk.yaml', false],
  ['.*.yaml', '.talk.yaml', true],
  ['**/*.yaml', 'talk.yaml', true],
  ['**/*.yaml', 'a/b/talk.yaml', true],
  ['**/*.yaml', 'a/.b/talk.yaml', false],
  ['a/**', 'a/b/c', true],
  ['a/**/b', 'a/b', true],
  ['a/**/b/**/c', 'a/x/b/y/z/c', true],
  ['a/**/b/**/c', 'a/x/c', false],
  ['tal[kx].{yaml,yml}', 'talx.yml', true],
  ['tal[!k].yaml', 'talk.yaml', false],
  ['talk{1..3}.yaml', 'talk3.yaml', true],
  ['talk{1..3}.yaml', 'talk4.yaml', false],
  ['{a,b{c,d}}/x', 'bd/x', true],
  ['talk-?.yaml', 'talk-é.yaml', true],
  ['talk-?.yaml', 'talk-𝄞.yaml', true],
  ['\\*.yaml', '*.yaml', true],
  ['\\*.yaml', 'a.yaml', false],
  ['!drafts/**', 'drafts/a', false],
  ['!drafts/**', 'talks/a', true],
  ['./talks/*.yaml', 'talks/a.yaml', true],
  ['talk[.yaml', 'talk[.yaml', true],
])('%s and %s: %s', (glob, path, matches) => {
  expect(globMatcher([glob])(path)).toBe(matches);
});

test('with `dot`, hidden names are like others', () => {
  expect(globMatcher(['drafts/**'], { dot: true })('drafts/.old/a.yaml')).toBe(true);
});

test.each([
  ['a\u0000b', /control/],
  ['+(a|aa)b', /not supported/],
  ['', /empty/],
  ['{0..9}'.repeat(4), /alternatives/],
  ['talks/*.yaml', undefined],
])('a pattern that cannot be used says why: %j', (glob, reason) => {
  const fault = globFault(glob);
  if (reason === undefined) expect(fault).toBeUndefined();
  else expect(fault).toMatch(reason);
});

test.each([
  ['talks/2016/*.yaml', 'talks/2016'],
  ['**/*.yaml', ''],
  ['talks/a.yaml', 'talks'],
])('the folder in front of %s is %j', (glob, base) => {
  expect(baseOf(glob)).toBe(base);
});

test('a name with parentheses is a name', () => {
  expect(['talk (1).yaml', 'talk[1].yaml', '*.yaml', 'a{b}c'].map(isGlob)).toStrictEqual([
    false,
    true,
    true,
    false,
  ]);
});

describe('against a library', () => {
  const piece = fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[^a]', '{a,b}', 'ab');
  const segment = fc.oneof(
    fc.constant('**'),
    fc.array(piece, { minLength: 1, maxLength: 4 }).map(pieces => pieces.join('')),
  );
  const name = fc
    .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
    .map(chars => chars.join(''));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(names => names.join('/'));

  test('the same paths match', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 3 }), path, (segments, tried) => {
        const glob = segments.join('/');
        // A library takes `a/**` for the folder itself too; files alone are asked for here. Runs of stars are `**` to it.
        fc.pre(
          !/\*\*\*|[^/]\*\*|\*\*[^/]/.test(glob) &&
            !glob.endsWith('/**') &&
            !/(^|\/)\.{1,2}(\/|$)/.test(glob),
        );
        expect([glob, tried, globMatcher([glob])(tried)]).toStrictEqual([
          glob,
          tried,
          picomatch(glob)(tried),
        ]);
      }),
    );
  });
});

test('many stars take time in proportion to the name', () => {
  const isMatch = globMatcher([`${'*a'.repeat(20)}b`, `${'**/a/'.repeat(20)}b`]);
  expect(isMatch('a'.repeat(2000))).toBe(false);
  expect(isMatch('a/'.repeat(2000))).toBe(false);
});
