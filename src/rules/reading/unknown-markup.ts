import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { captions } from '../shared/other-formats.ts';

export default {
  id: 'unknown-markup',
  severity: 'warning',
  topics: ['format'],
  summary: 'A file has markup that its format does not know.',
  why: 'Players do not show it, or show nothing after it. It was left out of the words and kept beside them.',
  source: 'WebVTT, 4.2.2: the tags of cues.',
  examples: () => [
    {
      title: 'a known tag',
      files: captions('We <i>signed</i> on Monday.'),
    },
    {
      title: 'a tag that is none',
      files: captions('We <big>signed</big> on Monday.'),
      findings: ['talk.vtt:3:1 WebVTT has no tag <big>; players do not show it'],
    },
  ],
} satisfies RuleDocs;
