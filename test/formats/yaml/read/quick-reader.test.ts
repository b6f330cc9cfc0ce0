/** Whatever the quick reader takes it reads as the full parser does, places included. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFully } from '../../../../src/formats/yaml/read/full-reader.ts';
import type { NodeTable } from '../../../../src/formats/yaml/read/node-table.ts';
import { Problems } from '../../../../src/formats/yaml/read/problems.ts';
import { readQuickly } from '../../../../src/formats/yaml/read/quick-reader.ts';
import { DEAR_RUNS, RUNS } from '../../../helpers/runs.ts';
import { anyRoot, printed, printStyle, TYPED_KEYS, transcript } from '../arbitraries.ts';

const spans = (nodes: NodeTable) =>
  Array.from({ length: nodes.count }, (_, node) => [nodes.start(node), nodes.end(node), nodes.next(node)]);

/** Whether the quick reader took the text; if so, as the full parser. */
function isReadAlike(text: string): boolean {
  const quick = readQuickly(text, TYPED_KEYS);
  if (quick === undefined) return false;
  const problems = new Problems('a.yaml');
  const tree = readFully(text, TYPED_KEYS, problems)!;
  expect({ text, value: quick.value, problems: [] }).toEqual({
    text,
    value: tree.value,
    problems: problems.list(),
  });
  expect({ text, keys: keysOf(quick.value) }).toEqual({ text, keys: keysOf(tree.value) });
  expect({ text, spans: spans(quick.nodes) }).toEqual({ text, spans: spans(tree.nodes) });
  return true;
}

