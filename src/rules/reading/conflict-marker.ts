import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'conflict-marker',
  severity: 'error',
  topics: ['merges'],
  summary: 'A textual merge left its markers in the file.',
  why: 'Both versions stand in the file and neither counts. Keeping the wrong one by accident puts words into somebody’s mouth.',
  source: 'git merge; the merge driver of this program keeps conflicts as data instead.',
  examples: () => [
    {
      title: 'the same signs inside a text',
      files: transcript`
        utterances:
          - {id: u1, text: ======= was all the telegram said.}
        `,
    },
    {
      title: 'a merge that nobody finished',
      files: transcript`
        utterances:
        <<<<<<< ours
          - {id: u1, text: We signed on Monday.}
        =======
          - {id: u1, text: We signed on Sunday.}
        >>>>>>> theirs
        `,
      findings: ['transcript.yaml:3:1 a left-over conflict marker'],
    },
  ],
} satisfies RuleDocs;
