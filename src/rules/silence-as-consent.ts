import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';
import { quoted, SILENT_TAGS, weakerActsOf } from './shared/weaker-acts.ts';

export default defineRule({
  id: 'silence-as-consent',
  severity: 'error',
  topics: ['stances'],
  looksFor: 'phrases',
  summary: 'A stance affirms or contests, and the words it rests on decline to say anything.',
  why: '"Did not deny" is not "confirmed", and "would not confirm" is not "disputed". Somebody who declines to answer has taken no side, and has often been advised not to.',
  source:
    'Newsroom usage of "declined to comment" and "did not respond"; silence never counts in a standing.',
  examples: () => [
    {
      title: 'silence under its own tag, and a denial by someone who then says no more',
      files: transcript`
        annotations:
          - {id: a1, target: transcript, tag: declined-to-comment, aspect: content, by: office, when: 2021, wording: No comment.}
          - {id: a2, target: transcript, tag: denied, aspect: content, by: office, when: 2021, wording: It is false. No comment beyond that.}
        `,
    },
    {
      title: 'not denying as confirming, and not confirming as disputing',
      files: transcript`
        annotations:
          - {id: a1, target: transcript, tag: confirmed, aspect: content, by: office, when: 2021, wording: We do not deny it.}
          - {id: a2, target: transcript, tag: disputed, aspect: date, by: office, when: 2021, wording: We cannot confirm that.}
        `,
      findings: [
        'transcript.yaml:5:39 `confirmed` rests on silence: "not deny"',
        'transcript.yaml:6:39 `disputed` rests on silence: "cannot confirm"',
      ],
    },
  ],
  check({ stances, environment, report }) {
    for (const { value, at } of stances.all) {
      const group = stances.groupOf(value);
      if (group !== 'affirming' && group !== 'contesting') continue;
      const found = weakerActsOf(environment.language.phrases).in(value);
      if (found.length === 0 || !found.every(({ tag }) => SILENT_TAGS.has(tag))) continue;
      report({
        at: within(at, 'tag'),
        message: `\`${value.tag}\` rests on silence: ${quoted(found)}`,
        help: `consider ${found.map(({ tag }) => `\`${tag}\``).join(' or ')}, which counts for neither side`,
        data: { tag: value.tag, better: found.map(({ tag }) => tag) },
      });
    }
  },
});
