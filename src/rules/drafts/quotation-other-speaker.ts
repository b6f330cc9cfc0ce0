import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'quotation-other-speaker',
  severity: 'error',
  topics: ['quotations'],
  summary: 'A draft names somebody else as the speaker of a quotation than the record does.',
  why: "Nobody may be put on record for another's words. Only the subject of a verb of saying counts; who is told something is its addressee.",
  source: 'KSJ Fact-Checking Project: every attribution is checked.',
  options: {},
  examples: () => [
    {
      title: 'the addressee is named as well',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md': '“We did not find any lead,” Lind told Ama Osei.\n',
      },
      findings: [],
    },
    {
      title: 'somebody else is named',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md': '“We did not find any lead,” said Ama Osei.\n',
      },
      findings: ['draft.md:1:1 the draft says Ama Osei, the record says Karl Lind'],
    },
  ],
} satisfies RuleDocs;
