import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'unused-allowance',
  severity: 'warning',
  topics: ['allowances'],
  summary: 'A comment or the configuration allows quotations from elsewhere, and there are none.',
  why: 'An exception that outlives its cause waits for the next mistake and hides it.',
  source: 'eslint `reportUnusedDisableDirectives`; ruff RUF100.',
  options: {},
  examples: () => [
    {
      title: 'an allowance that is used',
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
      title: 'an allowance at words of the record',
      files: {
        ...transcript`
          parties: {lind: {name: Karl Lind}, osei: {name: Ama Osei}}
          utterances:
            - {id: u1, speaker: lind, form: direct, text: We did not find any lead in the harbour.}
            - {id: u2, speaker: osei, form: direct, text: The council pays five million by May.}
          `,
        'draft.md':
          '<!-- onrecord: elsewhere -- Annual report, p. 3 -->\n“We did not find any lead,” said Lind.\n',
      },
      findings: ['draft.md:1:1 it allows no quotation'],
    },
  ],
} satisfies RuleDocs;
