import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { captions } from '../shared/other-formats.ts';

export default {
  id: 'unknown-format',
  severity: 'error',
  topics: ['format'],
  summary: 'A file is in a format that onrecord does not read.',
  why: 'Nothing in it is checked. The message names the format, if it is known, and says how to convert it.',
  source: 'The table of signatures of formats; what looks like text is read as text.',
  examples: () => [
    {
      title: 'a format that is read',
      files: captions('We signed on Monday.'),
    },
    {
      title: 'a format that is not',
      files: { 'talk.rtf': '{\\rtf1\\ansi We signed on Monday.}\n' },
      findings: ['talk.rtf onrecord does not read RTF (Rich Text Format)'],
    },
  ],
} satisfies RuleDocs;
