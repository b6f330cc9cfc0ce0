import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { captions } from '../shared/other-formats.ts';

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
      files: captions('We signed on Monday.'),
    },
    {
      title: 'an end before its start',
      files: { 'talk.vtt': 'WEBVTT\n\n00:05.000 --> 00:02.000\nWe signed on Monday.\n' },
      findings: ['talk.vtt:3:1 a cue ends before it starts'],
    },
  ],
} satisfies RuleDocs;
