import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';
import { transcript } from '../shared/transcript.ts';

const REPORTED_TALK = transcript`
  parties: {lind: {name: Karl Lind}}
  utterances:
    - {id: u1, speaker: lind, form: mixed, text: He called the plan “a waste of good money” and left.}
    - {id: u2, speaker: lind, form: indirect, text: He said that the harbour would close for a week.}
  `;

export default {
  id: 'quotation-indirect',
  severity: 'error',
  topics: ['quotations'],
  summary: "A draft quotes as direct speech what the record has only as somebody's report.",
  why: "The words of a report are the reporter's. In quotation marks they become the speaker's, who may never have used one of them.",
  source: 'Direct, indirect and mixed speech as in PARC 3.0.',
  examples: () => [
    {
      title: 'words in the quotation marks of a report',
      files: draft('It was “a waste of good money”.', REPORTED_TALK),
    },
    {
      title: 'words of a report, and words around those that it quotes',
      files: draft(
        'It was said that “the harbour would close for a week”. He “called the plan a waste”.',
        REPORTED_TALK,
      ),
      findings: [
        'draft.md:1:18 the record has these words only as reported speech, not as direct speech',
        'draft.md:1:59 the record has these words only as reported speech, not as direct speech',
      ],
    },
  ],
} satisfies RuleDocs;
