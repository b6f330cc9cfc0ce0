import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'too-many-nodes',
  severity: 'error',
  topics: ['format'],
  summary: 'A file holds more than 8,000,000 values and keys: about a million utterances.',
  why: 'Memory grows with the number of values rather than with bytes: a small file of brackets can need gigabytes.',
  source: 'Measured: memory grows with the number of values.',
  // A failing example would be larger than this program.
  examples: () => [
    {
      title: 'any ordinary file',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday.}
        `,
    },
  ],
} satisfies RuleDocs;
