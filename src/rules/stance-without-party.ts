import { defineRule, lacking, within } from './rule.ts';
import { isBare } from './shared/stance.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'stance-without-party',
  severity: 'error',
  topics: ['stances', 'attribution'],
  summary: 'A stance does not say whose act it is.',
  why: '"It was confirmed" hides the one thing a reader weighs: who said so, and whether they could know. The outlet that reports a confirmation is not the party that gave it.',
  source:
    'PROV `wasAssociatedWith`; IFCN code of principles: sources are identified so that readers can check.',
  examples: () => [
    {
      title: 'the party that acted, and who reports it',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: disputed, aspect: content, by: ann, when: unknown, via: [gazette], sources: [gazette]}
        `,
    },
    {
      title: 'the outlet is named, the party is not',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: disputed, aspect: content, when: 2021-05-03, via: [gazette], sources: [gazette]}
        `,
      findings: ['transcript.yaml:6:31 `disputed` by no one named, expected `by` with a party'],
    },
  ],
  check({ stances, report }) {
    for (const { value, at } of stances.all) {
      if (value.by !== undefined || isBare(value)) continue;
      report({
        at: within(at, 'tag'),
        absent: lacking(value, at, ['by']),
        message: `\`${value.tag}\` by no one named, expected \`by\` with a party`,
        help: 'add `by`: the party whose act this is; who reports the act goes into `via`',
        data: { tag: value.tag },
      });
    }
  },
});
