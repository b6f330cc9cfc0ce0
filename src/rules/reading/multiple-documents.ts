import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { dedent } from '../shared/dedent.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'multiple-documents',
  severity: 'error',
  topics: ['format'],
  summary: 'A file holds more than one YAML document.',
  why: 'A file is one transcript or one layer. A second document after `---` is skipped by most programs, and with it whatever it says.',
  source: 'YAML 1.2, section 9.2.',
  examples: () => [
    {
      title: 'a document start at the top',
      files: {
        'transcript.yaml': dedent`
          ---
          onrecord: 1
          utterances:
            - {id: u1, text: We signed on Monday.}
          `,
      },
    },
    {
      title: 'a layer after its transcript',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday.}
        ---
        onrecord: 1
        transcript: transcript.yaml
        `,
      findings: ['transcript.yaml:4:1 a second document begins here'],
    },
  ],
} satisfies RuleDocs;
