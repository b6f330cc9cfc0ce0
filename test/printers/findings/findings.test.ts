import { expect, test } from 'vitest';
import { printFindingsJson, printFindingsNdjson } from '../../../src/printers/findings/json.ts';
import { printFindingsJunit } from '../../../src/printers/findings/junit.ts';
import { printFindingsLine } from '../../../src/printers/findings/line.ts';
import { printFindingsMarkdown } from '../../../src/printers/findings/markdown.ts';
import { printFindingsSarif } from '../../../src/printers/findings/sarif.ts';
import { printFindingsText } from '../../../src/printers/findings/text.ts';
import { CLEAN_REPORT, REPEATED_REPORT, REPORT } from '../../fixtures/findings.ts';
import { coloured, plain } from '../../helpers/print-context.ts';

const PRINTERS = {
  text: printFindingsText,
  line: printFindingsLine,
  json: printFindingsJson,
  ndjson: printFindingsNdjson,
  sarif: printFindingsSarif,
  junit: printFindingsJunit,
  markdown: printFindingsMarkdown,
};

test.for([
  ['text-40-ascii', 'text', plain(40, false)],
  ['text-coloured', 'text', coloured(80)],
  ['line', 'line', plain(80)],
  ['ndjson', 'ndjson', plain(80)],
  ['sarif', 'sarif', plain(80)],
  ['junit', 'junit', plain(80)],
  ['markdown', 'markdown', plain(80)],
] as const)('prints the findings: %s', async ([name, printer, context]) => {
  await expect(PRINTERS[printer](REPORT, context)).toMatchFileSnapshot(`snapshots/${name}.txt`);
});

test('colour changes no text', () => {
  const output = printFindingsText(REPORT, coloured(80));
  const stripped = output.replaceAll(/\x1b\[[0-9;]*m/g, '');
  expect(output).not.toBe(stripped);
  expect(stripped).toBe(printFindingsText(REPORT, plain(80)));
});

test.for(Object.entries(PRINTERS))(
  '%s lets nothing through that drives a terminal or a CI log',
  ([, print]) => {
    const output = print(REPORT, plain(80));
    expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    expect(output).not.toMatch(/^\s*::\w/m);
    expect(output).not.toContain('##[');
    expect(output).not.toMatch(/[ \t]$/m);
  },
);

test('a clean report has a summary in text, nothing in lines, an empty list in JSON', () => {
  expect(printFindingsText(CLEAN_REPORT, plain(80))).toBe('no findings in 1 file\n');
  expect(printFindingsLine(CLEAN_REPORT, plain(80))).toBe('');
  expect(JSON.parse(printFindingsJson(CLEAN_REPORT, plain(80)))).toStrictEqual({
    schema: 'onrecord/findings@1',
    findings: [],
    summary: { errors: 0, warnings: 0, infos: 0, files: 1 },
  });
});

test('no more than 20 findings of one rule are shown, and the rest counted', () => {
  const output = printFindingsText(REPEATED_REPORT, plain(80));
  expect(output.match(/the same mistake/g)).toHaveLength(20);
  expect(output).toContain('3 more of repeated; --format line lists every one');
  expect(printFindingsLine(REPEATED_REPORT, plain(80)).match(/the same mistake/g)).toHaveLength(23);
});

test('JSON holds the records of NDJSON', () => {
  const { schema, findings, summary } = JSON.parse(printFindingsJson(REPORT, plain(80)));
  const records = printFindingsNdjson(REPORT, plain(80))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  const ofFindings = findings.map((finding: object) => ({ type: 'finding', ...finding }));
  expect([...ofFindings, { type: 'summary', schema, ...summary }]).toEqual(records);
});
