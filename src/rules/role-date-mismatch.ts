import { overlap } from '../core/dates/compare.ts';
import { parseDate } from '../core/dates/date.ts';
import type { Statement, Utterance } from '../core/model/model.ts';
import { type Entries, isStatement, type Located } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { saidOn } from './shared/said-on.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'role-date-mismatch',
  severity: 'error',
  topics: ['dates'],
  summary: 'A speaker held none of the listed offices on the day of the speech.',
  why: 'A wrong office is a printed correction. It also changes what was said: a president binds a state, a former one does not.',
  source: 'Wikidata P39 (position held), P580 and P582 (start and end time).',
  examples: () => [
    {
      title: 'an office of that day among others, and a role without a time',
      files: transcript`
        date: 2016-10-14
        parties:
          ann: {name: Ann Baker, roles: [{title: Clerk, valid: 2001/2012}, {title: Mayor, valid: 2012/..}]}
          bob: {name: Bob Carter, roles: [{title: Mayor, valid: 2004/2012}, {title: former mayor}]}
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
          - {id: u2, speaker: bob, text: Nobody else was there.}
        `,
    },
    {
      title: 'a term that ended before the talk',
      files: transcript`
        date: 2016-10-14
        parties:
          ann: {name: Ann Baker, roles: [{title: Mayor, valid: 2004/2012}]}
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
        `,
      findings: ['transcript.yaml:4:56 `ann` speaks on 2016-10-14, outside the time of every role'],
    },
  ],
  check({ project, entries, report }) {
    for (const [speech, date] of firstSpeeches(entries, project.transcript.value.date)) {
      const party = entries.parties.get(speech.value.speaker!);
      const said = saidOn(speech, project);
      const roles = party?.value.roles ?? [];
      if (party === undefined || said === undefined || roles.length === 0) continue;
      const terms = roles.map(({ valid }) => (valid === undefined ? undefined : parseDate(valid)));
      if (terms.some(term => term === undefined || overlap(term, said))) continue;
      report({
        at: within(party.at, 'roles', 0, 'valid'),
        message: `\`${speech.value.speaker}\` speaks on ${date}, outside the time of every role`,
        labels: [{ at: within(speech.at, 'speaker'), message: 'speaks here' }],
        help: 'correct `valid`, or add the role that was held then',
        data: { party: speech.value.speaker, said: date },
      });
    }
  },
});

/** One speech for every party and date, with the date as it is written. */
function firstSpeeches(
  entries: Entries,
  talkDate: string | undefined,
): Iterable<readonly [Located<Utterance | Statement>, string]> {
  const first = new Map<string, readonly [Located<Utterance | Statement>, string]>();
  for (const speech of entries.speeches) {
    const { speaker } = speech.value;
    const date = isStatement(speech) ? (speech.value as Statement).date : talkDate;
    if (speaker === undefined || date === undefined) continue;
    const key = `${speaker} ${date}`;
    if (!first.has(key)) first.set(key, [speech, date]);
  }
  return first.values();
}
