/** What the reader refuses, and hostile input: small texts, each built here, of the kinds that stop other readers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MAX_DEPTH,
  MAX_FINDINGS,
  MAX_NODES,
  mayExhaustMemory,
} from '../../../../src/formats/yaml/read/limits.ts';
import { readYaml } from '../../../../src/formats/yaml/read/reader.ts';
import { READER_RULES, type ReaderRuleId } from '../../../../src/formats/yaml/read/reader-rules.ts';
import { runsOf } from '../../../helpers/runs.ts';

const read = (text: string) => readYaml(text, { file: 'a.yaml', typedKeys: new Set(['onrecord']) });

/** Rule and marked text of each finding. */
function found(text: string): [string, string][] {
  const { document, findings } = read(text);
  expect(document === undefined).toBe(findings.length > 0);
  return findings.map(({ rule, span }) => [rule, span === undefined ? '' : text.slice(span.start, span.end)]);
}

describe('refused, with the place', () => {
  test.for<[string, string, [ReaderRuleId, string][]]>([
    ['nothing', '', [['not-a-mapping', '']]],
    ['only blanks', ' \n\n', [['not-a-mapping', '']]],
    ['only a comment', '# a\n', [['not-a-mapping', '']]],
    ['a scalar', 'just text', [['not-a-mapping', 'j']]],
    ['a list', '- a', [['not-a-mapping', '-']]],
    ['a second document', 'a: b\n---\nc: d', [['multiple-documents', '---']]],
    ['text behind the end of the document', 'a: b\n...\nc: d', [['multiple-documents', '...']]],
    ['a version directive', '%YAML 1.1\n---\na: b', [['directive', '%']]],
    ['an unknown directive', '# x\n%FOO\n---\na: b', [['directive', '%']]],
    ['a tag', 'a: !!int b', [['explicit-tag', '!!int']]],
    ['a tag that runs code elsewhere', 'a: !!js/function b', [['explicit-tag', '!!js/function']]],
    ['a tag of one exclamation mark', 'a: ! b', [['explicit-tag', '!']]],
    ['an undeclared tag', 'a: !x!y b', [['explicit-tag', ' ']]],
    ['an anchor', 'a: &b c', [['alias', '&b']]],
    [
      'an anchor and its alias',
      'a: &b c\nd: *b',
      [
        ['alias', '&b'],
        ['alias', '*b'],
      ],
    ],
    [
      'an anchor that holds itself',
      'a: &b [*b]',
      [
        ['alias', '&b'],
        ['alias', '*b'],
      ],
    ],
    ['an alias as a key', '*b : c', [['alias', '*b']]],
    ['two anchors on one value', 'a: &b &c d', [['alias', '&']]],
    ['the merge key', '<<: {a: b}', [['merge-key', '<<']]],
    ['a duplicate key', 'a: 1\nb: 2\na: 3', [['duplicate-key', 'a']]],
    [
      'every duplicate key',
      'a: {b: 1, b: 2}\nc:\n  d: 1\n  "d": 2\n',
      [
        ['duplicate-key', 'b'],
        ['duplicate-key', '"d"'],
      ],
    ],
    ['a number and its text', '1: a\n"1": b', [['duplicate-key', '"1"']]],
    ['a duplicate __proto__', '__proto__: a\n__proto__: b', [['duplicate-key', '__proto__']]],
    ['a list as a key', '? [a]\n: b', [['complex-key', '[']]],
    ['a mapping as a key', '{a: b}: c', [['complex-key', '{']]],
    ['a block of text as a key', '? |\n  a\n: b', [['complex-key', '|\n  a\n'.slice(2)]]],
    ['no key', ': a', [['complex-key', '']]],
    ['a tab', 'a:\n\tb: c', [['syntax', '\t']]],
    ['a colon in plain text', 'a: b: c', [['syntax', ':']]],
    ['an open quote', 'a: "b\nc: d', [['syntax', 'c']]],
    ['an open bracket', 'a: [b', [['syntax', '']]],
    ['two commas', 'a: [b,,c]', [['syntax', ',']]],
    ['text behind a closing bracket', 'a: {b: c} d', [['syntax', 'd']]],
    ['an unknown escape', String.raw`a: "\q"`, [['syntax', 'q']]],
    ['a control character', 'a: b\u0007', [['syntax', '\u0007']]],
    [
      'conflict markers',
      'a: b\n<<<<<<< ours\nc: d\n=======\nc: e\n>>>>>>> theirs\n',
      [['conflict-marker', '<<<<<<<']],
    ],
  ])('%s', ([, text, expected]) => {
    expect(found(text)).toEqual(expected);
  });

  test('a duplicate key shows where it was first defined', () => {
    const [finding] = read('"a": 1\nb: 2\na: 3').findings;
    expect(finding).toMatchObject({
      message: 'duplicate key "a"',
      labels: [{ span: { start: 0, end: 3 }, message: 'first defined here' }],
      data: { key: 'a' },
    });
  });

  test('every finding says what to do, in one line without a full stop', () => {
    const texts = [
      '',
      'a: !!int b',
      'a: &b c',
      '<<: a',
      'a: 1\na: 2',
      '? [a]\n: b',
      '%A\n---\na: b',
      'a: b\n---\nc',
      'a: "b\nc: d',
      'a: b: c',
    ];
    for (const text of texts) {
      for (const { message, help } of read(text).findings) {
        expect(message).toMatch(/^[^\n]*[^.\n]$/);
        expect(help).toMatch(/^[^\n]+$/);
      }
    }
  });

  test('markers inside a text that is well-formed are text', () => {
    expect(found('a: |\n  <<<<<<< ours\n  =======\n')).toEqual([]);
  });

  test('a message holds nothing of a broken line', () => {
    for (const { message, help } of read('a: "b\n::error::pwned\n##[error]pwned').findings) {
      expect(`${message}${help}`).not.toContain('pwned');
    }
  });
});

