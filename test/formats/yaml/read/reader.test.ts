import { describe, expect, test } from 'vitest';
import type { Path } from '../../../../src/core/model/finding.ts';
import type { YamlDocument } from '../../../../src/formats/yaml/read/document.ts';
import { readYaml } from '../../../../src/formats/yaml/read/reader.ts';

const TYPED_KEYS: ReadonlySet<string> = new Set(['onrecord', 'start', 'paraphrase']);
const read = (text: string) => readYaml(text, { file: 'a.yaml', typedKeys: TYPED_KEYS });

function documentOf(text: string): YamlDocument {
  const { document, findings } = read(text);
  expect(findings).toEqual([]);
  return document!;
}

describe('values', () => {
  test.for<[string, string, unknown]>([
    [
      'scalars stay as written',
      'a: 2016\nb: 1e5\nc: no\nd: true\ne: 0x1F\nf: 012',
      { a: '2016', b: '1e5', c: 'no', d: 'true', e: '0x1F', f: '012' },
    ],
    [
      'plain null forms',
      'a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: nULL',
      { a: null, b: null, c: null, d: null, e: null, f: 'nULL' },
    ],
    ['quoted null forms are text', `a: ""\nb: '~'\nc: "null"`, { a: '', b: '~', c: 'null' }],
    [
      'typed keys are resolved',
      'onrecord: 1\nstart: 1.5\nparaphrase: true',
      { onrecord: 1, start: 1.5, paraphrase: true },
    ],
    ['quoted text under a typed key stays text', 'start: "1.5"', { start: '1.5' }],
    ['what is no number stays text under a typed key', 'start: 00:14:02.500', { start: '00:14:02.500' }],
    ['items take the key of their list', 'start: [1, [2, x]]\na: [1]', { start: [1, [2, 'x']], a: ['1'] }],
    [
      'fields below a typed key have keys of their own',
      'start: {a: 1, onrecord: 2}',
      { start: { a: '1', onrecord: 2 } },
    ],
    [
      'everything below an extension is resolved',
      'x-a: {b: [1, {c: no, d: true}]}\ne: 1',
      { 'x-a': { b: [1, { c: 'no', d: true }] }, e: '1' },
    ],
    [
      'integers that cannot be held exactly stay text',
      'x-a: 123456789012345678901234567890',
      { 'x-a': '123456789012345678901234567890' },
    ],
    [
      'core schema numbers',
      'x-a: [-1, +1, 0o17, 0xfF, .5, 1., 1e3, -.inf, .NaN, 1_000]',
      { 'x-a': [-1, 1, 15, 255, 0.5, 1, 1000, -Infinity, NaN, '1_000'] },
    ],
    ['folded text', 'a: >-\n  one\n  two\n\n  three\nb: c', { a: 'one two\nthree', b: 'c' }],
    ['literal text keeps lines', 'a: |\n  one\n   two\nb: |+\n  x\n\n', { a: 'one\n two\n', b: 'x\n\n' }],
    ['plain text over several lines', 'a: one\n  two\n\n  three', { a: 'one two\nthree' }],
    ['escapes', String.raw`a: "\x41\u00e9\U0001F600\n\ud800"`, { a: 'Aé😀\n\ud800' }],
    ['doubled single quotes', "a: 'it''s'", { a: "it's" }],
    [
      'flow collections',
      'a: {b: [c, {d: e}], f: }\ng: []\nh: {}',
      { a: { b: ['c', { d: 'e' }], f: null }, g: [], h: {} },
    ],
    ['a single pair in a list', 'a: [b: c]', { a: [{ b: 'c' }] }],
    ['a list at the indentation of its key', 'a:\n- b\n- c: d\n  e: f\n', { a: ['b', { c: 'd', e: 'f' }] }],
    ['lists in lists', 'a:\n  - - b\n    -\n  -\n', { a: [['b', null], null] }],
    ['explicit keys', '? a\n: b\n? c\n', { a: 'b', c: null }],
    [
      'keys that look like other types',
      '1: a\ntrue: b\n~: c\n"": d',
      { 1: 'a', true: 'b', '~': 'c', '': 'd' },
    ],
    ['comments', '# one\na: b # two\n# three\n', { a: 'b' }],
    ['document markers', '---\na: b\n...\n', { a: 'b' }],
    ['CRLF', 'a: >\r\n  b\r\n  c\r\nd:\r\n  - e\r\n', { a: 'b c\n', d: ['e'] }],
    ['the quoted merge key is a key', '"<<": a', { '<<': 'a' }],
  ])('%s', ([, text, expected]) => {
    expect(documentOf(text).value).toEqual(expected);
  });

  test('keys named like members of objects are fields of their own', () => {
    const { value } = documentOf('__proto__: {admin: yes}\nconstructor: a\ntoString: b\nhasOwnProperty: c');
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    expect(Object.getOwnPropertyDescriptor(value, '__proto__')?.value).toEqual({ admin: 'yes' });
  });
});

