import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'edit-unfinished',
  severity: 'error',
  topics: ['anchors'],
  summary: 'An edit of the transcript was killed before all of its files were written.',
  why: 'Until it is finished or undone, some layers stand on words that the transcript does not have. `onrecord edit FILE --continue` writes what is missing, `--abort` puts back what was; both can be run again. Nothing is lost: old and new bytes of every file are in the lock beside the transcript.',
  source: 'Write-ahead logging (ARIES): what is needed to redo or undo is written before anything else.',
  // A failing example would need the lock of a killed run.
  examples: () => [
    {
      title: 'a transcript that no edit holds',
      files: transcript`
        utterances: []
        `,
    },
  ],
} satisfies RuleDocs;
