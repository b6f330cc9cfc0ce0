/** The reader and `yaml` must give the same values and places: each is the other's test. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { readYaml } from '../../../src/formats/yaml/read/reader.ts';
import { partOf, runsOf } from '../../helpers/runs.ts';
import { anyRoot, printed, printStyle, TYPED_KEYS, transcript } from './arbitraries.ts';

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);

interface Place {
  readonly path: readonly (string | number)[];
  readonly start: number;
  /** Absent for block collections and block scalars, whose end the two count differently. */
  readonly end?: number;
}

/** Value and places by `yaml`, with our rule for which scalars are text. */
function byYaml(text: string): { value: unknown; places: readonly Place[] } {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) throw new Error(document.errors[0]!.message);
  const places: Place[] = [];
  const walk = (
    node: Node | null,
    at: readonly (string | number)[],
    typing: 'text' | 'typed' | 'extension',
  ): unknown => {
    if (node === null) return null;
    const [start, end] = node.range!;
    if (isScalar(node)) {
      const isBlock = node.type?.startsWith('BLOCK') ?? false;
      if (end > start) places.push({ path: at, start, ...(!isBlock && { end }) });
      if (node.type !== 'PLAIN') return node.value;
      if (NULLS.has(node.source ?? '')) return null;
      const isExact =
        typeof node.value !== 'number' ||
        !/^[-+]?\d+$/.test(node.source!) ||
        Number.isSafeInteger(node.value);
      return typing === 'text' || !isExact ? node.source : node.value;
    }
    if (isMap(node) || isSeq(node)) places.push({ path: at, start, ...(node.flow && { end }) });
    if (isSeq(node)) return node.items.map((item, i) => walk(item as Node, [...at, i], typing));
    if (!isMap(node)) throw new Error('unexpected node');
    const entries = node.items.map(({ key, value }) => {
      const name = isScalar(key) ? (key.type === 'PLAIN' ? key.source! : String(key.value)) : '';
      const inner =
        typing === 'extension' || name.startsWith('x-')
          ? 'extension'
          : TYPED_KEYS.has(name)
            ? 'typed'
            : 'text';
      return [name, walk(value as Node | null, [...at, name], inner)] as const;
    });
    return Object.fromEntries(entries);
  };
  return { value: walk(document.contents, [], 'text'), places };
}

function expectAgreement(text: string): void {
  const { document, findings } = readYaml(text, { file: 'a.yaml', typedKeys: TYPED_KEYS });
  expect({ text, findings }).toEqual({ text, findings: [] });
  const theirs = byYaml(text);
  expect(document!.value).toEqual(theirs.value);
  for (const { path: at, start, end } of theirs.places) {
    const span = document!.locate(at);
    expect({ at, start: span.start, ...(end !== undefined && { end: span.end }) }).toEqual({
      at,
      start,
      ...(end !== undefined && { end }),
    });
  }
}

test('documents of our shape in every style', () => {
  fc.assert(
    fc.property(transcript, printStyle, (root, style) => expectAgreement(printed(root, style))),
    { numRuns: runsOf(50) },
  );
});

test('documents of any shape in every style', () => {
  fc.assert(
    fc.property(anyRoot, printStyle, (root, style) => expectAgreement(printed(root, style))),
    { numRuns: runsOf(150) },
  );
});

const ROOT = path.resolve(import.meta.dirname, '../../..');
const files = ['data', 'test'].flatMap(folder =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => path.join(folder, name)),
);

describe('files of the repository', () => {
  test.for(partOf(files, 4))('%s', file => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const { document } = readYaml(text, { file, typedKeys: TYPED_KEYS });
    if (document === undefined) return;
    expectAgreement(text);
  });

  test('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });
});
