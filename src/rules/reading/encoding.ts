import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'encoding',
  severity: 'error',
  topics: ['format'],
  summary: 'A file is not UTF-8.',
  why: 'A byte that is read wrongly is written back wrongly: names lose their letters, and quotes are no longer found in the text they come from. Guessing the encoding would do that in silence.',
  source: 'YAML 1.2, section 5.2; RFC 3629 (UTF-8).',
  examples: () => [
    {
      title: 'letters beyond ASCII, in UTF-8',
      files: transcript`
        utterances:
          - {id: u1, text: Ստորագրեցինք երկուշաբթի։}
        `,
    },
    {
      title: 'a file saved as Windows-1252',
      files: {
        'transcript.yaml': bytes('onrecord: 1\nutterances:\n  - {id: u1, text: We signed at the caf\xe9.}\n'),
      },
      findings: ['transcript.yaml byte E9 at byte offset 63 is not valid UTF-8'],
    },
  ],
} satisfies RuleDocs;

/** The bytes of a text in Latin 1, one a character. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0));
}
