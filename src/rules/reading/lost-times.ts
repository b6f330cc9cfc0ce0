import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { plainText } from '../shared/other-formats.ts';

export default {
  id: 'lost-times',
  severity: 'warning',
  topics: ['transcription'],
  summary:
    'With `--since`: utterances of a transcript in another format had a time at the revision and have none now.',
  why: 'Times lead back to the recording. Whoever deletes them while correcting words cannot put them back, and nobody sees it in a review of the words.',
  source: 'Reviews of podcast transcripts in git, where timestamps were deleted and could not be restored.',
  // A failing example would need two versions of a file; examples are files only.
  examples: () => [
    {
      title: 'a transcript with its times',
      files: plainText('[00:00:01] Ann Baker: We signed on Monday.', '[00:00:04] Ben Carter: Did we?'),
    },
  ],
} satisfies RuleDocs;
