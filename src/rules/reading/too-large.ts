import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'too-large',
  severity: 'error',
  topics: ['format'],
  summary: 'A file is larger than 256 MiB.',
  why: 'Larger files are refused before they can exhaust the memory of a shared machine. A talk of that size is hundreds of hours long and better kept as several transcripts.',
  source: 'Measured: memory grows with the size of the file.',
  // A failing example would be larger than this program.
  examples: () => [
    {
      title: 'any ordinary file',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday.}
        `,
    },
  ],
} satisfies RuleDocs;