/** `toEqual` does not look at the order of keys. */
const keysOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(keysOf)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, inner]) => [key, keysOf(inner)])
      : undefined;

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const files = readdirSync(path.join(ROOT, 'data'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.yaml'))
  .map(name => path.join('data', name));

describe('what is usual', () => {
  const texts = {
    'plain text and numbers': 'onrecord: 1\ntitle: Talk on a bridge\nstart: 12.5\nnothing:\nnull: ~\n',
    'a marker of the document': '---\nonrecord: 1\n',
    'no last line break': 'onrecord: 1\ntitle: Talk',
    comments: '# above\nonrecord: 1 # beside\n\n  # between\ntitle: Talk   # behind\nlist: # of two\n  - a\n',
    'blanks behind': 'title: Talk  \nlist:  \n  - a  \n  - "b"  \n',
    'a list at the column of its key': 'list:\n- a\n- b: 1\n  c: 2\nnext: x\n',
    'lists in lists': 'list:\n  - - a\n    - b\n  -\n    - c\n  -\n  - key:\n    - d\n',
    'text on the next line': 'text:\n  some words\nother:\n  "in quotes"\n',
    'text over several lines': 'text: some\n  words and\n    more\nlist:\n  - some\n    words\n',
    'colons and signs in text': 'text: at 12:30, a#b (see http://x.org) - so?\nnext: -5 or .5\n',
    'quoted text': 'a: \'it\'\'s\'\nb: "say \\"no\\" \\u00e9\\n"\nc: \'null\'\nd: ""\n',
    'quoted text over several lines':
      'a: "one\n  two\n\n  three "\nb: \'one  \n\n\n  it\'\'s\'\nc: "one\n  "\n',
    brackets: 'a: [b, "c", \'d\', 1]\ne: {f: 00:00:01.5, g: [], h: {}}\ni: [{j: k}, [l]]\nm: [n, ]\n',
    'brackets over several lines': 'a: [\n    b,\n    c\n  ]\nd: {e: f,\n  g: h}\n',
    'folded text':
      'a: >-\n  one\n  two\nb: >\n  one\n\n  two\n\n\n  three\n\nc: >-\n  one\n    further\n\n  two\n',
    'literal text':
      'a: |\n  one\n  two\nb: |-\n  one\n\n    further\n  # no comment\n\n# comment\nc: |\n  last',
    'block text in a list': 'list:\n  - >-\n    one\n    two\n  - |\n    three\n',
    extensions: 'x-own: {start: 5, a: [true, {b: 2}]}\ncheckable: true\nlist: [5]\n',
    'inherited names': 'constructor: a\ntoString: b\n',
  };
  test.for(Object.entries(texts))('%s', ([, text]) => {
    expect(isReadAlike(text)).toBe(true);
  });

  test.for(files)('%s', file => {
    const isQuick = isReadAlike(readFileSync(path.join(ROOT, file), 'utf8'));
    // Words of other scripts are keys there, which the quick reader leaves to the full one.
    expect(isQuick || file.startsWith(path.join('data', 'words'))).toBe(true);
  });
});

describe('what is left to the full parser', () => {
  const texts = {
    'an anchor': 'a: &b c\n',
    'an alias': 'a: *b\n',
    'a tag': 'a: !!str c\n',
    'a key twice': 'a: b\na: c\n',
    'a key twice in brackets': 'a: {b: c, b: d}\n',
    __proto__: '__proto__: a\n',
    'a merge key': '<<: {a: b}\n',
    'a second document': 'a: b\n---\nc: d\n',
    'the end of a document': 'a: b\n...\n',
    'a list at the top': '- a\n',
    'nothing at all': '',
    'a tab': 'a:\tb\n',
    'other line breaks': 'a: b\r\n',
    'a control character': 'a: b\x07\n',
    'half a character': 'a: b\ud83d\n',
    'a key inside text': 'a: b: c\n',
    'a key behind text': 'a: b\n  c: d\n',
    'a key that ends text': 'a: b\n  c:\n',
    'text deeper than its neighbour': 'a: "b"\n  c\n',
    'a less indented neighbour': 'a:\n    b: c\n  d: e\n',
    'a quote that stays open': 'a: "b\nc: d\n',
    'quoted text without indentation': 'a: "b\nc"\n',
    'a bracket that stays open': 'a: [b\nc: d\n',
    'a bracket without indentation': 'a: [b\n]\n',
    'text behind quotes': 'a: "b" c\n',
    'a comment in brackets': 'a: [b, # c\n  d]\n',
    'a blank line in plain text': 'a: b\n\n  c\n',
    'a comment in plain text': 'a: b # c\n  d\n',
    'deep nesting': `a: ${'['.repeat(40)}${']'.repeat(40)}\n`,
    'an empty block': 'a: |\nb: c\n',
    'a block of blanks': 'a: |\n   ',
    'a block with its indentation': 'a: |2\n  b\n',
    'blanks at the end of a block': 'a: |\n  b\n     \n',
  };
  test.for(Object.entries(texts))('%s', ([, text]) => {
    expect(readQuickly(text, TYPED_KEYS)).toBeUndefined();
  });
});

test('documents of our shape in every style', () => {
  let taken = 0;
  fc.assert(
    fc.property(transcript, printStyle, (root, style) => {
      if (isReadAlike(printed(root, style))) taken++;
    }),
    { numRuns: RUNS },
  );
  expect(taken).toBeGreaterThan(RUNS / 20);
});

test('documents of any shape in every style', () => {
  fc.assert(
    fc.property(anyRoot, printStyle, (root, style) => {
      isReadAlike(printed(root, style));
    }),
    { numRuns: DEAR_RUNS },
  );
});

/** Lines of usual documents and what is easily taken for something else, put together by chance. */
const PIECES = [
  'a: b',
  'b:',
  'c: >-',
  'd: |',
  '- a',
  '- b: c',
  '-',
  '- - d',
  'some words',
  '"quoted',
  'text"',
  "'it''s'",
  'e: "x"',
  'f: [a,',
  'b]',
  'g: {h: i}',
  '}',
  '# note',
  'k: l # m',
  'n: - o',
  'p: "q\\n"',
  'r: 5',
  'start: 1e3',
  'x-s: [1, true]',
  't: null',
  '---',
  '...',
  '&u v',
  '? w',
  ': x',
  "y: 'z",
  'a:b',
  '#b',
  'c:#d',
  '',
  '   ',
  '[]',
  'e: [f: g]',
  'h: {i}',
  '- [j]',
  '- "k": l',
]; // prettier-ignore
const line = fc.tuple(
  fc.constantFrom(0, 0, 1, 2, 2, 3, 4, 4, 6),
  fc.constantFrom(...PIECES),
  fc.constantFrom('', '', ' '),
);
const lines = fc
  .array(line, { minLength: 1, maxLength: 12 })
  .map(list => list.map(([indent, piece, blank]) => ' '.repeat(indent) + piece + blank).join('\n'));

test('lines put together by chance', () => {
  fc.assert(
    fc.property(lines, text => {
      isReadAlike(`onrecord: 1\n${text}`);
    }),
    { numRuns: 10 * RUNS },
  );
});

const sample = files.map(file => readFileSync(path.join(ROOT, file), 'utf8').split('\n'));
/** A stretch of a shipped file with some characters put in or taken out. */
const mutated = fc
  .tuple(
    fc.constantFrom(...sample),
    fc.nat(),
    fc.integer({ min: 1, max: 20 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...':- #\'"[]{},>|\n \\a0?&'), fc.boolean()), {
      maxLength: 4,
    }),
  )
  .map(([source, from, count, edits]) => {
    const start = from % source.length;
    let text = source.slice(start, start + count).join('\n');
    for (const [place, sign, replaces] of edits) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + sign + text.slice(replaces ? at + 1 : at);
    }
    return text;
  });

test('stretches of the shipped files with changed characters', () => {
  fc.assert(
    fc.property(mutated, text => {
      isReadAlike(`onrecord: 1\nlist:\n${text}\n`);
    }),
    { numRuns: 5 * DEAR_RUNS },
  );
});
