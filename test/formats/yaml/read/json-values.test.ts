/** JSON as `JSON.parse` has it is JSON as the full YAML parser has it, or is left to that parser. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonValues } from '../../../../src/formats/yaml/read/json-values.ts';
import { readYaml } from '../../../../src/formats/yaml/read/reader.ts';
import { RUNS } from '../../../helpers/runs.ts';
import { TYPED_KEYS } from '../arbitraries.ts';

const full = (text: string) => readYaml(text, { file: 'talk.json', typedKeys: TYPED_KEYS });

/** Numbers as programs write them, exact and not. */
const number = fc.constantFrom(
  '0',
  '-0',
  '7',
  '-12',
  '1.50',
  '1e5',
  '-2E-3',
  '9007199254740993',
  '1e400',
  '0.1',
);
const string = fc
  .oneof(
    {
      weight: 8,
      arbitrary: fc.string({ unit: fc.constantFrom(...'ab :,#{}[]"\\/\'-é€\n\u2028', '😀'), maxLength: 8 }),
    },
    fc.string({
      unit: fc.constantFrom(...'ab :,#{}[]"\\/\'-é€\n\t\0\u2028\u00ad\u0085\ufeff<&', '😀', '\ud800'),
    }),
    fc.constantFrom('__proto__', 'constructor', '<<', 'null', 'true', '---', 'a"b":c', 'k'.repeat(1100)),
  )
  .map(text => JSON.stringify(text));
/** As `JSON.stringify` does not write them: escapes that need not be, characters that need be in YAML. */
const oddString = fc.constantFrom(
  '"\\u0041\\/"',
  '"\\ud83d\\ude00"',
  '"\\ud83d"',
  '"a\u0085b"',
  '"a\u2028b"',
  '"\ufeff"',
  '"\u007f"',
);
const key = fc.oneof(
  // Beneath `x-own` a number is a number.
  fc.constantFrom(
    ...['id', 'text', 'onrecord', 'start', 'checkable', 'x-own', 'x-own', '__proto__', '1'].map(
      name => `"${name}"`,
    ),
  ),
  string,
);
const gap = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('', ' ', '\n', '\r\n', '\n  ', '  ') },
  fc.constant('\t'),
);

const { value, mapping } = fc.letrec<{ value: string; list: string; mapping: string }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof({ weight: 20, arbitrary: string }, oddString, number, fc.constantFrom('true', 'false', 'null')),
    tie('list'),
    tie('mapping'),
  ),
  list: fc
    .tuple(gap, fc.array(tie('value'), { maxLength: 4 }), gap)
    .map(([a, items, b]) => `[${a}${items.join(`${b},${a}`)}${b}]`),
  mapping: fc
    .tuple(gap, gap, gap, fc.array(fc.tuple(key, gap, tie('value')), { maxLength: 4 }))
    .map(
      ([a, b, c, fields]) =>
        `{${a}${fields.map(([name, d, inner]) => `${name}${d}:${c}${inner}`).join(`${b},${a}`)}${b}}`,
    ),
}));

/** What a slip of the keyboard or a cut transfer makes of a text. */
const slip = fc.record({
  at: fc.nat(200),
  cut: fc.nat(3),
  put: fc.constantFrom('', '"', ',', ':', '}', '{', '\0', '\\'),
});

const whole = fc
  .tuple(
    fc.constantFrom('', '', '', '', ' ', '\n  '),
    fc.oneof({ weight: 9, arbitrary: mapping }, value),
    gap,
  )
  .map(parts => parts.join(''));
const broken = fc
  .tuple(whole, slip)
  .map(([written, { at, cut, put }]) => written.slice(0, at) + put + written.slice(at + cut));
const text = fc.oneof({ weight: 3, arbitrary: whole }, broken);

test('random JSON, sound and broken', () => {
  let taken = 0;
  let runs = 0;
  fc.assert(
    fc.property(text, written => {
      runs++;
      const values = readJsonValues(written, TYPED_KEYS);
      if (values === undefined) return;
      taken++;
      const { document, findings } = full(written);
      expect(findings).toEqual([]);
      expect(isDeepStrictEqual(values, document!.value)).toBe(true);
    }),
    { numRuns: RUNS },
  );
  // About one in nine.
  expect(taken / runs).toBeGreaterThan(0.03);
});

test.for([
  ['text, a list and an exact number', '{"onrecord": 1, "text": "2016", "via": ["a", "b"]}', true],
  ['a number where text is expected', '{"text": 2016.0}', false],
  ['a boolean where text is expected', '{"text": true}', false],
  ['an integer that no number holds', '{"start": 9007199254740993}', false],
  ['anything beneath an extension', '{"x-own": {"n": [1.5, true, null]}}', true],
  ['a key that stands twice', '{"id": "a", "id": "b"}', false],
  ['a key that stands twice, once with an escape', '{"id": "a", "\\u0069d": "b"}', false],
  ['a string that looks like a key', '{"id": "\\"id\\":", "text": ":"}', true],
  ['a key of every object', '{"__proto__": {"id": "a"}}', true],
  ['a byte order mark', '\ufeff{"id": "a"}', false],
  ['a NUL', '{"id": "a\0"}', false],
  ['an escaped NUL', '{"id": "a\\u0000"}', true],
  ['a list', '["a"]', false],
  ['a cut text', '{"id": "a"', false],
  ['blanks before it', '  {"id": "a"}', false],
  ['a tab', '{\t"id": "a"}', false],
  ['a colon on another line', '{"id"\n: "a"}', false],
  ['forty lists', `{"id": ${'['.repeat(40)}${']'.repeat(40)}}`, false],
] as const)('%s', ([, written, isTaken]) => {
  expect(readJsonValues(written, TYPED_KEYS) !== undefined).toBe(isTaken);
});
