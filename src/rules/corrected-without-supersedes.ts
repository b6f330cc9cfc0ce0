import { defineRule, lacking, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'corrected-without-supersedes',
  severity: 'warning',
  topics: ['stances'],
  summary: 'A correction does not name the stance that it replaces.',
  why: 'A correction takes the place of something. If it names nothing, the stance that it replaces still counts, and a reader who sees "corrected" believes that it does not.',
  source: 'PROV wasRevisionOf; the corrections policy of the IFCN code of principles.',
  examples: () => [
    {
      title: 'a correction of an earlier stance, and one that was withdrawn itself',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: asserted, aspect: date, by: ann, when: 2021, wording: It was Monday., sources: [gazette]}
          - {id: a2, target: u1, tag: corrected, aspect: date, by: ann, when: 2022, wording: It was Tuesday., sources: [gazette], supersedes: a1}
          - {id: a3, target: u1, tag: corrected, aspect: date, by: ann, when: 2022, sources: [gazette], withdrawn: 2023}
        `,
    },
    {
      title: 'a correction of nothing',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: corrected, aspect: date, by: ann, when: 2022, wording: It was Tuesday., sources: [gazette]}
        `,
      findings: ['transcript.yaml:7:31 `corrected` replaces nothing, expected `supersedes`'],
    },
  ],
  check({ stances, report }) {
    for (const { value, at } of stances.all) {
      if (value.tag !== 'corrected' || value.supersedes !== undefined) continue;
      if (value.withdrawn !== undefined) continue;
      report({
        at: within(at, 'tag'),
        absent: lacking(value, at, ['supersedes']),
        message: '`corrected` replaces nothing, expected `supersedes`',
        help: 'add `supersedes` with the id of the stance that it replaces; if the speaker now says something else, use `retracted` and declare the new words as a claim',
        data: { tag: value.tag },
      });
    }
  },
});
