import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'schema',
  severity: 'error',
  topics: ['format'],
  summary: 'A field has a value of the wrong kind, or a needed field is missing.',
  why: 'What cannot be read cannot be checked: the entry is left out of everything else until it is right, and a stance that is left out counts for nothing.',
  source: 'The JSON Schemas of the format (`onrecord schema`).',
  examples: () => [
    {
      title: 'a number where text belongs is text, as written',
      files: transcript`
        utterances:
          - {id: u1, text: 1984}
        `,
    },
    {
      title: 'a word that is not on the list, and an invalid time',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday., form: verbatim}
          - {id: u2, text: Nobody else was there., start: noon}
        `,
      findings: [
        'transcript.yaml:3:48 unexpected `verbatim`, expected one of direct, mixed, indirect, narrated, free-indirect',
        'transcript.yaml:4:51 expected a time such as 00:14:02.500, or seconds as a number, found `noon`',
      ],
    },
  ],
} satisfies RuleDocs;
