/** A value fits exactly if the validators find no fault in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsLayer, fitsTranscript } from '../../../src/core/schema/fits.js';
import { TYPED_KEYS } from '../../../src/core/schema/generated/keys.ts';
import { schemaErrors } from '../../../src/core/schema/schema-errors.ts';
import { readYaml } from '../../../src/formats/yaml/read/reader.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const values = ['data', 'test/cases']
  .flatMap(folder =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.ya?ml$/.test(name))
      .map(name => path.join(ROOT, folder, name)),
  )
  .map(file => readYaml(readFileSync(file, 'utf8'), { file, typedKeys: TYPED_KEYS }).document?.value)
  .filter(value => value !== undefined);

const FITS = { transcript: fitsTranscript, layer: fitsLayer };
type Kind = keyof typeof FITS;
const KINDS = Object.keys(FITS) as Kind[];

const replacement = fc.oneof(
  fc.constantFrom(
    '',
    'text',
    'u1',
    '2x',
    'direct',
    'content',
    'x-own',
    'sha256-0123abcd',
    '00:00:01.5',
    'off',
  ),
  fc.constantFrom<unknown>(0, 1, -1, 3_600_000_000, Number.NaN, Infinity, true, false, null),
  fc
    .constantFrom<() => unknown>(
      () => [],
      () => ({}),
      () => ['u1', 'u2'],
      () => [''],
      () => ({ name: 'a' }),
    )
    .map(make => make()),
);
const key = fc.constantFrom(
  'id',
  'text',
  'x-own',
  'unknown-key',
  'conflict',
  'name',
  'date',
  'to',
  'constructor',
  '2x',
);

/** A file's value with something replaced, added or taken away at some place. */
const changed = fc
  .tuple(
    fc.constantFrom(...values),
    fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    replacement,
    key,
    fc.nat(2),
  )
  .map(([value, steps, put, name, kind]) => {
    const root = structuredClone(value) as Record<string, unknown>;
    let container: Record<string, unknown> = root;
    for (const step of steps) {
      const inner = Object.values(container).filter(child => typeof child === 'object' && child !== null);
      if (inner.length === 0) break;
      container = inner[step % inner.length] as Record<string, unknown>;
    }
    const keys = Object.keys(container);
    const old = keys[steps[0]! % Math.max(1, keys.length)];
    if (kind === 0 || old === undefined)
      container[Array.isArray(container) ? String(keys.length) : name] = put;
    else if (kind === 1 || Array.isArray(container)) container[old] = put;
    else delete container[old];
    return root;
  });

test.for(KINDS)('%s: files of the repository', kind => {
  const answers = values.map(value => FITS[kind](value));
  expect(answers).toEqual(values.map(value => schemaErrors(kind, value).length === 0));
  expect(answers).toContain(true);
});

test.for(KINDS)('%s: changed files', kind => {
  fc.assert(
    fc.property(changed, value => {
      expect(FITS[kind](value)).toBe(schemaErrors(kind, value).length === 0);
    }),
    { numRuns: DEAR_RUNS * 5 },
  );
});
