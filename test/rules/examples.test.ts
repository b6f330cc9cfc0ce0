import { expect, test } from 'vitest';
import { ENGLISH } from '../../src/core/language/generated/english.ts';
import { fingerprintOf } from '../../src/core/model/baseline.ts';
import { positionOf } from '../../src/printers/findings/findings.ts';
import { runDraftExample } from '../../src/project/quotes/run-example.ts';
import { readExample } from '../../src/project/read-example.ts';
import { DRAFT_RULES, READING_RULES } from '../../src/rules/all-rules.ts';
import { RULES } from '../../src/rules/rules.ts';
import { runExample } from '../../src/rules/run-example.ts';

const tools = {
  read: readExample,
  language: ENGLISH,
  rules: RULES,
};

const examples = [
  ...RULES.flatMap(rule => rule.examples().map(example => ({ docs: rule, rule, example }))),
  ...READING_RULES.flatMap(docs => docs.examples().map(example => ({ docs, rule: undefined, example }))),
  ...DRAFT_RULES.flatMap(docs => docs.examples().map(example => ({ docs, rule: undefined, example }))),
].map(each => ({ ...each, name: `${each.docs.id}: ${each.example.title}` }));

/** "3 times", "12 more", "offset 63 is": a number that changes with what stands elsewhere. */
const COUNT = /(?<![\w.:`"-])\d+ (?:[a-z]+s|more)\b/;

/** Rules whose messages have numbers that depend on nothing but the value itself: a month has 29 days. */
const NUMBERS = new Set(['bad-date', 'bad-grade']);

test.for(examples)('$name', async ({ docs, rule, example }) => {
  const isOfDrafts = DRAFT_RULES.includes(docs);
  const { findings, sources } = await (isOfDrafts
    ? runDraftExample(example, docs.id)
    : runExample(example, tools, rule));
  const lines = findings.map(finding => {
    const at = positionOf(finding, sources);
    return `${finding.file}${at === undefined ? '' : `:${at.line}:${at.column}`} ${finding.message}`;
  });
  expect(lines).toStrictEqual(example.findings ?? []);
  if (!NUMBERS.has(docs.id))
    for (const finding of findings) expect(fingerprintOf(finding)).not.toMatch(COUNT);
  for (const finding of findings) expect(finding).toMatchObject({ rule: docs.id, severity: docs.severity });
});
