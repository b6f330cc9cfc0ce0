import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { lines } from '../shared/lines.ts';

export default {
  id: 'unknown-markup',
  severity: 'warning',
  topics: ['format'],
  summary: 'A file has markup that its format does not know.',
  why: 'Players do not show it, or show nothing behind it. It was left out of the words and kept beside them.',
  source: 'WebVTT, 4.2.2: the tags of cues.',
  examples: () => [
    {
      title: 'a known tag',
      files: { 'talk.vtt': lines('WEBVTT', '', '00:01.000 --> 00:02.000', 'We <i>signed</i> on Monday.') },
    },
    {
      title: 'a tag that is none',
      files: {
        'talk.vtt': lines('WEBVTT', '', '00:01.000 --> 00:02.000', 'We <big>signed</big> on Monday.'),
      },
      findings: ['talk.vtt:3:1 WebVTT has no tag <big>; players do not show it'],
    },
  ],
} satisfies RuleDocs;
