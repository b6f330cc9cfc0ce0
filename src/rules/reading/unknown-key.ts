import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'unknown-key',
  severity: 'warning',
  topics: ['format'],
  summary: 'A field that the format does not know.',
  why: 'A misspelt field says nothing: the date or the source that it was meant to hold is missing, and only looks as if it were there.',
  source: 'The JSON Schemas of the format; keys that begin with `x-` are free for other programs.',
  examples: () => [
    {
      title: 'a field of another program',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday., x-mood: calm}
        `,
    },
    {
      title: 'a slip of the finger',
      files: transcript`
        utterances:
          - {id: u1, speeker: unknown, text: We signed on Monday.}
        `,
      findings: ['transcript.yaml:3:14 unknown key `speeker`'],
    },
  ],
} satisfies RuleDocs;
