import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'quotation-altered',
  severity: 'error',
  topics: ['quotations'],
  summary: 'A draft quotes words that the record has otherwise.',
  why: "Quotation marks promise the speaker's own words. A changed word may be a slip, a polished phrase, or a turned meaning; a number, name or negation that changed is named in the message.",
  source:
    'KSJ Fact-Checking Project: quotations are checked against the recording; W3C Web Annotation, TextQuoteSelector.',
  options: {},
  examples: () => [
    {
      title: 'the words of the record, with other marks at their end',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md': '“We did not find any lead,” said Karl Lind.\n',
      },
      findings: [],
    },
    {
      title: 'another number, and a negation that an ellipsis hides',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md':
          'Osei: “The council pays six million by May.”\n\nLind: “We did … find any lead in the harbour.”\n',
      },
      findings: [
        'draft.md:1:25 the record has "five million", the draft "six million"',
        'draft.md:3:7 the draft drops "not"',
      ],
    },
  ],
} satisfies RuleDocs;
