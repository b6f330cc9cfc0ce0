import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'duplicate-key',
  severity: 'error',
  topics: ['format'],
  summary: 'A field stands twice in one entry.',
  why: 'Of two fields with one name one program keeps the first, another the last, without a word. Two dates or two speakers in one entry are a decision that somebody forgot to make.',
  source: 'YAML 1.2, section 3.2.1.3: keys are unique.',
  examples: () => [
    {
      title: 'the same field in two entries',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday.}
          - {id: u2, text: We signed on Monday.}
        `,
    },
    {
      title: 'two texts in one utterance',
      files: transcript`
        utterances:
          - id: u1
            text: We signed on Monday.
            text: We signed on Sunday.
        `,
      findings: ['transcript.yaml:5:5 duplicate key "text"'],
    },
  ],
} satisfies RuleDocs;
