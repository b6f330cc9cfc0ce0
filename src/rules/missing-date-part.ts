import { defineRule, within } from './rule.ts';
import { insertFieldBefore } from './shared/insert-field.ts';
import { transcript } from './shared/transcript.ts';
import { partsOf, partsWritten } from './shared/written-dates.ts';

export default defineRule({
  id: 'missing-date-part',
  severity: 'warning',
  topics: ['dates'],
  looksFor: 'words',
  summary: 'A date has a part that the report does not write, and `inferred` does not name it.',
  why: '"December 7th" has no year. Whoever adds one has drawn a conclusion, which the next reader should see and be able to undo.',
  source: 'Wikidata P1932 (object named as); TEI `@evidence="conjecture"`.',
  examples: () => [
    {
      title: 'all parts written, a part that is said to be inferred, a season, and words that are not a date',
      files: transcript`
        annotations:
          - {id: a1, target: u1, date: {role: event, edtf: 2016-10-14, as-written: 'October 14, 2016'}}
          - {id: a2, target: u1, date: {role: event, edtf: 2020-12-07, as-written: December 7th, inferred: [year]}}
          - {id: a3, target: u1, date: {role: event, edtf: 2016-23, as-written: autumn of 2016}}
          - {id: a4, target: u1, date: {role: event, edtf: 2020-12-07, as-written: last night}}
        `,
    },
    {
      title: 'a year that nobody wrote',
      files: transcript`
        annotations:
          - {id: a1, target: u1, date: {role: event, edtf: 2020-12-07, as-written: December 7th}}
        `,
      findings: ['transcript.yaml:5:76 the year of 2020-12-07 is not written here, and not among `inferred`'],
    },
  ],
  check({ entries, environment, report }) {
    for (const { value, document, at } of entries.annotations) {
      const { edtf, 'as-written': written, inferred = [] } = value.date ?? {};
      if (value.date === undefined || edtf === undefined || written === undefined) continue;
      const parts = partsWritten(written, environment.language.words);
      const missing = partsOf(edtf).filter(part => !parts.has(part) && !inferred.includes(part));
      if (parts.size === 0 || missing.length === 0) continue;
      const isFixable = value.date.inferred === undefined;
      report({
        at: within(at, 'date', 'as-written'),
        message: `the ${missing.join(' and ')} of ${edtf} is not written here, and not among \`inferred\``,
        help: `add \`inferred: [${[...inferred, ...missing].join(', ')}]\`, and say in \`note\` from what`,
        ...(isFixable && {
          fix: {
            title: 'say that it is inferred',
            done: `wrote \`inferred: [${missing.join(', ')}]\``,
            file: document.file,
            edits: [
              insertFieldBefore(
                document,
                [...at.path, 'date'],
                'as-written',
                'inferred',
                `[${missing.join(', ')}]`,
              ),
            ],
          },
        }),
        data: { edtf, written, missing },
      });
    }
  },
});
