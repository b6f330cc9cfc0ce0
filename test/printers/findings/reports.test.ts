/** Reports for other programs: valid by the standard's own schema, and nothing in the data can forge a part of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { SourceText } from '../../../src/core/model/span.ts';
import type { FindingsReport } from '../../../src/printers/findings/findings.ts';
import { printFindingsGithub } from '../../../src/printers/findings/github.ts';
import { printFindingsNdjson } from '../../../src/printers/findings/json.ts';
import { printFindingsJunit } from '../../../src/printers/findings/junit.ts';
import { printFindingsSarif } from '../../../src/printers/findings/sarif.ts';
import { ALL_RULES } from '../../../src/rules/all-rules.ts';
import { CLEAN_REPORT, REPORT } from '../../fixtures/findings.ts';
import { HOSTILE_REPORT, HOSTILE_TEXTS } from '../../fixtures/hostile.ts';
import { plain } from '../../helpers/print-context.ts';

const REPORTS: readonly (readonly [string, FindingsReport])[] = [
  ['rich', { ...REPORT, docs: ALL_RULES }],
  ['clean', CLEAN_REPORT],
  ['hostile', HOSTILE_REPORT],
];

const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);
// The schema is draft 04: its `id` and `$schema` are other words today, its keywords are the same.
const { id: _id, $schema: _draft, ...keywords } = schema;
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(keywords);

test.for(REPORTS)('SARIF of the %s report is valid by the official schema', ([, report]) => {
  const log = JSON.parse(printFindingsSarif(report, plain()));
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  expect(log.runs[0].results).toHaveLength(report.findings.length);
});

test('the official schema refuses what is no SARIF', () => {
  expect(isSarif({ version: '2.1.0', runs: [{ results: [{ level: 'fatal' }] }] })).toBe(false);
});

test('SARIF has the rule, the place in code points, the other places and the fix', () => {
  const log = JSON.parse(printFindingsSarif({ ...REPORT, docs: ALL_RULES }, plain()));
  const [run] = log.runs;
  const byRule = (rule: string) => run.results.find((result: { ruleId: string }) => result.ruleId === rule);
  expect(byRule('times-out-of-order')).toMatchObject({
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'talk.yaml' },
          region: { startLine: 5, endLine: 5 },
        },
      },
    ],
    relatedLocations: [{ message: { text: 'starts here' } }],
  });
  const { ruleIndex } = byRule('bare-stance');
  expect(run.tool.driver.rules[ruleIndex]).toMatchObject({
    id: 'bare-stance',
    defaultConfiguration: { level: 'error' },
  });
  expect(byRule('bare-stance').fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('');
  expect(run.results.map((result: { message: object }) => result.message)).not.toContain(undefined);
});

test('SARIF says which program found it, and where each rule is explained and filed', () => {
  const program = { version: '1.2.3', homepage: 'https://example.org/onrecord' };
  const log = JSON.parse(printFindingsSarif({ ...REPORT, docs: ALL_RULES, program }, plain()));
  const { driver } = log.runs[0].tool;
  expect(driver).toMatchObject({ semanticVersion: '1.2.3', informationUri: 'https://example.org/onrecord' });
  expect(driver.rules.find(({ id }: { id: string }) => id === 'bare-stance')).toMatchObject({
    helpUri: 'https://example.org/onrecord/blob/v1.2.3/src/rules/bare-stance.ts',
    properties: { tags: ['stances'] },
  });
  expect(driver.rules.find(({ id }: { id: string }) => id === 'encoding').helpUri).toContain(
    '/src/rules/reading/encoding.ts',
  );
});

test('SARIF names no address that is not known', () => {
  const log = JSON.parse(
    printFindingsSarif({ ...REPORT, docs: ALL_RULES, program: { version: '1.2.3' } }, plain()),
  );
  const { driver } = log.runs[0].tool;
  expect(driver).not.toHaveProperty('informationUri');
  expect(driver.rules.find(({ id }: { id: string }) => id === 'bare-stance').helpUri).toBe(
    'urn:x-onrecord:rule:bare-stance',
  );
});

test('the fingerprint of a SARIF result does not change with the place, a count or the name of the file', () => {
  const finding = {
    rule: 'probe',
    severity: 'error',
    message: 'none of the 3',
    fingerprint: 'none',
  } as const;
  const fingerprints = [
    { ...finding, file: 'a.yaml', span: { start: 0, end: 1 } },
    { ...finding, file: 'b.yaml', message: 'none of the 4' },
  ].map(one => {
    const log = JSON.parse(printFindingsSarif({ findings: [one], sources: new Map(), files: [] }, plain()));
    return log.runs[0].results[0].partialFingerprints;
  });
  expect(fingerprints[0]).toEqual(fingerprints[1]);
  expect(Object.keys(fingerprints[0])).toEqual(['onrecord/v2']);
});

test('SARIF holds as many results as GitHub takes, and says what it leaves out', () => {
  const [finding] = REPORT.findings;
  const findings = Array.from({ length: 25_003 }, () => ({ ...finding!, labels: [] }));
  const [run] = JSON.parse(printFindingsSarif({ ...REPORT, findings }, plain())).runs;
  expect(run.results).toHaveLength(25_000);
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^3 more findings/);
});

const xsd = readFileSync(new URL('../../fixtures/xsd/junit-10.xsd', import.meta.url), 'utf8');

async function faultsOf(xml: string): Promise<readonly string[]> {
  const { valid, errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: xml },
    schema: { fileName: 'junit-10.xsd', contents: xsd },
  });
  return valid ? [] : errors.map(({ message }) => message);
}

test.for(REPORTS)('JUnit of the %s report is valid by the schema that Jenkins has', async ([, report]) => {
  expect(await faultsOf(printFindingsJunit(report, plain()))).toEqual([]);
});

test('that schema refuses what is no JUnit', async () => {
  expect(await faultsOf('<testsuites><testsuite name="x"/></testsuites>')).not.toEqual([]);
});

test('in JUnit there are as many cases as failures, whatever their texts say', () => {
  const xml = printFindingsJunit(HOSTILE_REPORT, plain());
  expect(xml.match(/<testcase /g)).toHaveLength(HOSTILE_TEXTS.length);
  expect(xml.match(/<failure /g)).toHaveLength(HOSTILE_TEXTS.length);
  expect(xml).not.toContain('name="forged"');
});

test('a GitHub report has one command for each finding and a summary', () => {
  const lines = printFindingsGithub(HOSTILE_REPORT, plain()).split('\n');
  expect(lines).toHaveLength(HOSTILE_TEXTS.length + 2);
  for (const line of lines.slice(0, -2))
    expect(line).toMatch(/^::error file=[^,:]*,line=1,col=1,endLine=1,endColumn=9,title=probe::/);
  expect(lines.at(-2)).toBe(
    `${HOSTILE_TEXTS.length} errors in ${HOSTILE_TEXTS.length} files; GitHub shows 10 of each level, this log has all`,
  );
});

test('GitHub gets the place, the rule as title, and the help', () => {
  const [first] = printFindingsGithub(
    {
      findings: [
        {
          rule: 'probe',
          severity: 'info',
          file: './a,b.yaml',
          span: { start: 0, end: 14 },
          message: '50%',
          help: 'c',
        },
      ],
      sources: new Map([['./a,b.yaml', new SourceText('onrecord: 1\nutterances: []\n')]]),
      files: ['./a,b.yaml'],
    },
    plain(),
  ).split('\n');
  expect(first).toBe('::notice file=a%2Cb.yaml,line=1,col=1,endLine=2,title=probe::50%25%0Ahelp: c');
});

test.for(REPORTS)('NDJSON of the %s report has a record a line and a summary last', ([, report]) => {
  const lines = printFindingsNdjson(report, plain()).trimEnd().split('\n');
  const records = lines.map(line => JSON.parse(line));
  expect(records.map(({ type }) => type)).toEqual([...report.findings.map(() => 'finding'), 'summary']);
  expect(records.slice(0, -1).map(({ message }) => message)).toEqual(
    report.findings.map(({ message }) => message),
  );
});

test('any text stays inside its JUnit attribute, its SARIF string and its GitHub command', () => {
  const source = new SourceText('onrecord: 1\n');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const report: FindingsReport = {
        findings: [
          {
            rule: 'probe',
            severity: 'error',
            file: 'f',
            span: { start: 0, end: 1 },
            message: text,
            help: text,
          },
        ],
        sources: new Map([['f', source]]),
        files: ['f'],
      };
      expect(printFindingsJunit(report, plain()).match(/<failure /g)).toHaveLength(1);
      expect(printFindingsJunit(report, plain())).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f]/);
      expect(JSON.parse(printFindingsSarif(report, plain())).runs[0].results).toHaveLength(1);
      expect(printFindingsGithub(report, plain()).split('\n')).toHaveLength(3);
    }),
    { numRuns: 200 },
  );
});
