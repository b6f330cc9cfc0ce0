import { defineRule, lacking, within } from './rule.ts';
import { isBare } from './shared/stance.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'stance-without-aspect',
  severity: 'error',
  topics: ['stances'],
  summary: 'A stance does not say which side of the matter it is about.',
  why: 'That a recording was published, that it is genuine, and that what is said in it is true are three matters. "Confirmed" without an aspect is read as all three.',
  source: 'TEI `<certainty>` requires `@locus`; MediaReview keeps authenticity apart from truth.',
  examples: () => [
    {
      title: 'its own aspect, and that of its claim',
      files: transcript`
        claims:
          - {id: signed, text: The contract was signed., aspect: content, target: u1}
        annotations:
          - {id: a1, target: u1, tag: asserted, aspect: date, by: ann, when: 2021-05-03}
          - {id: a2, target: signed, tag: asserted, by: ann, when: 2021-05-03}
        `,
    },
    {
      title: 'a stance on a passage, and one on a claim without aspect',
      files: transcript`
        claims:
          - {id: signed, text: The contract was signed., target: u1}
        annotations:
          - {id: a1, target: u1, tag: asserted, by: ann, when: 2021-05-03}
          - {id: a2, target: signed, tag: asserted, by: ann, when: 2021-05-03}
        `,
      findings: [
        'transcript.yaml:8:31 `asserted` has no aspect',
        'transcript.yaml:9:35 `asserted` has no aspect, and neither has its claim',
      ],
    },
  ],
  check({ entries, stances, report }) {
    for (const { value, at } of stances.all) {
      if (stances.groupOf(value) === 'revising' || isBare(value) || stances.aspectOf(value) !== undefined)
        continue;
      const isOnClaim = value.target.some(id => entries.index.of('claim', id) !== undefined);
      report({
        at: within(at, 'tag'),
        absent: lacking(value, at, ['aspect']),
        message: `\`${value.tag}\` has no aspect${isOnClaim ? ', and neither has its claim' : ''}`,
        help: 'add `aspect`: publication, occurrence, authenticity, completeness, attribution, wording, translation, date, place or content',
        data: { tag: value.tag },
      });
    }
  },
});
