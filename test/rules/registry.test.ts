import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareText } from '../../src/core/model/finding.ts';
import { READER_RULES } from '../../src/formats/yaml/read/reader-rules.ts';
import { ALL_RULES, DRAFT_RULES, READING_RULES } from '../../src/rules/all-rules.ts';
import { RULES } from '../../src/rules/rules.ts';

/** Files of a folder of rules that hold no rule. */
const FRAMEWORK = new Set(['all-rules.ts', 'index.ts', 'rule.ts', 'rules.ts', 'run-example.ts', 'run.ts']);

/** Rules whose failing example would be a file of megabytes, no file at all, or two versions of one. */
const WITHOUT_FAILING_EXAMPLE = new Set([
  'edit-unfinished',
  'forbidden-transition',
  'lost-times',
  'missing-transcript',
  'too-large',
  'too-many-nodes',
]);

function ruleFiles(folder: string): string[] {
  return readdirSync(new URL(`../../src/rules/${folder}`, import.meta.url), { withFileTypes: true })
    .filter(entry => entry.isFile() && !FRAMEWORK.has(entry.name))
    .map(entry => entry.name)
    .sort(compareText);
}

test.for([
  ['.', RULES],
  ['reading', READING_RULES],
  ['drafts', DRAFT_RULES],
] as const)('every file of rules/%s is registered, sorted, and named after its rule', ([folder, rules]) => {
  expect(rules.map(rule => `${rule.id}.ts`)).toStrictEqual(ruleFiles(folder));
});

test('whatever reading refuses has a page', () => {
  const pages = READING_RULES.map(rule => rule.id);
  for (const id of Object.keys(READER_RULES)) expect(pages).toContain(id);
});

test('no id is used twice', () => {
  const ids = [...RULES, ...READING_RULES, ...DRAFT_RULES].map(rule => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.for([...RULES, ...READING_RULES, ...DRAFT_RULES])('$id is named and documented as agreed', rule => {
  expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  for (const text of [rule.summary, rule.why, rule.source]) expect(text).toMatch(/^\S.*[.)]$/s);
  expect(rule.examples().some(example => example.findings === undefined)).toBe(true);
  if (!WITHOUT_FAILING_EXAMPLE.has(rule.id))
    expect(rule.examples().some(example => example.findings !== undefined)).toBe(true);
  const titles = rule.examples().map(example => example.title);
  expect(new Set(titles).size).toBe(titles.length);
});

test('every rule that reads phrases of a language says that it looks for them', () => {
  const reading = RULES.filter(({ id }) =>
    readFileSync(new URL(`../../src/rules/${id}.ts`, import.meta.url), 'utf8').includes('language.phrases'),
  );
  const saying = RULES.filter(({ looksFor }) => looksFor === 'phrases');
  expect(saying.map(({ id }) => id)).toStrictEqual(reading.map(({ id }) => id));
});

test('every rule has a topic and a file that says all about it', () => {
  for (const { id, topics, file } of ALL_RULES) {
    expect(topics, `topics of ${id}`).not.toEqual([]);
    expect(existsSync(new URL(`../../${file}`, import.meta.url)), file).toBe(true);
  }
});
