import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'quotation-private',
  severity: 'error',
  topics: ['quotations'],
  summary: 'A draft quotes words of a source that is marked `private`.',
  why: 'A source is private because somebody was promised so. Its words in an article break the promise.',
  source: 'Society of Professional Journalists, Code of Ethics: keep the promises you make to sources.',
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
      title: 'words of a private source',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}}
          sources: {tape: {title: The tape, private: true}}
          utterances:
            - {id: u1, speaker: lind, source: tape, text: We have known of the lead since January.}
          `,
        'draft.md': '“We have known of the lead since January,” said Lind.\n',
      },
      findings: ['draft.md:1:1 these words are kept private'],
    },
  ],
} satisfies RuleDocs;
