import { expect, test } from 'vitest';
import type { RulePage } from '../../src/core/model/rule-docs.ts';
import { SourceText } from '../../src/core/model/span.ts';
import { printRulePage } from '../../src/printers/rule-page.ts';
import { spanOf } from '../fixtures/findings.ts';
import { coloured, plain } from '../helpers/print-context.ts';

const CLEAN = new SourceText('onrecord: 1\nutterances: []\n');
const FAILING = new SourceText('onrecord: 1\nutterances:\n\t- {id: u1, text: "##[error] \u202e"}\n');

const PAGE: RulePage = {
  docs: {
    id: 'loaded-verb',
    severity: 'warning',
    topics: ['anchors'],
    summary: 'A verb of the cue takes sides.',
    why: 'Who writes "admitted" has decided that there was something to admit; readers take over the verdict and never see that it was one.',
    source: 'Wikipedia, Manual of Style, "Words to watch".',
    options: {
      words: { default: ['admit', 'claim'], meaning: 'Verbs to look for.' },
      'minimum-length': {
        default: 3,
        meaning: 'Shorter words are passed over, for too many of them mean something else as well.',
      },
    },
    examples: () => [],
  },
  runs: [
    {
      example: { title: 'nothing said', files: { 'transcript.yaml': CLEAN.text }, findings: [] },
      findings: [],
      sources: new Map([['transcript.yaml', CLEAN]]),
    },
    {
      example: { title: 'hostile words in a second file', files: {}, findings: [] },
      findings: [
        {
          rule: 'loaded-verb',
          severity: 'warning',
          file: 'layer\u001b.yaml',
          span: spanOf(FAILING, 'u1'),
          message: '`##[error]` takes sides',
        },
      ],
      sources: new Map([
        ['transcript.yaml', CLEAN],
        ['layer\u001b.yaml', FAILING],
      ]),
    },
  ],
};

test.for([
  ['40-ascii', plain(40, false)],
  ['coloured', coloured(80)],
] as const)('prints the page of a rule: %s', async ([name, context]) => {
  await expect(printRulePage(PAGE, context)).toMatchFileSnapshot(`snapshots/rule-page-${name}.txt`);
});

test('an example is never wrapped: it is there to be copied', () => {
  const text =
    'onrecord: 1\n# A comment that is longer than forty columns.\nutterances:\n  - {id: u1, text: We signed it on Monday at noon.}\n';
  const file = new SourceText(text);
  const example = { title: 'long lines', files: { 'transcript.yaml': text }, findings: [] };
  const runs = [{ example, findings: [], sources: new Map([['transcript.yaml', file]]) }];
  const page = printRulePage({ ...PAGE, runs }, plain(40));
  expect(page.match(/(?<=^ {2}│ ).*\n/gm)!.join('')).toBe(text);
});

test('a page without options has no section for them, and lets nothing through', () => {
  const { options: _, ...docs } = PAGE.docs;
  const page = printRulePage({ ...PAGE, docs }, plain(80, true));
  expect(page).not.toContain('Options');
  expect(page).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]|##\[|[ \t]$/m);
});
