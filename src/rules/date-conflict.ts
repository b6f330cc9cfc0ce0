import { overlap } from '../core/dates/compare.ts';
import { parseDate } from '../core/dates/date.ts';
import { namesTalk } from '../core/timeline/names-talk.ts';
import { defineRule, within } from './rule.ts';
import { talkDate } from './shared/said-on.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'date-conflict',
  severity: 'warning',
  topics: ['dates'],
  summary: 'A reading gives the talk a day that contradicts the transcript’s, without saying so.',
  why: 'Two reports put one meeting on the 14th and the 16th. One of them is wrong, and until it is known which, the record should show both as a question and not as two facts.',
  source: 'EDTF bounds, with seasons as people mean them; OpenSanctions keeps every statement of a date.',
  examples: () => [
    {
      title: 'a season that holds the day, a day that is a question, and the day of something else',
      files: transcript`
        date: 2016-10-14
        annotations:
          - {id: a1, target: transcript, date: 2016-23}
          - {id: a2, target: transcript, date: 2016-10-16, alternatives: [2016-10-14]}
          - {id: a3, target: u1, date: {role: event, edtf: 2016-10-10}}
          - {id: a4, target: u1, date: {edtf: 2016-10-10, of: the talk before}}
          - {id: a5, target: u1, date: 2016-10-10, withdrawn: 2026-01-02}
        `,
    },
    {
      title: 'another day',
      files: transcript`
        date: 2016-10-14
        annotations:
          - {id: a1, target: u1, date: 2016-10-16}
        `,
      findings: ['transcript.yaml:6:32 said on 2016-10-16 here, on 2016-10-14 by the transcript'],
    },
    {
      title: 'another day of the talk, on words that are not of it',
      files: transcript`
        date: 2016-10-14
        statements:
          - {id: s1, speaker: office, text: We met on the sixteenth.}
        annotations:
          - {id: a1, target: s1, date: {edtf: 2016-10-16, of: The Talk}}
        `,
      findings: ['transcript.yaml:8:39 said on 2016-10-16 here, on 2016-10-14 by the transcript'],
    },
  ],
  check({ project, entries, anchors, report }) {
    const { date, title } = project.transcript.value;
    const talk = talkDate(project);
    if (talk === undefined) return;
    for (const { value, at } of entries.annotations) {
      const { role = 'said', edtf, of } = value.date ?? {};
      if (role !== 'said' || edtf === undefined || value.alternatives !== undefined) continue;
      if (anchors.isEnded(value) || anchors.stateOf(value).state === 'waits') continue;
      // Nothing but the talk can be said of the whole transcript, whatever `of` calls it.
      const isOfTalk =
        of === undefined || value.target.includes('transcript')
          ? value.target.every(
              id => id === 'transcript' || entries.speechesOf([id]).some(({ kind }) => kind === 'utterance'),
            )
          : namesTalk(of, title);
      const other = isOfTalk ? parseDate(edtf) : undefined;
      if (other === undefined || overlap(other, talk)) continue;
      report({
        at: within(at, 'date', 'edtf'),
        message: `said on ${edtf} here, on ${date} by the transcript`,
        labels: [{ at: { file: project.transcript.file, path: ['date'] }, message: 'the transcript’s date' }],
        help: 'give the other day under `alternatives`, and in `note` who has which',
        data: { date: edtf, transcript: date },
      });
    }
  },
});
