import { UNKNOWN_DATE } from '../core/dates/date.ts';
import { finderOf } from '../core/language/phrases.ts';
import type { Annotation } from '../core/model/model.ts';
import { isStatement } from './context/entries.ts';
import { defineRule, within, wordsWithin } from './rule.ts';
import { saidOn } from './shared/said-on.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'unanchored-relative-date',
  severity: 'warning',
  topics: ['dates'],
  looksFor: 'phrases',
  summary: 'Words such as "last night" depend on a day that nobody states.',
  why: 'Once quoted, "last night" is counted from whatever day the reader has in mind: that of the report, of the leak, of the talk. It means something only with the day it counts from.',
  source: 'TimeML TIMEX3 `anchorTimeID`.',
  examples: () => [
    {
      title: 'words in a talk and a statement with a date, and words that a reading anchors',
      files: transcript`
        date: 2021-05-03
        utterances:
          - {id: u1, form: direct, text: We signed last night.}
        statements:
          - {id: s1, date: 2021-05-04, text: It became known last night.}
          - {id: s2, date: unknown, text: It became known last night.}
        annotations:
          - id: a1
            target: s2
            quote: last night
            date: {role: first-public, edtf: unknown, as-written: last night, relative-to: s2}
        `,
    },
    {
      title: 'a statement without a date, and a reading that names none',
      files: transcript`
        utterances:
          - {id: u1, text: We signed last night.}
        statements:
          - {id: s1, date: unknown, text: It became known last night.}
        annotations:
          - {id: a1, target: u1, date: {role: event, edtf: unknown, as-written: last night}}
        `,
      findings: [
        'transcript.yaml:5:51 `last night` counts from a day that is not stated',
        'transcript.yaml:7:73 `last night` counts from a day that is not stated',
      ],
    },
  ],
  check({ project, entries, annotationsOn, environment, report }) {
    const { relativeDates } = environment.language.phrases;
    const relative = finderOf(relativeDates);
    if (relative.isEmpty) return;
    let isTalkReported = false;
    for (const speech of entries.speeches) {
      const { value, at } = speech;
      // One of the talk is enough: all its words hang on the one day.
      const isOpen = isStatement(speech) || (value.form !== undefined && !isTalkReported);
      if (!isOpen || value.text === undefined || saidOn(speech, project) !== undefined) continue;
      for (const place of relative.find(value.text)) {
        if (annotationsOn.covers(value, place, isAnchor)) continue;
        report({
          at: wordsWithin(at, 'text', value.text, place),
          message: `\`${value.text.slice(place.start, place.end)}\` counts from a day that is not stated`,
          help: isStatement(speech)
            ? 'add an annotation with this `quote` and `date: {role, as-written, relative-to}`'
            : 'give the transcript its `date`, or the words an annotation with `date: {role, as-written, relative-to}`',
          data: { words: place.value },
        });
        isTalkReported ||= !isStatement(speech);
        break;
      }
    }
    for (const { value, at } of entries.annotations) {
      const written = value.date?.['as-written'];
      if (value.date === undefined || written === undefined || isAnchor(value) || !relative.has(written))
        continue;
      report({
        at: within(at, 'date', 'as-written'),
        message: `\`${written}\` counts from a day that is not stated`,
        help: 'add `relative-to` with the id of the entry it counts from',
        data: { words: written },
      });
    }
  },
});

/** Whether a date says what it hangs on, or what day it is. */
function isAnchor({ date }: Annotation): boolean {
  if (date === undefined) return false;
  return date['relative-to'] !== undefined || (date.edtf !== undefined && date.edtf !== UNKNOWN_DATE);
}
