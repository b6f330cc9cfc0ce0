import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { lines } from '../shared/lines.ts';

export default {
  id: 'unknown-format',
  severity: 'error',
  topics: ['format'],
  summary: 'A file is in a format that is not read.',
  why: 'The words in it are not looked at. The message says which format it is, where that is known, and the way in.',
  source: 'The table of signatures of formats; what looks like text is read as text.',
  examples: () => [
    {
      title: 'a format that is read',
      files: { 'talk.vtt': lines('WEBVTT', '', '00:01.000 --> 00:02.000', 'We signed on Monday.') },
    },
    {
      title: 'a format that is not',
      files: { 'talk.rtf': lines('{\\rtf1\\ansi We signed on Monday.}') },
      findings: ['talk.rtf onrecord does not read RTF (Rich Text Format)'],
    },
  ],
} satisfies RuleDocs;
