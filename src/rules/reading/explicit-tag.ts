import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'explicit-tag',
  severity: 'error',
  topics: ['format'],
  summary: 'A YAML tag (`!name`, `!!str`).',
  why: 'A tag changes what the text under it means, and differently from program to program; some even run code for it.',
  source: 'YAML 1.2, section 6.9.1.',
  examples: () => [
    {
      title: 'an exclamation mark in quotation marks',
      files: transcript`
        utterances:
          - {id: u1, text: "!No, we signed on Monday."}
        `,
    },
    {
      title: 'a tagged text',
      files: transcript`
        utterances:
          - {id: u1, text: !!str 1984}
        `,
      findings: ['transcript.yaml:3:20 an explicit tag is not accepted'],
    },
  ],
} satisfies RuleDocs;
