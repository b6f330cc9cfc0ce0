import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWordLists } from '../../../src/formats/settings/word-lists.ts';

test('the English lists that ship are read without findings', () => {
  const text = readFileSync(new URL('../../../data/words/en.yaml', import.meta.url), 'utf8');
  const { lists, findings } = readWordLists(text, 'en.yaml');
  expect(findings).toEqual([]);
  expect(lists?.languages).toEqual(['en']);
  expect(lists?.negations.has('no')).toBe(true);
  expect(lists?.numbers.get('twelve')).toBe(12);
  expect(lists?.scales.get('bn')).toBe(1_000_000_000);
  expect(lists?.units.get('dollars')).toBe(lists?.units.get('$'));
});

test('what is left out is empty, and words are folded', () => {
  const { lists } = readWordLists('language: de\nnegations: [NICHT, kein]\n', 'de.yaml');
  expect([...(lists?.negations ?? [])]).toEqual(['nicht', 'kein']);
  expect(lists?.months.size).toBe(0);
});

test.for([
  ['negations: [not]\n', 'expected the tag of a language (BCP 47)', [0, 16]],
  ['language: en\nnegations: not\n', 'expected a list of words', [24, 27]],
  ['language: en\nnumbers: {one: first}\n', 'expected a number', [28, 33]],
  ['language: en\nnumbers: [one]\n', 'expected a mapping', [22, 27]],
  ['language: en\nmonth: {may: 5}\n', /^unknown list "month"/, [13, 18]],
] as const)('%j: %s', ([text, message, [start, end]]) => {
  const { lists, findings } = readWordLists(text, 'x.yaml');
  expect(lists).toBeUndefined();
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ file: 'x.yaml', span: { start, end } });
  expect(findings[0]?.message).toMatch(message);
});
