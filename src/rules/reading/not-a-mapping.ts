import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { dedent } from '../shared/dedent.ts';

export default {
  id: 'not-a-mapping',
  severity: 'error',
  topics: ['format'],
  summary: 'A file is a list, a text or nothing, where fields are expected.',
  why: 'A transcript or a layer is a mapping of fields. An empty or truncated file must not pass for one without findings.',
  source: 'The format: a file is a mapping whose first key is `onrecord`.',
  examples: () => [
    {
      title: 'fields, after a comment',
      files: {
        'transcript.yaml': dedent`
          # Recorded by phone.
          onrecord: 1
          utterances:
            - {id: u1, text: We signed on Monday.}
          `,
      },
    },
    {
      title: 'a list of utterances alone',
      files: {
        'transcript.yaml': dedent`
          - {id: u1, text: We signed on Monday.}
          `,
      },
      findings: ['transcript.yaml:1:1 expected a mapping at the top, found a list'],
    },
  ],
} satisfies RuleDocs;
