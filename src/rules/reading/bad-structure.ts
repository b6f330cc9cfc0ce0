import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { captions } from '../shared/other-formats.ts';

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
      files: captions('We signed on Monday.'),
    },
    {
      title: 'captions in which nothing is said',
      files: captions(),
      findings: ['talk.vtt no words were found in the file, which was read as WebVTT captions'],
    },
  ],
} satisfies RuleDocs;
