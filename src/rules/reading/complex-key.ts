import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { dedent } from '../shared/dedent.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'complex-key',
  severity: 'error',
  topics: ['format'],
  summary: 'A key that is a list, a mapping or a block of text.',
  why: 'Fields have names, and a name is a word. Programs disagree on what such a key means, and most other tools cannot read the file at all.',
  source: 'YAML 1.2, section 3.2.1.1; JSON objects, RFC 8259.',
  examples: () => [
    {
      title: 'a quoted key',
      files: {
        'transcript.yaml': dedent`
          onrecord: 1
          "utterances":
            - {id: u1, text: We signed on Monday.}
          `,
      },
    },
    {
      title: 'a list as a key',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday., [x-note]: seen}
        `,
      findings: ['transcript.yaml:3:42 a key is a list or a mapping'],
    },
  ],
} satisfies RuleDocs;
