import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { dedent } from '../shared/dedent.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'format-version',
  severity: 'error',
  topics: ['format'],
  summary: 'A file does not say which version of the format it has, or has another one.',
  why: 'A later version may give a field another meaning. Reading it as this one would check, and rewrite, something that nobody wrote.',
  source: 'The format: the first key is `onrecord: 1`.',
  examples: () => [
    {
      title: 'the version of this program',
      files: transcript`
        utterances: []
        `,
    },
    {
      title: 'no version at all',
      files: {
        'transcript.yaml': dedent`
          utterances:
            - {id: u1, text: We signed on Monday.}
          `,
      },
      findings: ['transcript.yaml:1:1 missing `onrecord`'],
    },
    {
      title: 'a later version',
      files: {
        'transcript.yaml': dedent`
          onrecord: 2
          utterances: []
          `,
      },
      findings: ['transcript.yaml:1:11 unknown version of the format, expected 1'],
    },
  ],
} satisfies RuleDocs;
