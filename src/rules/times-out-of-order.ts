import type { Utterance } from '../core/model/model.ts';
import { formatTime } from '../core/model/time.ts';
import { UNKNOWN_PARTY } from '../core/model/vocabulary.ts';
import type { Located } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'times-out-of-order',
  severity: 'error',
  topics: ['transcription'],
  summary: 'An utterance ends before it starts, or starts before an earlier one of the same speaker.',
  why: 'Times lead back to the recording. If they run backwards, look for a cut, a wrong speaker or a typing error: a reader who listens hears other words than the quoted ones. People talk over each other, so overlap between speakers is not a fault.',
  source:
    'TEI `@start` and `@end` on `<u>`; CHAT media bullets, which must not run backwards within a speaker.',
  examples: () => [
    {
      title: 'two speakers at once',
      files: transcript`
        parties:
          ann: {name: Ann Baker}
          ben: {name: Ben Carter}
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday., start: 00:00:04.000, end: 00:00:09.000}
          - {id: u2, speaker: ben, text: No., start: 00:00:03.500, end: 00:00:04.200}
        `,
    },
    {
      title: 'an end before its start, and a speaker who goes back in time',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday., start: 00:00:09.000, end: 00:00:04.000}
          - {id: u2, speaker: ann, text: Nobody else was there., start: 00:00:05.000}
        `,
      findings: [
        'transcript.yaml:4:82 end 00:00:04.000 is before start 00:00:09.000',
        'transcript.yaml:5:65 start 00:00:05.000 is before 00:00:09.000, where an earlier utterance of `ann` starts',
      ],
    },
  ],
  check({ entries, report }) {
    const latestOf = new Map<string, { start: number; utterance: Located<Utterance> }>();
    for (const utterance of entries.utterances) {
      const { value, at } = utterance;
      const { speaker, start, end } = value;
      if (start === undefined) continue;
      if (end !== undefined && end < start) {
        report({
          at: within(at, 'end'),
          message: `end ${formatTime(end)} is before start ${formatTime(start)}`,
          labels: [{ at: within(at, 'start'), message: 'starts here' }],
          data: { start, end },
        });
      }
      if (speaker === undefined || speaker === UNKNOWN_PARTY) continue;
      const latest = latestOf.get(speaker);
      if (latest === undefined || start >= latest.start) {
        latestOf.set(speaker, { start, utterance });
        continue;
      }
      report({
        at: within(at, 'start'),
        message: `start ${formatTime(start)} is before ${formatTime(latest.start)}, where an earlier utterance of \`${speaker}\` starts`,
        labels: [{ at: within(latest.utterance.at, 'start'), message: 'the earlier utterance' }],
        help: 'put utterances in the order of their start, or correct the time',
        data: { start, after: latest.start, speaker },
      });
    }
  },
});
