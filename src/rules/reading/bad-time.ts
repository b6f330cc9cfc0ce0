import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { lines } from '../shared/lines.ts';

export default {
  id: 'bad-time',
  severity: 'warning',
  topics: ['format'],
  summary: 'A time in a file of another format cannot be read, or runs backwards.',
  why: 'Times lead back to the recording. The words stay; a time that cannot be right is left out.',
  source: 'WebVTT and SubRip: a cue has a start and a later end.',
  examples: () => [
    {
      title: 'times in order',
      files: { 'talk.vtt': lines('WEBVTT', '', '00:01.000 --> 00:02.000', 'We signed on Monday.') },
    },
    {
      title: 'an end before its start',
      files: { 'talk.vtt': lines('WEBVTT', '', '00:05.000 --> 00:02.000', 'We signed on Monday.') },
      findings: ['talk.vtt:3:1 a cue ends before it starts'],
    },
  ],
} satisfies RuleDocs;
