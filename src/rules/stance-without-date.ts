import { defineRule, lacking, within } from './rule.ts';
import { isBare } from './shared/stance.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'stance-without-date',
  severity: 'error',
  topics: ['stances', 'dates'],
  summary: 'A stance does not say when the party took it, not even `unknown`.',
  why: 'Parties change their minds. Without a day nobody can say which of two acts is the later one, nor what was known when a report went out.',
  source: 'Wikidata P585 (point in time) on statements; Full Fact’s notes on dates in claims.',
  examples: () => [
    {
      title: 'a day, and a day that no source states',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: denied, aspect: content, by: ann, when: 2021-05, sources: [gazette]}
          - {id: a2, target: u1, tag: denied, aspect: date, by: ann, when: unknown, sources: [gazette]}
        `,
    },
    {
      title: 'no word on when it was',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: denied, aspect: content, by: ann, sources: [gazette]}
        `,
      findings: ['transcript.yaml:7:31 `denied` has no date, expected `when`'],
    },
  ],
  check({ stances, report }) {
    for (const { value, at } of stances.all) {
      if (value.when !== undefined || isBare(value)) continue;
      report({
        at: within(at, 'tag'),
        absent: lacking(value, at, ['when']),
        message: `\`${value.tag}\` has no date, expected \`when\``,
        help: 'add `when` in EDTF; `when: unknown` if no source states it',
        data: { tag: value.tag },
      });
    }
  },
});
