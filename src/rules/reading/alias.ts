import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'alias',
  severity: 'error',
  topics: ['format'],
  summary: 'A YAML alias (`*name`).',
  why: 'An alias makes one place of a file change another, and a file of a few lines can grow beyond all memory. Whoever reviews a change to an anchored passage does not see what else it changes.',
  source: 'YAML 1.2, section 7.1; the "billion laughs" attack.',
  examples: () => [
    {
      title: 'an asterisk inside words',
      files: transcript`
        utterances:
          - {id: u1, text: We signed * on Monday.}
        `,
    },
    {
      title: 'one passage by name in two places',
      files: transcript`
        utterances:
          - {id: u1, text: &words We signed on Monday.}
          - {id: u2, text: *words}
        `,
      findings: [
        'transcript.yaml:3:20 an anchor is not accepted',
        'transcript.yaml:4:20 an alias is not accepted',
      ],
    },
  ],
} satisfies RuleDocs;
