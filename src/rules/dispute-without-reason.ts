import { defineRule, lacking, within } from './rule.ts';
import { isBare } from './shared/stance.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'dispute-without-reason',
  severity: 'warning',
  topics: ['stances'],
  summary: 'A stance contests something and does not say what exactly.',
  why: 'Two people can dispute one sentence over two different things: the number, or whether it matters. Without a reason the dispute can be neither followed up nor settled.',
  source: 'Wikipedia, "Template index/Disputes": tags need a clear description of the rationale.',
  examples: () => [
    {
      title: 'the party’s words, and a note of what is contested',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: denied, aspect: content, by: ann, when: 2021, wording: I never signed., sources: [gazette]}
          - {id: a2, target: u1, tag: questioned, aspect: date, by: ann, when: 2021, sources: [gazette], note: It was a holiday.}
        `,
    },
    {
      title: 'a dispute about something',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: disputed, aspect: content, by: ann, when: 2021, sources: [gazette]}
        `,
      findings: ['transcript.yaml:7:31 `disputed` without what is contested, expected `wording` or `note`'],
    },
  ],
  check({ stances, report }) {
    for (const { value, at } of stances.all) {
      if (stances.groupOf(value) !== 'contesting' || isBare(value)) continue;
      if (value.wording !== undefined || value.note !== undefined) continue;
      report({
        at: within(at, 'tag'),
        absent: lacking(value, at, ['wording', 'note']),
        message: `\`${value.tag}\` without what is contested, expected \`wording\` or \`note\``,
        help: 'add the party’s words as `wording`, or say in `note` what is contested and what is not',
        data: { tag: value.tag },
      });
    }
  },
});
