import { expect, test } from 'vitest';
import { ENGLISH } from '../../src/core/language/generated/english.ts';
import { readExample } from '../../src/formats/read-example.ts';
import { positionOf } from '../../src/printers/findings/findings.ts';
import { RULES } from '../../src/rules/index.ts';
import { READING_RULES } from '../../src/rules/reading/index.ts';
import { runExample } from '../../src/rules/run-example.ts';

const tools = {
  read: readExample([...READING_RULES, ...RULES]),
  language: () => ENGLISH,
  rules: RULES,
};

const examples = [
  ...RULES.flatMap(rule => rule.examples().map(example => ({ docs: rule, rule, example }))),
  ...READING_RULES.flatMap(docs => docs.examples().map(example => ({ docs, rule: undefined, example }))),
].map(each => ({ ...each, name: `${each.docs.id}: ${each.example.title}` }));

test.for(examples)('$name', async ({ docs, rule, example }) => {
  const { findings, sources } = await runExample(example, tools, rule);
  const lines = findings.map(finding => {
    const at = positionOf(finding, sources);
    return `${finding.file}${at === undefined ? '' : `:${at.line}:${at.column}`} ${finding.message}`;
  });
  expect(lines).toStrictEqual(example.findings);
  for (const finding of findings) expect(finding).toMatchObject({ rule: docs.id, severity: docs.severity });
});
