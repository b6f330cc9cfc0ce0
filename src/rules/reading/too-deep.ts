import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'too-deep',
  severity: 'error',
  topics: ['format'],
  summary: 'Lists and mappings are nested more than 64 deep.',
  why: 'No transcript is nested so deeply; files that are were made to exhaust the stack of the programs that read them.',
  source: 'RFC 8259, section 9: parsers may limit depth.',
  examples: () => [
    {
      title: 'lists inside lists',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday., x-notes: [[[seen]]]}
        `,
    },
    {
      title: 'brackets without end',
      files: transcript`
        utterances: []
        x-notes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        `,
      findings: ['transcript.yaml:3:74 nested too deep'],
    },
  ],
} satisfies RuleDocs;
