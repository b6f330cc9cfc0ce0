import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'merge-key',
  severity: 'error',
  topics: ['format'],
  summary: 'The merge key `<<`.',
  why: 'YAML 1.2 dropped the merge key, and programs disagree on what an entry with one holds.',
  source: 'YAML 1.2 core schema; YAML merge key working draft, 2005.',
  examples: () => [
    {
      title: 'the sign as part of a text',
      files: transcript`
        utterances:
          - {id: u1, text: << We signed on Monday. >>}
        `,
    },
    {
      title: 'fields merged from elsewhere',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday., <<: {form: direct}}
        `,
      findings: ['transcript.yaml:3:42 the merge key "<<" is not accepted'],
    },
  ],
} satisfies RuleDocs;
