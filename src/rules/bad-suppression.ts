import { closest } from '../core/text/closest.ts';
import { defineRule } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'bad-suppression',
  severity: 'error',
  topics: ['allowances'],
  summary: 'A comment that allows a finding names no rule, an unknown one, or no reason.',
  why: 'Every exception is a decision that somebody has to answer for. Without a reason the next reader cannot tell a considered exception from an alarm that was switched off.',
  source: 'eslint `require-description`; Wikipedia: dispute tags need a rationale.',
  examples: () => [
    {
      title: 'a rule and a reason, and the same words in a transcript',
      files: transcript`
        utterances:
          # onrecord-disable-next-line no-speaker -- the tape has only one voice
          - {id: u1, text: We signed on Monday.}
          - id: u2
            speaker: unknown
            text: |
              # onrecord-disable-next-line
              was all that stood there.
        `,
    },
    {
      title: 'no reason, no such rule, and no rule at all',
      files: transcript`
        utterances:
          # onrecord-disable-next-line no-speaker
          - {id: u1, text: We signed on Monday.}
          - {id: u2, text: By phone.} # onrecord-disable-line no-speeker -- one voice
          # onrecord-disable-next-line -- everything is fine
          - {id: u3, text: At noon.}
        `,
      findings: [
        'transcript.yaml:3:3 no reason is given, expected `-- REASON`',
        'transcript.yaml:5:31 there is no rule `no-speeker`',
        'transcript.yaml:6:3 no rule is named',
      ],
    },
  ],
  check({ suppressions, environment, report }) {
    for (const { file, span, rules, reason } of suppressions.all) {
      const at = { file, path: [], span };
      const unknown = rules.find(rule => !environment.ruleIds.has(rule));
      const form = '`# onrecord-disable-next-line RULE -- REASON`';
      if (rules.length === 0) report({ at, message: 'no rule is named', help: `write ${form}` });
      else if (unknown !== undefined) {
        const meant = closest(unknown, [...environment.ruleIds]);
        report({
          at,
          message: `there is no rule \`${unknown}\``,
          ...(meant !== undefined && { help: `did you mean \`${meant}\`?` }),
        });
      } else if (reason === undefined)
        report({ at, message: 'no reason is given, expected `-- REASON`', help: `write ${form}` });
    }
  },
});
