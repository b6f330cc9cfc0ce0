import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { lines } from '../shared/lines.ts';

export default {
  id: 'bad-structure',
  severity: 'error',
  topics: ['format'],
  summary: 'A file in another format cannot be read, or a part of it cannot.',
  why: 'What a reader could not take in is not in the talk. It must not pass for silence.',
  source: 'The specifications of the formats; no guess is made at what a broken file meant.',
  examples: () => [
    {
      title: 'captions with words',
      files: { 'talk.vtt': lines('WEBVTT', '', '00:01.000 --> 00:02.000', 'We signed on Monday.') },
    },
    {
      title: 'captions in which nothing is said',
      files: { 'talk.vtt': lines('WEBVTT') },
      findings: ['talk.vtt no words were found in the file, which was read as WebVTT captions'],
    },
  ],
} satisfies RuleDocs;