describe('places', () => {
  test.for<[string, string, Path, 'key' | 'value', string]>([
    ['a plain value', 'a: b c # d', ['a'], 'value', 'b c'],
    ['a key', '"a b": c', ['a b'], 'key', '"a b"'],
    ['a quoted value with its quotes', "a: 'it''s'", ['a'], 'value', "'it''s'"],
    ['a value over several lines', 'a: b\n  c\nd: e', ['a'], 'value', 'b\n  c'],
    [
      'a block scalar from its header to its last line',
      'a: # >\n  >- # x\n  b\n  c\n\nd: e',
      ['a'],
      'value',
      '>- # x\n  b\n  c',
    ],
    ['an empty value', 'a:\nb: c', ['a'], 'value', ''],
    ['a flow list', 'a: [b, c, ] # d', ['a'], 'value', '[b, c, ]'],
    [
      'a flow mapping over lines',
      'a: {b: c, # }\n  d: {}\n }\ne: f',
      ['a'],
      'value',
      '{b: c, # }\n  d: {}\n }',
    ],
    ['a block mapping', 'a:\n  b: c\n  d: e\n\n# f\ng: h', ['a'], 'value', 'b: c\n  d: e'],
    ['a block list', 'a:\n- b\n- c: d\n  e:\n    - f\n', ['a'], 'value', '- b\n- c: d\n  e:\n    - f'],
    ['an entry', 'a:\n- b\n- c: d\n  e: f\n', ['a', 1], 'value', 'c: d\n  e: f'],
    ['inside of an entry', 'a:\n- b\n- c: d\n  e: f\n', ['a', 1, 'e'], 'value', 'f'],
    ['an entry has no key', 'a: [b, c]', ['a', 1], 'key', 'c'],
    ['the root', '# a\nb: c\n', [], 'value', 'b: c'],
    ['a field that is missing: what encloses it', 'a:\n  b: c', ['a', 'x'], 'value', 'b: c'],
    ['an entry that is missing: what encloses it', 'a: [b]', ['a', 3, 'c'], 'value', '[b]'],
    ['an inherited name is missing', 'a: {b: c}', ['a', 'toString'], 'value', '{b: c}'],
    ['a field behind keys that look like numbers', '2: a\n1: b\nc: d', ['1'], 'value', 'b'],
  ])('%s', ([, text, path, part, expected]) => {
    const { start, end } = documentOf(text).locate(path, part);
    expect(text.slice(start, end)).toBe(expected);
  });

  test('an empty value stands behind its indicator', () => {
    const text = 'a: # x\nb: [c: , {d}]\ne:\n  -\n  - f\n';
    const document = documentOf(text);
    const offset = (path: Path) => document.locate(path).start;
    expect(offset(['a'])).toBe(text.indexOf(':') + 1);
    expect(offset(['b', 0, 'c'])).toBe(text.indexOf('c:') + 2);
    expect(offset(['b', 1, 'd'])).toBe(text.indexOf('d') + 1);
    expect(offset(['e', 0])).toBe(text.indexOf('  -\n') + 3);
  });

  test('has tells what is there', () => {
    const document = documentOf('a: [b, {c: ~}]');
    expect([['a'], ['a', 1, 'c'], [], ['a', 2], ['a', 'b'], ['c']].map(path => document.has(path))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
