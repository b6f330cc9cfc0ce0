import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'forbidden-transition',
  severity: 'error',
  topics: ['standings'],
  summary: 'With `--since`: a change to a standing that its meaning forbids, such as a dispute that is gone.',
  why: 'Stances are withdrawn or superseded, never deleted: otherwise a dispute can vanish from the record between two versions, and what is left looks as if nobody had ever objected.',
  source: 'OpenSanctions keeps every statement with its time; PROV wasInvalidatedBy.',
  examples: () => [
    {
      title: 'a stance that was withdrawn, and stays on record',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: denied, aspect: content, by: ann, when: 2021-05-03, withdrawn: 2021-06-01}
        `,
    },
  ],
} satisfies RuleDocs;
