import { defineRule, lacking, within } from './rule.ts';
import { CIRCUMSTANCES, isBare } from './shared/stance.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'bare-stance',
  severity: 'error',
  topics: ['stances'],
  summary:
    'A stance says nothing about the act behind it: not by whom, when, in what words or on what source.',
  why: '"Confirmed" is something a party did, on a day, in words, about one side of the matter. As a bare label it passes for knowledge, is copied on, and nobody can check or withdraw it.',
  source:
    'Wikidata P1310 and P3680 (statement disputed by, supported by); IFCN code of principles, on sources.',
  examples: () => [
    {
      title: 'the party, the day and the source',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: confirmed, aspect: content, by: ann, when: 2021-05-03, sources: [gazette]}
        `,
    },
    {
      title: 'a tag that is not an act needs none of this',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on (noise).}
        annotations:
          - {id: a1, target: u1, tag: inaudible}
        `,
    },
    {
      title: 'a bare label',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: confirmed, aspect: content}
        `,
      findings: [
        'transcript.yaml:5:31 bare `confirmed`: expected by whom, when, in what words and on what source',
      ],
    },
  ],
  check({ stances, report }) {
    for (const { value, at } of stances.all) {
      if (!isBare(value)) continue;
      report({
        at: within(at, 'tag'),
        absent: lacking(value, at, CIRCUMSTANCES),
        message: `bare \`${value.tag}\`: expected by whom, when, in what words and on what source`,
        help: 'add `by`, `when`, `wording` and `sources`; `when: unknown` is allowed if no source states it',
        data: { tag: value.tag },
      });
    }
  },
});
