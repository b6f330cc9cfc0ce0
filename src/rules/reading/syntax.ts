import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'syntax',
  severity: 'error',
  topics: ['format'],
  summary: 'A file is not valid YAML.',
  why: 'Nothing after the fault can be relied on. Text may have slipped into the wrong field without looking wrong.',
  source: 'YAML 1.2 (1.2.2, 2021).',
  examples: () => [
    {
      title: 'a colon inside quotation marks',
      files: transcript`
        utterances:
          - {id: u1, text: "We signed: on Monday."}
        `,
    },
    {
      title: 'a quotation mark that is never closed',
      files: transcript`
        utterances:
          - {id: u1, text: "We signed on Monday.}
        `,
      findings: ['transcript.yaml:4:1 a quoted text or bracket is continued without indentation'],
    },
  ],
} satisfies RuleDocs;
