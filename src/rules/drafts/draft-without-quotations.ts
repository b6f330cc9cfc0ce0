import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'draft-without-quotations',
  severity: 'info',
  topics: ['quotations'],
  summary: 'A draft that the configuration names has no quotation.',
  why: 'That nothing is wrong must not be said of what nobody looked at. A draft whose quotation marks were lost looks the same.',
  source: 'A gate that looked at nothing says so.',
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
      title: 'no quotation',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md': 'Lind said that there was no lead.\n',
      },
      findings: ['draft.md no quotation of 3 words or more was found'],
    },
  ],
} satisfies RuleDocs;
