import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { printFindingsJson } from '../../../src/printers/findings/json.ts';
import { printFindingsJunit } from '../../../src/printers/findings/junit.ts';
import { printFindingsLine } from '../../../src/printers/findings/line.ts';
import { printFindingsMarkdown } from '../../../src/printers/findings/markdown.ts';
import { printFindingsNdjson } from '../../../src/printers/findings/ndjson.ts';
import { printFindingsSarif } from '../../../src/printers/findings/sarif.ts';
import { printFindingsText } from '../../../src/printers/findings/text.ts';
import type { PrintContext } from '../../../src/printers/printer.ts';
import { CLEAN_REPORT, REPORT } from '../../fixtures/findings.ts';

const plain = (width: number | undefined, unicode: boolean): PrintContext => ({
  colour: new Chalk({ level: 0 }),
  width,
  unicode,
});

const COLOURED: PrintContext = { colour: new Chalk({ level: 1 }), width: 80, unicode: true };

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
  ['text-80-ascii', 'text', plain(80, false)],
  ['text-80-unicode', 'text', plain(80, true)],
  ['text-unwrapped', 'text', plain(undefined, true)],
  ['text-coloured', 'text', COLOURED],
  ['line', 'line', plain(80, true)],
  ['json', 'json', plain(80, true)],
  ['ndjson', 'ndjson', plain(80, true)],
  ['sarif', 'sarif', plain(80, true)],
  ['junit', 'junit', plain(80, true)],
  ['markdown', 'markdown', plain(80, true)],
] as const)('prints the findings: %s', async ([name, printer, context]) => {
  await expect(PRINTERS[printer](REPORT, context)).toMatchFileSnapshot(`snapshots/${name}.txt`);
});

test('colour changes no text', () => {
  const coloured = printFindingsText(REPORT, COLOURED);
  const stripped = coloured.replaceAll(/\x1b\[[0-9;]*m/g, '');
  expect(coloured).not.toBe(stripped);
  expect(stripped).toBe(printFindingsText(REPORT, plain(80, true)));
});

test.for(Object.entries(PRINTERS))(
  '%s lets nothing through that drives a terminal or a CI log',
  ([, print]) => {
    const output = print(REPORT, plain(80, true));
    expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    expect(output).not.toMatch(/^\s*::\w/m);
    expect(output).not.toContain('##[');
    expect(output).not.toMatch(/[ \t]$/m);
  },
);

test('a clean report has a summary in text, nothing in lines, an empty list in JSON', () => {
  expect(printFindingsText(CLEAN_REPORT, plain(80, true))).toBe('no findings in 1 file\n');
  expect(printFindingsLine(CLEAN_REPORT, plain(80, true))).toBe('');
  expect(JSON.parse(printFindingsJson(CLEAN_REPORT, plain(80, true)))).toStrictEqual({
    schema: 'onrecord/findings@1',
    findings: [],
    summary: { errors: 0, warnings: 0, infos: 0, files: 1 },
  });
});

test('no more than 20 findings of one rule are shown, and the rest counted', () => {
  const output = printFindingsText(REPORT, plain(80, true));
  expect(output.match(/the same mistake/g)).toHaveLength(20);
  expect(output).toContain('3 more of repeated; --format line lists every one');
  expect(printFindingsLine(REPORT, plain(80, true)).match(/the same mistake/g)).toHaveLength(23);
});
