import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'quotation-spliced',
  severity: 'error',
  topics: ['quotations'],
  summary: 'A draft quotes parts of different turns, or of one in another order, as one quotation.',
  why: 'A reader takes what stands in one pair of quotation marks for one statement. Two answers put together may answer a question that nobody asked.',
  source:
    'KSJ Fact-Checking Project: quotations are checked against the recording; W3C Web Annotation, TextQuoteSelector.',
  options: {},
  examples: () => [
    {
      title: 'two quotations of two turns',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md': '“We did not find any lead,” said Lind. “The council pays five million,” said Osei.\n',
      },
      findings: [],
    },
    {
      title: 'one quotation of two turns',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md': '“We did not find any lead, the council pays five million by May,” said Lind.\n',
      },
      findings: ['draft.md:1:2 two turns are quoted as one'],
    },
  ],
} satisfies RuleDocs;
