import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'quotation-off-record',
  severity: 'error',
  topics: ['quotations'],
  summary: 'A draft quotes words that were said off the record.',
  why: 'Off the record means that the words are not for publication. Breaking that is a decision for an editor, never an oversight.',
  source: 'Associated Press, statement of news values: on the record, on background, off the record.',
  examples: () => [
    {
      title: 'the words of the record, with other marks at their end',
      files: draft('“We did not find any lead,” said Karl Lind.'),
    },
    {
      title: 'words of a talk off the record',
      files: draft(
        '“We have known of the lead since January,” said Lind.',
        transcript`
          ground-rule: [off-record]
          parties: {lind: {name: Karl Lind}}
          utterances:
            - {id: u1, speaker: lind, text: We have known of the lead since January.}
          `,
      ),
      findings: ['draft.md:1:1 these words were said off the record'],
    },
  ],
} satisfies RuleDocs;
