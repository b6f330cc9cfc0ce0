import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../src/formats/yaml/edit/change.ts';
import { EditError } from '../../../../src/formats/yaml/edit/edit-error.ts';
import { editYaml } from '../../../../src/formats/yaml/edit/editor.ts';
import { verifiedEdit } from '../../../../src/formats/yaml/edit/verify.ts';
import { readYaml } from '../../../../src/formats/yaml/read/reader.ts';

const TYPED_KEYS: ReadonlySet<string> = new Set(['onrecord', 'start']);

function documentOf(text: string) {
  const { document, findings } = readYaml(text, { file: 'a.yaml', typedKeys: TYPED_KEYS });
  expect(findings).toEqual([]);
  return document!;
}

const edited = (text: string, ...changes: Change[]) => editYaml(documentOf(text), changes);
/** A path of keys and indices, as in `a.0.id`; nothing names the root. */
const pathOf = (path: string) =>
  path === '' ? [] : path.split('.').map(key => (/^\d+$/.test(key) ? Number(key) : key));
const set = (path: string, value: unknown): Change => ({ kind: 'set', path: pathOf(path), value });
const remove = (path: string): Change => ({ kind: 'remove', path: pathOf(path) });
const insert = (path: string, index: number | undefined, ...values: unknown[]): Change => ({
  kind: 'insert',
  path: pathOf(path),
  values,
  ...(index !== undefined && { index }),
});
const append = (path: string, ...values: unknown[]) => insert(path, undefined, ...values);

const LONG =
  'This is a text that goes on and on until it no longer fits on a line that a person would write by hand.';
const FOLDED =
  '>-\n  This is a text that goes on and on until it no longer fits on a line that a person\n  would write by hand.';

type Row = readonly [what: string, before: string, change: Change, after: string];

describe('set a field that is there', () => {
  test.for<Row>([
    ['plain', 'a: b # c\nd: e\n', set('a', 'x'), 'a: x # c\nd: e\n'],
    ['quoted', 'a:  "b"\n', set('a', 'x'), 'a:  x\n'],
    ['empty', 'a:\nb: c\n', set('a', 'x'), 'a: x\nb: c\n'],
    ['empty with a comment', 'a: # c\n', set('a', 'x'), 'a: x # c\n'],
    [
      'with an indented comment below it',
      'a: b\n    # c\nd: e\n',
      set('a', LONG),
      `a: ${LONG}\n    # c\nd: e\n`,
    ],
    ['over several lines', 'a: b\n  c # d\ne: f', set('a', 'x'), 'a: x # d\ne: f'],
    ['a no-break space at its start', 'a: "b"\n', set('a', '\u00a0x'), 'a: \u00a0x\n'],
    ['block scalar to plain', 'a: >- # c\n  b\n  d\n\ne: f\n', set('a', 'x'), 'a: x # c\n\ne: f\n'],
    ['plain to folded', 'a: b\ne: f\n', set('a', LONG), `a: ${FOLDED}\ne: f\n`],
    ['long text beside a comment stays on its line', 'a: b # c\n', set('a', LONG), `a: ${LONG} # c\n`],
    ['block scalar to folded', 'a: |\n  b\ne: f\n', set('a', LONG), `a: ${FOLDED}\ne: f\n`],
    ['lines to a literal', 'a: b\n', set('a', 'x\ny'), 'a: |-\n  x\n  y\n'],
    ['blank lines at its end', 'a: b\n\ne: f\n', set('a', 'x\n\n'), 'a: "x\\n\\n"\n\ne: f\n'],
    ['to a list', 'a: b # c\nd: e\n', set('a', [{ x: 'y' }]), 'a: # c\n  - x: y\nd: e\n'],
    ['to a short list', 'a: b\n', set('a', ['u1', 'u2']), 'a: [u1, u2]\n'],
    ['to a mapping', 'a: b\nd: e\n', set('a', { x: { y: 'z' } }), 'a:\n  x:\n    y: z\nd: e\n'],
    [
      'a block list to plain',
      'a: # c\n  # d\n  - b\n  - e\nf: g\n',
      set('a', 'x'),
      'a: x # c\n  # d\nf: g\n',
    ],
    [
      'a block mapping to another',
      'a:\n  b: c\n  d: e\n\nf: g\n',
      set('a', { x: 'y' }),
      'a:\n  x: y\n\nf: g\n',
    ],
    ['a flow list', 'a: [b, c] # d\n', set('a', ['x']), 'a: [x] # d\n'],
    ['inside of a flow mapping', '{a: {b: c, "d":1}}', set('a.d', 'x'), '{a: {b: c, "d": x}}'],
    ['a key alone in a flow mapping', 'a: {b, c: }', set('a.b', 'x'), 'a: {b: x, c: }'],
    ['an empty value in a flow mapping', 'a: {b: c, d: }', set('a.d', 'x'), 'a: {b: c, d: x}'],
    ['an explicit key', '? a\n: b\n', set('a', 'x'), '? a\n: x\n'],
    [
      'the first field of an entry',
      'a:\n  - id: b # c\n    d: e\n',
      set('a.0.id', 'x'),
      'a:\n  - id: x # c\n    d: e\n',
    ],
    ['text that looks like another type', 'a: b\n', set('a', '2016'), 'a: "2016"\n'],
    ['a number under a typed key', 'start: 1\n', set('start', 2.5), 'start: 2.5\n'],
    ['null', 'a: b\n', set('a', null), 'a: null\n'],
    ['nothing inside', 'a:\n  - b\n', set('a', []), 'a: []\n'],
    ['what is kept to the end of the file', 'a: |+\n  b\n\n\n', set('a', 'x'), 'a: x\n'],
  ])('%s', async ([, before, change, after]) => {
    expect(await edited(before, change)).toBe(after);
  });
});

