import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/filter/parse-query.ts';
import type { Term } from '../../../src/core/filter/query.ts';
import { KEY_NAMES } from '../../../src/core/filter/search-keys.ts';

const term = (key: Term['key'], values: string[], isNegated = false): Term => ({ key, values, isNegated });

test.for<[string, Term[]]>([
  ['', []],
  ['  ', []],
  ['tag:disputed', [term('tag', ['disputed'])]],
  [
    'tag:disputed speaker:lukashenko,sargsyan -aspect:date "five billion"',
    [
      term('tag', ['disputed']),
      term('speaker', ['lukashenko', 'sargsyan']),
      term('aspect', ['date'], true),
      term('text', ['five billion']),
    ],
  ],
  ['dam,stone -flood', [term('text', ['dam', 'stone']), term('text', ['flood'], true)]],
  ['speaker:"Ada Hill",mayor', [term('speaker', ['Ada Hill', 'mayor'])]],
  ['text:"say \\"no\\""', [term('text', ['say "no"'])]],
  ['TAG:sic', [term('tag', ['sic'])]],
  ['"tag:sic"', [term('text', ['tag:sic'])]],
  ['12:30', [term('text', ['12:30'])]],
  ['well-known', [term('text', ['well-known'])]],
  ['-"not this"', [term('text', ['not this'], true)]],
  ['date:2016-10 date:unknown', [term('date', ['2016-10']), term('date', ['unknown'])]],
])('%s', ([text, terms]) => {
  expect(parseQuery(text)).toEqual({ query: { terms } });
});

test.for([
  ['tga:disputed', 0, 3, 'unknown key "tga"', 'did you mean "tag"?'],
  ['sic colour:red', 4, 10, 'unknown key "colour"', 'keys are id, text'],
  ['aspect:contnet', 7, 14, '"contnet" is not a value of aspect', 'did you mean "content"?'],
  ['standing:fine', 9, 13, '"fine" is not a value of standing', 'one of unreviewed'],
  ['date:yesterday', 5, 14, '"yesterday" is not a date', '2016-10-14'],
  ['date:2026-13-02', 5, 15, '"2026-13-02" is not a date', 'there is no month 13'],
  ['date:03/02/2026', 5, 15, '"03/02/2026" is not a date', 'write 2026-03-02 or 2026-02-03'],
  ['tag:', 0, 4, 'a value is missing after "tag:"', 'write a word'],
  ['tag:sic,', 0, 8, 'a value is missing after "tag:sic,"', 'write a word'],
  ['a - b', 2, 3, 'a value is missing after "-"', 'write a word'],
  [',', 0, 1, 'a value is missing after ""', 'write a word'],
  ['""', 0, 2, 'a value is missing after """"', 'write a word'],
  ['😀 "open', 2, 7, 'a quotation mark is not closed', 'end the phrase'],
] as const)('%s is a fault at %i to %i: %s', ([text, start, end, message, hint]) => {
  const { fault } = parseQuery(text);
  expect(fault).toMatchObject({ start, end, message });
  expect(fault?.hint).toContain(hint);
});

test('terms written out read back', () => {
  const value = fc.string({
    minLength: 1,
    unit: fc.constantFrom('a', 'B', ' ', ',', ':', '-', '"', '\\', '東'),
  });
  const written = fc.record({
    key: fc.constantFrom(...KEY_NAMES.filter(key => ['id', 'text', 'speaker', 'tag', 'claim'].includes(key))),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
    isNegated: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(written, { maxLength: 4 }), terms => {
      const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
      const text = terms
        .map(({ key, values, isNegated }) => `${isNegated ? '-' : ''}${key}:${values.map(quoted).join(',')}`)
        .join(' ');
      expect(parseQuery(text)).toEqual({ query: { terms } });
    }),
  );
});

test('any text is a query or a fault inside it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'tag:', '"', ',', '-', ' ', ':', '\\', '😀') });
  fc.assert(
    fc.property(text, value => {
      const { query, fault } = parseQuery(value);
      expect(query === undefined).toBe(fault !== undefined);
      if (fault !== undefined) {
        expect(fault.start).toBeLessThan(fault.end);
        expect(fault.end).toBeLessThanOrEqual(Array.from(value).length);
      }
    }),
  );
});
