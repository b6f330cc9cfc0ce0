import { expect, test } from 'vitest';
import { ENGLISH } from '../../../src/core/language/generated/english.ts';
import { changedPhrases } from '../../../src/core/model/config.ts';
import { TAG_NAMES } from '../../../src/core/model/vocabulary.ts';
import { readPhraseLists } from '../../../src/formats/settings/phrase-lists.ts';

test('words are taken as written, and lists that are left out are empty', () => {
  const { lists, findings } = readPhraseLists('language: en\ndeixis: [no, Here]\n', 'x.yaml');
  expect(findings).toEqual([]);
  expect(lists).toMatchObject({ deixis: ['no', 'Here'], relativeDates: [] });
});

test.for([
  ['deixis: [a]\n', 'expected the tag of a language (BCP 47)'],
  ['language: en\ndeixis: here\n', 'expected a list of words'],
  ['language: en\nweaker-acts: [a]\n', 'expected a mapping'],
  ['language: en\ndeixes: [a]\n', 'unknown list "deixes"'],
] as const)('%j is refused', ([text, message]) => {
  const { lists, findings } = readPhraseLists(text, 'x.yaml');
  expect(lists).toBeUndefined();
  expect(findings[0]?.message).toContain(message);
});

test('weaker words are listed under tags of the format', () => {
  const { phrases } = ENGLISH;
  expect(TAG_NAMES).toEqual(expect.arrayContaining([...phrases.weakerActs.keys()]));
});

test('a project adds, removes and replaces', () => {
  const { phrases } = ENGLISH;
  const changed = changedPhrases(
    phrases,
    new Map([
      ['deixis', { only: ['ici'] }],
      ['future', { add: ['soon'], remove: ['will'] }],
    ] as const),
  );
  expect(changed.deixis).toEqual(['ici']);
  expect(changed.future).toContain('soon');
  expect(changed.future).not.toContain('will');
  expect(changed.loadedVerbs).toBe(phrases.loadedVerbs);
});
