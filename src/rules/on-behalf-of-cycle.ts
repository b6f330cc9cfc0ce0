import type { Id } from '../core/model/model.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'on-behalf-of-cycle',
  severity: 'error',
  topics: ['attribution'],
  summary: 'A party acts on behalf of itself, directly or by way of others.',
  why: "A principal's later word replaces that of its office, never the other way. If each speaks for the other, nobody can say whose word is the last.",
  source: 'PROV actedOnBehalfOf, which is a delegation from one agent to another.',
  examples: () => [
    {
      title: 'a spokesman of an office, and two offices of one principal',
      files: transcript`
        parties:
          ann: {name: Ann}
          office: {name: Office of Ann, on-behalf-of: ann}
          lawyers: {name: Lawyers of Ann, on-behalf-of: ann}
          spokesman: {name: Spokesman, on-behalf-of: office}
        `,
    },
    {
      title:
        'an office that speaks for itself, three that speak for each other, and one that speaks for them',
      files: transcript`
        parties:
          ann: {name: Ann, on-behalf-of: ann}
          office: {name: Office, on-behalf-of: lawyers}
          lawyers: {name: Lawyers, on-behalf-of: spokesman}
          spokesman: {name: Spokesman, on-behalf-of: office}
          driver: {name: Driver, on-behalf-of: office}
        `,
      findings: [
        'transcript.yaml:3:34 `ann` acts on behalf of itself',
        'transcript.yaml:4:40 `office` acts on behalf of itself, by way of `lawyers`, `spokesman`',
      ],
    },
  ],
  check({ entries, sides, report }) {
    const reported = new Set<Id>();
    for (const [id, { at }] of entries.parties) {
      const cycle = reported.has(id) ? undefined : sides.cycleFrom(id);
      if (cycle === undefined) continue;
      for (const party of cycle) reported.add(party);
      const way = cycle.slice(1).map(party => `\`${party}\``);
      report({
        at: within(at, 'on-behalf-of'),
        message: `\`${id}\` acts on behalf of itself${way.length === 0 ? '' : `, by way of ${way.join(', ')}`}`,
        help: 'remove the link that is wrong: an office names the party for which it speaks, that party does not name its office',
        data: { cycle },
      });
    }
  },
});
