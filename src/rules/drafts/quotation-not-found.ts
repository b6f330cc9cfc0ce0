import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'quotation-not-found',
  severity: 'error',
  topics: ['quotations'],
  summary: 'No transcript has words near those that a draft quotes.',
  why: 'Words that nobody said are the gravest error of a draft. Words from elsewhere are allowed at their paragraph, with their source.',
  source:
    'KSJ Fact-Checking Project: quotations are checked against the recording; W3C Web Annotation, TextQuoteSelector.',
  options: {},
  examples: () => [
    {
      title: 'words from elsewhere, with their source',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md':
          '<!-- onrecord: elsewhere -- Annual report, p. 3 -->\nOutput “grew by nine per cent in a year”.\n',
      },
      findings: [],
    },
    {
      title: 'words that nobody said',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md': '“Ships come in at all hours of the night,” said Karl Lind.\n',
      },
      findings: ['draft.md:1:1 no passage of the transcript is near these words'],
    },
  ],
} satisfies RuleDocs;