describe('limits', () => {
  const nested = (open: string, close: string, depth: number) =>
    `a: ${open.repeat(depth)}${close.repeat(depth)}`;

  test('the deepest collection that is allowed', () => {
    expect(found(nested('[', ']', MAX_DEPTH - 1))).toEqual([]);
    expect(found(nested('{a: ', '}', MAX_DEPTH - 1))).toEqual([]);
    expect(found(`a: ${'['.repeat(MAX_DEPTH - 1)}b${']'.repeat(MAX_DEPTH - 1)}`)).toEqual([]);
  });

  test.for([
    ['one level more', nested('[', ']', MAX_DEPTH)],
    ['brackets', nested('[', ']', 1000)],
    ['open brackets', `a: ${'['.repeat(100_000)}`],
    ['open braces', `a: ${'{a: '.repeat(100_000)}`],
    ['dashes on one line', `a:\n  ${'- '.repeat(100_000)}b`],
    ['question marks on one line', `${'? '.repeat(600)}a`],
    ['indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ] as const)('too deep: %s', ([, text]) => {
    // Twice: a reader that survives the first such file may end the process at the second.
    expect(found(text).map(([rule]) => rule)).toEqual(['too-deep']);
    expect(found(text).map(([rule]) => rule)).toEqual(['too-deep']);
  });

  test('too many nodes are refused before they are read', () => {
    const text = `a: [${':,'.repeat(MAX_NODES)}]`;
    expect(mayExhaustMemory(text)).toBe(true);
    const [finding, ...others] = read(text).findings;
    expect(finding!.rule).toBe('too-many-nodes');
    expect(others).toEqual([]);
  });

  test('prose of any length is read', () => {
    expect(mayExhaustMemory('He said: yes, and then - no?\n'.repeat(MAX_NODES / 10))).toBe(false);
  });

  test('after some findings the rest is counted', () => {
    const { findings } = read(`a: 0\n${'a: 1\n'.repeat(10_000)}`);
    expect(findings).toHaveLength(MAX_FINDINGS + 1);
    expect(findings.at(-1)).toMatchObject({
      rule: 'duplicate-key',
      data: { unlisted: 10_000 - MAX_FINDINGS },
    });
  });

  test('nested aliases are not followed', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) =>
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
    );
    expect(new Set(found(levels.join('\n')).map(([rule]) => rule))).toEqual(new Set(['alias']));
  });

  test.for([
    ['anchors in a row', `a: ${'&b '.repeat(100_000)}c`],
    ['commas', `a: [${','.repeat(100_000)}`],
    ['documents', '--- a\n'.repeat(5_000)],
  ] as const)('many %s', ([, text]) => {
    expect(read(text).findings).toHaveLength(1);
  });

  test('a mapping of many keys', () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `key${i}: ${i}`);
    const { document } = read(keys.join('\n'));
    expect(Object.keys(document!.value)).toHaveLength(keys.length);
    expect(document!.locate(['key19999']).start).toBe(keys.join('\n').length - '19999'.length);
  });
});

test('reading never throws, whatever the text', () => {
  const signs = [...'ab01 \n\n\t-:?#,[]{}&*!|>\'"%@`\\~<.\r\ufeff\u0085\u2028😀\0'];
  const rules = new Set(Object.keys(READER_RULES));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...signs), maxLength: 60 }), text => {
      const { document, findings } = read(text);
      expect(document === undefined).toBe(findings.length > 0);
      for (const { rule, span, file } of findings) {
        expect(rules).toContain(rule);
        expect(file).toBe('a.yaml');
        if (span) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
      }
    }),
    { numRuns: runsOf(1000) },
  );
});
