import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';

export default {
  id: 'bad-allowance',
  severity: 'error',
  topics: ['allowances'],
  summary: 'A comment that should allow a quotation from elsewhere gives no source, or is misspelt.',
  why: 'Every exception is a decision that somebody has to answer for.',
  source: 'eslint `require-description`.',
  examples: () => [
    {
      title: 'a source is named',
      files: draft(
        '<!-- onrecord: elsewhere -- Annual report, p. 3 -->\nOutput “grew by nine per cent in a year”.',
      ),
    },
    {
      title: 'no source, and a word that is misspelt',
      files: draft(
        '<!-- onrecord: elsewhere -->\nIt was “too long a day for them”.\n\n<!-- onrecord: elswhere -- Annual report -->\nIt was warm.',
      ),
      findings: [
        'draft.md:1:1 no reason is given, expected `-- SOURCE`',
        'draft.md:4:1 expected `onrecord: elsewhere -- SOURCE`',
      ],
    },
  ],
} satisfies RuleDocs;
