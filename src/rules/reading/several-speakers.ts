import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { captions } from '../shared/other-formats.ts';

export default {
  id: 'several-speakers',
  severity: 'warning',
  topics: ['attribution'],
  summary: 'Several people speak in one caption.',
  why: 'The caption was split by their labels; the parts have the times of the whole, which are right for none of them.',
  source: 'Netflix timed text style guide: two speakers in one caption.',
  examples: () => [
    {
      title: 'one speaker a caption',
      files: captions('<v Ann Baker>We signed on Monday.'),
    },
    {
      title: 'two speakers in one',
      files: captions('<v Ann Baker>We signed on Monday.</v> <v Ben Carter>Did we?</v>'),
      findings: ['talk.vtt:3:1 several speakers in one caption: Ann Baker, Ben Carter'],
    },
  ],
} satisfies RuleDocs;