describe('set a field that is not there', () => {
  test.for<Row>([
    ['at the end of the file', 'a: b # c\n# d\n', set('x', 'y'), 'a: b # c\nx: y\n# d\n'],
    ['without a final line break', 'a: b', set('x', 'y'), 'a: b\nx: y'],
    ['before the end marker', 'a: b\n...\n', set('x', 'y'), 'a: b\nx: y\n...\n'],
    ['in a block mapping', 'a:\n    b: c\n\nd: e\n', set('a.x', 'y'), 'a:\n    b: c\n    x: y\n\nd: e\n'],
    [
      'in an entry',
      'a:\n  - id: b\n  - id: c\n',
      set('a.0.x', LONG),
      `a:\n  - id: b\n    x: ${FOLDED.replaceAll('\n', '\n    ')}\n  - id: c\n`,
    ],
    ['in a flow mapping', 'a: {b: c}\n', set('a.x', 'y, z'), 'a: {b: c, x: "y, z"}\n'],
    ['in a flow mapping with blanks', 'a: { b: c }\n', set('a.x', 'y'), 'a: { b: c, x: y }\n'],
    ['behind a last comma', 'a: {b: c,}\n', set('a.x', 'y'), 'a: {b: c, x: y,}\n'],
    ['in a root of braces', '{a: b}\n', set('x', 'y'), '{a: b, x: y}\n'],
    ['in an empty mapping', 'a: {} # c\n', set('a.x', 'y'), 'a: # c\n  x: y\n'],
    ['in nothing', 'a:\nb: c\n', set('a.x', 'y'), 'a:\n  x: y\nb: c\n'],
    ['with the mappings on the way', 'a: b\n', set('x.y.z', 'w'), 'a: b\nx:\n  y:\n    z: w\n'],
    ['behind text that keeps its line ends', 'a: |+\n  b\n\n', set('x', 'y'), 'a: |+\n  b\n\nx: y\n'],
    [
      'behind text that ends in blanks',
      'a: >-\n  \t\n\nb: |2\n    \n',
      set('x', 'y'),
      'a: >-\n  \t\n\nb: |2\n    \nx: y\n',
    ],
    ['named like the merge key', 'a: b\n', set('<<', '<<'), 'a: b\n"<<": "<<"\n'],
    ['in a pair without braces', 'a: [b: c]\n', set('a.0.x', 'y'), 'a: [{b: c, x: y}]\n'],
    [
      'a list as the file indents its lists',
      'a:\n- b\nc: d\n',
      set('x', [{ y: 'z' }]),
      'a:\n- b\nc: d\nx:\n- y: z\n',
    ],
    [
      'a mapping as the file indents its mappings',
      'a:\n    b: c\n',
      set('x', { y: { z: 'w' } }),
      'a:\n    b: c\nx:\n    y:\n        z: w\n',
    ],
  ])('%s', async ([, before, change, after]) => {
    expect(await edited(before, change)).toBe(after);
  });
});

