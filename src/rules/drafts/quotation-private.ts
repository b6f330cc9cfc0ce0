import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'quotation-private',
  severity: 'error',
  topics: ['quotations'],
  summary: 'A draft quotes a source that is marked `private`.',
  why: 'A source is private because somebody was promised so. Its words in an article break the promise.',
  source: 'Society of Professional Journalists, Code of Ethics: keep the promises you make to sources.',
  examples: () => [
    {
      title: 'the words of the record, with other marks at their end',
      files: draft('“We did not find any lead,” said Karl Lind.'),
    },
    {
      title: 'words of a private source',
      files: draft(
        '“We have known of the lead since January,” said Lind.',
        transcript`
          parties: {lind: {name: Karl Lind}}
          sources: {tape: {title: The tape, private: true}}
          utterances:
            - {id: u1, speaker: lind, source: tape, text: We have known of the lead since January.}
          `,
      ),
      findings: ['draft.md:1:1 these words are kept private'],
    },
  ],
} satisfies RuleDocs;
