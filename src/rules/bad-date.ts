import type { MonthNames } from '../core/dates/advice.ts';
import { isDate, UNKNOWN_DATE } from '../core/dates/date.ts';
import { datesOf, visitDates } from '../core/dates/dates-of.ts';
import { documentsOf } from '../core/model/project.ts';
import { defineRule, type Report } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'bad-date',
  severity: 'error',
  topics: ['dates'],
  summary: 'A date is not EDTF, or is not a day of the calendar.',
  why: 'Order of events is an argument: said before it was denied, public before it was confirmed. A date that only people can read cannot be compared, and 03/04 is two days.',
  source: 'EDTF (ISO 8601-2:2019), levels 0 to 2.',
  examples: () => [
    {
      title: 'a doubtful month, an open interval, a season, and a day that no source states',
      files: transcript`
        date: 2016-10?
        parties:
          ann: {name: Ann Baker, roles: [{title: Mayor, valid: 2012-05-01/..}]}
        sources:
          gazette: {title: Gazette, published: 2016-23}
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
        statements:
          - {id: s1, speaker: ann, date: unknown, text: I stand by it.}
        `,
    },
    {
      title: 'a local way of writing, a day that does not exist, and a note without a date',
      files: transcript`
        date: 14.10.2016
        sources:
          gazette: {title: Gazette, published: 2016-02-30}
        annotations:
          - {id: a1, target: u1, comment: Not on tape., created: unknown}
        `,
      findings: [
        'transcript.yaml:2:7 `14.10.2016` is not a date in EDTF: write 2016-10-14',
        'transcript.yaml:4:40 `2016-02-30` is not a date in EDTF: 2016-02 has only 29 days',
        'transcript.yaml:8:58 `unknown` is not allowed here, expected a date in EDTF',
      ],
    },
    {
      title: 'a day that can be read in two ways, a month that there is not, and a date in words',
      files: transcript`
        date: 03/02/2026
        language: en
        sources:
          gazette: {title: Gazette, published: 2026-13-02, retrieved: 4 March 2026}
        `,
      findings: [
        'transcript.yaml:2:7 `03/02/2026` is not a date in EDTF: write 2026-03-02 or 2026-02-03',
        'transcript.yaml:5:40 `2026-13-02` is not a date in EDTF: there is no month 13',
        'transcript.yaml:5:63 `4 March 2026` is not a date in EDTF: write 2026-03-04',
      ],
    },
  ],
  async check({ project, environment, report }) {
    // Most dates are the few days on which somebody worked on it.
    const valid = new Set<string>();
    const isSound = (text: string, mayBeUnknown: boolean) => {
      if (text === UNKNOWN_DATE) return mayBeUnknown;
      if (!valid.has(text) && isDate(text)) valid.add(text);
      return valid.has(text);
    };
    for (const { file, value } of documentsOf(project)) {
      let isAllSound = true;
      visitDates(value, (text, mayBeUnknown) => {
        isAllSound &&= isSound(text, mayBeUnknown);
      });
      if (isAllSound) continue;
      for (const { text, path, mayBeUnknown } of datesOf(value)) {
        if (isSound(text, mayBeUnknown)) continue;
        report({ at: { file, path }, ...(await faultOf(text, environment.language.words.months)) });
      }
    }
  },
});

async function faultOf(text: string, months: MonthNames): Promise<Pick<Report, 'message' | 'help' | 'data'>> {
  if (text === UNKNOWN_DATE)
    return {
      message: '`unknown` is not allowed here, expected a date in EDTF',
      help: 'leave the field out if the date is not known',
      data: { date: text },
    };
  const { adviceInWords, adviseOn } = await import('../core/dates/advice.ts');
  const advice = adviseOn(text, months);
  const words = adviceInWords(advice);
  return {
    message: `\`${text}\` is not a date in EDTF${words === undefined ? '' : `: ${words}`}`,
    help: 'EDTF: 2016-10-14, 2016-10, 2016-23 (autumn), 2016-10-14/2016-10-16, with `?` for doubt and `~` for an estimate',
    data: { date: text, instead: advice.instead },
  };
}