describe('insert entries', () => {
  const entry = { id: 'x', note: 'y' };
  test.for<Row>([
    [
      'at the end',
      'a:\n  - id: b # c\nd: e\n',
      append('a', entry),
      'a:\n  - id: b # c\n  - id: x\n    note: y\nd: e\n',
    ],
    [
      'at the indentation of the key',
      'a:\n- id: b\nd: e\n',
      append('a', entry),
      'a:\n- id: b\n- id: x\n  note: y\nd: e\n',
    ],
    ['without a final line break', 'a:\n  - b', append('a', 'x', 'y'), 'a:\n  - b\n  - x\n  - y'],
    [
      'in front, above what belongs to the first',
      'a:\n  # c\n  - b\n',
      insert('a', 0, entry),
      'a:\n  - id: x\n    note: y\n  # c\n  - b\n',
    ],
    [
      'between, above what belongs to the next',
      'a:\n  - b\n  # c\n  - d\n',
      insert('a', 1, 'x'),
      'a:\n  - b\n  - x\n  # c\n  - d\n',
    ],
    [
      'beside entries in braces',
      'a:\n  - {id: b}\n',
      append('a', entry),
      'a:\n  - {id: b}\n  - {id: x, note: y}\n',
    ],
    ['in a flow list', 'a: [b, c] # d\n', append('a', 'x'), 'a: [b, c, x] # d\n'],
    ['in front of a flow list', 'a: [b]\n', insert('a', 0, 'x', 'y'), 'a: [x, y, b]\n'],
    ['in a flow list over lines', 'a: [\n  b, # c\n  ]\n', append('a', 'x'), 'a: [\n  b, x, # c\n  ]\n'],
    ['in an empty list', 'a: [] # c\nd: e\n', append('a', entry), 'a: # c\n  - id: x\n    note: y\nd: e\n'],
    ['in nothing', 'a: # c\nd: e\n', append('a', entry), 'a: # c\n  - id: x\n    note: y\nd: e\n'],
    ['in a list that is missing', 'd: e\n', append('a', entry), 'd: e\na:\n  - id: x\n    note: y\n'],
    ['in a list of lists', 'a:\n  - - b\n', insert('a.0', 0, 'x'), 'a:\n  - - x\n    - b\n'],
    ['nothing', 'a: [b]\n', append('a'), 'a: [b]\n'],
  ])('%s', async ([, before, change, after]) => {
    expect(await edited(before, change)).toBe(after);
  });
});

describe('replace an entry', () => {
  test.for<Row>([
    ['a scalar', 'a:\n  - b # c\n  - d\n', set('a.0', 'x'), 'a:\n  - x # c\n  - d\n'],
    [
      'a mapping',
      'a:\n  - id: b\n    c: d\n  - e\n',
      set('a.0', { id: 'x', y: ['z'] }),
      'a:\n  - id: x\n    y: [z]\n  - e\n',
    ],
    [
      'a mapping further from its dash',
      'a:\n  -   id: b\n      c: d\n',
      set('a.0', { id: 'x', y: 'z' }),
      'a:\n  -   id: x\n      y: z\n',
    ],
    [
      'a mapping below its dash',
      'a:\n  -\n    id: b\n',
      set('a.0', { id: 'x', y: 'z' }),
      'a:\n  - id: x\n    y: z\n',
    ],
    ['nothing', 'a:\n  -\n  - b\n', set('a.0', { id: 'x', y: 'z' }), 'a:\n  - id: x\n    y: z\n  - b\n'],
    ['in brackets', 'a: [b, {c: d}]\n', set('a.1', { x: 'y' }), 'a: [b, {x: y}]\n'],
  ])('%s', async ([, before, change, after]) => {
    expect(await edited(before, change)).toBe(after);
  });
});

