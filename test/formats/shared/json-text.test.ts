import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '../../../src/formats/shared/json-text.ts';
import { RUNS } from '../../helpers/runs.ts';

const value = fc.letrec(tie => ({
  any: fc.oneof({ maxDepth: 4 }, fc.jsonValue(), fc.constant(undefined), tie('list'), tie('mapping')),
  list: fc.array(tie('any'), { maxLength: 4 }),
  mapping: fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
})).any;

test('is the JSON of a value on lines of its own, as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(value, given => {
      expect(jsonText(given)).toBe(`${JSON.stringify(given, undefined, 2) ?? 'null'}\n`);
    }),
    { numRuns: RUNS },
  );
});

test('characters that hide are escaped', () => {
  expect(jsonText({ a: ['\u200b', '\u{e0001}'] })).toBe(
    '{\n  "a": [\n    "\\u200b",\n    "\\udb40\\udc01"\n  ]\n}\n',
  );
});
