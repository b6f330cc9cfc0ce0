import { defineRule } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'unused-suppression',
  severity: 'warning',
  topics: ['allowances'],
  summary: 'A comment allows a finding that is no longer there.',
  why: 'An exception that outlives its cause waits for the next mistake on that line and hides it.',
  source: 'eslint `reportUnusedDisableDirectives`; ruff RUF100.',
  examples: () => [
    {
      title: 'a comment that allows something',
      also: ['missing-id'],
      files: transcript`
        utterances:
          # onrecord-disable-next-line missing-id -- ids come with the next import
          - {text: We signed on Monday.}
        `,
    },
    {
      title: 'a comment above an entry, which covers all its lines',
      also: ['bare-stance'],
      files: transcript`
        annotations:
          # onrecord-disable-next-line bare-stance -- known only from a phone call
          - id: a1
            target: u1
            tag: confirmed
        `,
    },
    {
      title: 'a comment beside an utterance that has an id by now',
      also: ['missing-id'],
      files: transcript`
        utterances:
          # onrecord-disable-next-line missing-id -- ids come with the next import
          - {id: u1, text: We signed on Monday.}
        `,
      findings: ['transcript.yaml:3:3 there is no finding of `missing-id` to allow here'],
    },
  ],
  check({ suppressions, environment, report }) {
    for (const { file, span, rules, reason, used } of suppressions.all) {
      const idle = rules.filter(rule => environment.rulesRun.has(rule) && !used.has(rule));
      // Without a reason it allows nothing, which `bad-suppression` reports.
      if (reason === undefined || idle.length === 0) continue;
      report({
        at: { file, path: [], span },
        message: `there is no finding of ${idle.map(rule => `\`${rule}\``).join(', ')} to allow here`,
        help: 'remove the comment, or put it above the line or the entry that has the finding',
        data: { rules: idle },
      });
    }
  },
});
