import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { QUOTED_TALK } from '../shared/quoted-talk.ts';

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
      files: {
        ...QUOTED_TALK,
        'draft.md':
          '<!-- onrecord: elsewhere -- Annual report, p. 3 -->\nOutput “grew by nine per cent in a year”.\n',
      },
    },
    {
      title: 'words that nobody said',
      files: {
        ...QUOTED_TALK,
        'draft.md': '“Ships come in at all hours of the night,” said Karl Lind.\n',
      },
      findings: ['draft.md:1:1 the transcript has no words like these'],
    },
  ],
} satisfies RuleDocs;
