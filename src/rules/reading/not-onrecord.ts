import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { dedent } from '../shared/dedent.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'not-onrecord',
  severity: 'error',
  topics: ['format'],
  summary: 'A file is neither a transcript nor a layer, or claims to be both.',
  why: 'A check that skips what it does not know would call a misspelt first line clean. It is better to be told that a file was not understood.',
  source: 'The format: a transcript has `utterances`, a layer names its `transcript`.',
  examples: () => [
    {
      title: 'a transcript without a word in it yet',
      files: transcript`
        utterances: []
        `,
    },
    {
      title: 'a slip in the field that makes it a transcript',
      files: {
        'transcript.yaml': dedent`
          onrecord: 1
          utterance:
            - {id: u1, text: We signed on Monday.}
          `,
      },
      findings: ['transcript.yaml:2:1 neither a transcript nor a layer'],
    },
  ],
} satisfies RuleDocs;
