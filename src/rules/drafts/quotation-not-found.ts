import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';

export default {
  id: 'quotation-not-found',
  severity: 'error',
  topics: ['quotations'],
  summary: 'No transcript has the words of a quotation, or words like them.',
  why: 'Words that nobody said are the gravest error of a draft. Words from elsewhere are allowed at their paragraph, with their source.',
  source:
    'KSJ Fact-Checking Project: quotations are checked against the recording; W3C Web Annotation, TextQuoteSelector.',
  examples: () => [
    {
      title: 'words from elsewhere, with their source',
      files: draft(
        '<!-- onrecord: elsewhere -- Annual report, p. 3 -->\nOutput “grew by nine per cent in a year”.',
      ),
    },
    {
      title: 'words that nobody said',
      files: draft('“Ships come in at all hours of the night,” said Karl Lind.'),
      findings: ['draft.md:1:1 the transcript has no words like these'],
    },
  ],
} satisfies RuleDocs;