describe('remove the last fields and set a new one', () => {
  test.for<[string, string, string, string]>([
    ['in lines of their own', 'a:\n  b: c\n  d: e # f\n', 'd', 'a:\n  b: c\n  x: y\n'],
    ['at the end of a file without a line break', 'a:\n  b: c\n  d: e', 'd', 'a:\n  b: c\n  x: y'],
    ['in an entry', 'a:\n  - b: c # g\n    d: e\n  - h\n', 'd', 'a:\n  - b: c # g\n    x: y\n  - h\n'],
    ['in braces', 'a: {b: c, d: e}\n', 'd', 'a: {b: c, x: y}\n'],
    ['several in braces', 'a: {b: c, d: e, f: g}\n', 'd f', 'a: {b: c, x: y}\n'],
    ['several in lines', 'a:\n  b: c\n  d: e\n  f: |\n    g\n', 'd f', 'a:\n  b: c\n  x: y\n'],
  ])('%s', async ([, before, names, after]) => {
    const path = Array.isArray(documentOf(before).value['a']) ? 'a.0' : 'a';
    const removals = names.split(' ').map(name => remove(`${path}.${name}`));
    expect(await edited(before, set(`${path}.x`, 'y'), ...removals)).toBe(after);
    expect(await edited(before, ...removals, set(`${path}.x`, 'y'))).toBe(after);
  });
});

describe('remove', () => {
  test.for<Row>([
    ['a field with its line', 'a: b # c\nd: e\n', remove('a'), 'd: e\n'],
    ['a field of many lines', 'a:\n  - b\n  - c: d\n\ne: f\n', remove('a'), '\ne: f\n'],
    ['the last field', 'a: b\nc: d\n', remove('c'), 'a: b\n'],
    ['the last field without a final line break', 'a: b\nc: d', remove('c'), 'a: b'],
    ['what stands above stays', 'a: b\n# c\nd: e\nf: g\n', remove('d'), 'a: b\n# c\nf: g\n'],
    ['the first field of an entry', 'a:\n  - id: b\n    c: d\n', remove('a.0.id'), 'a:\n  - c: d\n'],
    [
      'the first field of an entry with a comment',
      'a:\n  - id: b # e\n    c: d\n',
      remove('a.0.id'),
      'a:\n  -  # e\n    c: d\n',
    ],
    ['an entry', 'a:\n  - id: b\n    c: d\n  - e\n', remove('a.0'), 'a:\n  - e\n'],
    ['the only entry', 'a:\n  - b\nc: d\n', remove('a.0'), 'a: []\nc: d\n'],
    ['the only field', 'a:\n  b: c\nd: e\n', remove('a.b'), 'a: {}\nd: e\n'],
    ['in braces', 'a: {b: c, d: e}\n', remove('a.b'), 'a: {d: e}\n'],
    ['last in brackets', 'a: [b, c,]\n', remove('a.1'), 'a: [b,]\n'],
    ['an explicit key', '? a\n: b\nc: d\n', remove('a'), 'c: d\n'],
  ])('%s', async ([, before, change, after]) => {
    expect(await edited(before, change)).toBe(after);
  });
});

describe('line ends', () => {
  test('new lines end as most lines do', async () => {
    const text = 'a: b\r\nc:\r\n  - d\r\n';
    expect(await edited(text, append('c', { x: 'y', z: 'w' }))).toBe(
      'a: b\r\nc:\r\n  - d\r\n  - x: y\r\n    z: w\r\n',
    );
    expect(await edited('a: b\nc: d\r\ne: f\n', set('x', 'y'))).toBe('a: b\nc: d\r\ne: f\nx: y\n');
  });

  test('removal takes the line end along', async () => {
    expect(await edited('a: b\r\nc: d\r\n', remove('a'))).toBe('c: d\r\n');
    expect(await edited('a: b\r\nc: d', remove('c'))).toBe('a: b');
  });
});

