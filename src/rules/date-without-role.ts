import { defineRule, lacking, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'date-without-role',
  severity: 'error',
  topics: ['dates'],
  summary: 'A date does not say what it is the date of.',
  why: 'The day of a leak, printed as the day of the talk, moves a conversation by years. In one report there may be a dozen dates and as many roles.',
  source: 'schema.org `datePublished`, `firstAppearance`; Wikidata qualifiers P585, P577, P813.',
  examples: () => [
    {
      title: 'a role, and the short form, which means the day of speaking',
      files: transcript`
        annotations:
          - {id: a1, target: u1, date: {role: event, of: the signing, edtf: 2021-05-03}}
          - {id: a2, target: u1, date: 2021-05-05}
        `,
    },
    {
      title: 'a date of something',
      files: transcript`
        annotations:
          - {id: a1, target: u1, date: {edtf: 2021-05-03}}
        `,
      findings: ['transcript.yaml:5:26 the date has no `role`'],
    },
  ],
  check({ entries, report }) {
    for (const { value, at } of entries.annotations) {
      if (value.date === undefined || value.date.role !== undefined) continue;
      const date = within(at, 'date');
      report({
        at: { ...date, part: 'key' },
        absent: lacking(value.date, date, ['role']),
        message: 'the date has no `role`',
        help: 'add `role`: said, event, first-public, resurfaced, stated, reported, valid, ...',
      });
    }
  },
});
