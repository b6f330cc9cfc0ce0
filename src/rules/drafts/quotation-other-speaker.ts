import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';

export default {
  id: 'quotation-other-speaker',
  severity: 'error',
  topics: ['quotations'],
  summary: 'A draft and the record name different speakers for a quotation.',
  why: "Nobody may be put on record for another's words. Only the subject of a verb of saying counts; somebody who is told something is its addressee.",
  source: 'KSJ Fact-Checking Project: every attribution is checked.',
  examples: () => [
    {
      title: 'the addressee is named as well',
      files: draft('“We did not find any lead,” Lind told Ama Osei.'),
    },
    {
      title: 'somebody else is named',
      files: draft('“We did not find any lead,” said Ama Osei.'),
      findings: ['draft.md:1:1 the draft attributes this to Ama Osei, the record to Karl Lind'],
    },
  ],
} satisfies RuleDocs;