describe('several changes', () => {
  test('are made as one', async () => {
    const text = 'a:\n  - id: b\n  - id: c\n  - id: d\nn: [x]\n';
    const changes = [
      remove('a.1'),
      insert('a', 1, { id: 'p' }),
      set('a.0.y', '1'),
      append('a', { id: 'q' }),
      append('a', { id: 'r' }),
      set('n', ['z']),
    ];
    expect(await edited(text, ...changes)).toBe(
      'a:\n  - id: b\n    y: "1"\n  - id: p\n  - id: d\n  - id: q\n  - id: r\nn: [z]\n',
    );
  });

  test('a new field stands behind the lines of a value that is replaced', async () => {
    const text = 'a:\n  - id: b\n    y: {p: q}\n';
    const changes = [set('a.0.x', '1'), set('a.0.y', [{ p: 'q' }, { r: 's' }])];
    expect(await edited(text, ...changes)).toBe(
      'a:\n  - id: b\n    y:\n      - p: q\n      - r: s\n    x: "1"\n',
    );
  });

  test('of one place are refused', async () => {
    await expect(edited('a: b\n', set('a', 'x'), set('a', 'y'))).rejects.toThrow(EditError);
  });

  test.for<[string, string, readonly Change[], string]>([
    ['missing', 'a: b\n', [set('x.y', '1'), set('x.z.w', '2')], 'a: b\nx:\n  y: "1"\n  z:\n    w: "2"\n'],
    ['null', 'x:\na: b\n', [set('x.y', '1'), set('x.z', '2')], 'x:\n  y: "1"\n  z: "2"\na: b\n'],
    ['empty', 'x: {y: {}}\n', [set('x.y.z', '1'), set('x.y.w', '2')], 'x: {y: {z: "1", w: "2"}}\n'],
    [
      'a pair without braces',
      'x: [y: z]\n',
      [set('x.0.a', '1'), set('x.0.b', '2')],
      'x: [{y: z, a: "1", b: "2"}]\n',
    ],
    ['a missing list', 'a: b\n', [append('x', 'y'), append('x', 'z')], 'a: b\nx: [y, z]\n'],
    ['an empty list', 'x: []\n', [insert('x', 0, 'y'), insert('x', 0, 'z')], 'x: [y, z]\n'],
  ])('add together to what is %s', async ([, text, changes, expected]) => {
    expect(await edited(text, ...changes)).toBe(expected);
  });
});

describe('JSON stays JSON', () => {
  test.for<[string, string, Change, string]>([
    ['a field', '{"a": "b"}\n', set('x', { y: ['z', 1] }), '{"a": "b", "x": {"y": ["z", 1]}}\n'],
    ['the first field', '{"a":{}}', set('a.x', 'y'), '{"a": {"x": "y"}}'],
    ['another value', '{"a":"b"}', set('a', 'x\n\u202e'), '{"a": "x\\n\\u202E"}'],
    ['an entry', '{"a":[1,\n2]}', append('a', null), '{"a":[1,\n2, null]}'],
    ['a field gone', '{"a":"b","c":"d"}', remove('a'), '{"c":"d"}'],
    ['unless it cannot', '{"x-a":"b"}', set('x-a', Number.POSITIVE_INFINITY), '{"x-a": .inf}'],
    ['brackets that are no JSON', '{"a": b}', set('x', 'y'), '{"a": b, x: y}'],
  ])('%s', async ([, text, change, expected]) => {
    expect(await edited(text, change)).toBe(expected);
  });
});

describe('refused', () => {
  test.for<[string, string, Change]>([
    ['the root', 'a: b', set('', {})],
    ['the last field of a file', 'a: b', remove('a')],
    ['what is not there', 'a: b', remove('c')],
    ['an entry that is not there', 'a: [b]', set('a.3', 'x')],
    ['a field of a text', 'a: b', set('a.c', 'x')],
    ['an entry of a mapping', 'a: {b: c}', append('a', 'x')],
    ['an entry beyond the end', 'a: [b]', insert('a', 5, 'x')],
    ['a key without a colon', '? a\n? b\n', set('a', 'x')],
  ])('%s', async ([, text, change]) => {
    await expect(edited(text, change)).rejects.toThrow(EditError);
  });

  test('a text that does not read back as meant', () => {
    const document = documentOf('a: b\nc: d\n');
    const changes = [set('a', 'x')];
    expect(() => verifiedEdit(document, changes, 'a: x\nc: d\n')).not.toThrow();
    expect(() => verifiedEdit(document, changes, 'a: x\nc: e\n')).toThrow(EditError);
    expect(() => verifiedEdit(document, changes, 'a: x\n')).toThrow(EditError);
    expect(() => verifiedEdit(document, changes, 'a: [x\n')).toThrow('would break the file');
  });
});

test('keys named like members of objects are fields', async () => {
  expect(await edited('a: b\n', set('__proto__.x', 'y'))).toBe('a: b\n__proto__:\n  x: y\n');
  expect(await edited('__proto__:\n  x: y\na: b\n', set('__proto__.x', 'z'))).toBe(
    '__proto__:\n  x: z\na: b\n',
  );
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});
