import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';

export default {
  id: 'draft-without-quotations',
  severity: 'info',
  topics: ['quotations'],
  summary: 'A draft listed in the configuration has no quotations.',
  why: 'A draft that nobody looked at must not pass for clean. One whose quotation marks were lost looks the same.',
  source: 'A gate that looked at nothing says so.',
  examples: () => [
    {
      title: 'the words of the record, with other marks at their end',
      files: draft('“We did not find any lead,” said Karl Lind.'),
    },
    {
      title: 'no quotation',
      files: draft('Lind said that there was no lead.'),
      findings: ['draft.md no quotation of 3 words or more was found'],
    },
  ],
} satisfies RuleDocs;
