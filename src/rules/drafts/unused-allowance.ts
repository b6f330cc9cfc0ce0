import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';

export default {
  id: 'unused-allowance',
  severity: 'warning',
  topics: ['allowances'],
  summary: 'A comment or the configuration allows quotations from elsewhere, and there are none.',
  why: 'An exception that outlives its cause waits for the next mistake and hides it.',
  source: 'eslint `reportUnusedDisableDirectives`; ruff RUF100.',
  examples: () => [
    {
      title: 'an allowance that is used',
      files: draft(
        '<!-- onrecord: elsewhere -- Annual report, p. 3 -->\nOutput “grew by nine per cent in a year”.',
      ),
    },
    {
      title: 'an allowance at words of the record',
      files: draft(
        '<!-- onrecord: elsewhere -- Annual report, p. 3 -->\n“We did not find any lead,” said Lind.',
      ),
      findings: ['draft.md:1:1 it allows no quotation'],
    },
  ],
} satisfies RuleDocs;
