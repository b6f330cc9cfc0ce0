import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';

export default {
  id: 'quotation-spliced',
  severity: 'error',
  topics: ['quotations'],
  summary: 'A quotation joins parts of different utterances, or of one in another order.',
  why: 'A reader takes what stands in one pair of quotation marks for one statement. Two answers put together may answer a question that nobody asked.',
  source:
    'KSJ Fact-Checking Project: quotations are checked against the recording; W3C Web Annotation, TextQuoteSelector.',
  examples: () => [
    {
      title: 'two quotations of two utterances',
      files: draft('“We did not find any lead,” said Lind. “The council pays five million,” said Osei.'),
    },
    {
      title: 'one quotation of two utterances',
      files: draft('“We did not find any lead, the council pays five million by May,” said Lind.'),
      findings: ['draft.md:1:2 two utterances are quoted as one'],
    },
  ],
} satisfies RuleDocs;
