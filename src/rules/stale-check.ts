import type { DateBounds } from '../core/dates/bounds.ts';
import { parseDate } from '../core/dates/date.ts';
import { isoDay } from '../core/dates/day.ts';
import { documentsOf, type Project } from '../core/model/project.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

/** Standings that can still change by looking again. */
const OPEN: ReadonlySet<string> = new Set([
  'unreviewed',
  'unverified',
  'acknowledged',
  'disputed',
  'unsettled',
]);

export default defineRule({
  id: 'stale-check',
  severity: 'warning',
  topics: ['standings'],
  summary: 'A claim was last checked long before the latest work on the project, and is still open.',
  why: '"Nothing settles it" is true as of a day. A year later it may be a sentence that nobody has looked at since.',
  source: 'ClaimReview `datePublished`; IFCN code of principles, on corrections and updates.',
  options: {
    days: { default: 365, meaning: 'Days after which a check is too old.' },
    'as-of': {
      default: '',
      meaning:
        'The day to count from (EDTF); without it, the latest `checked`, `created` or `retrieved` of the project.',
    },
  },
  examples: () => [
    {
      title: 'a check of the same year, and an old one of a claim that was settled',
      files: transcript`
        sources: {minutes: {title: Minutes, retrieved: 2021-05-03}}
        utterances:
          - {id: u1, text: We signed on Monday.}
        claims:
          - {id: signed, text: The contract was signed., aspect: content, target: u1, checked: 2020-12}
          - {id: paid, text: It was paid., aspect: content, target: u1, checked: 2018-12-01}
        annotations:
          - {id: a1, target: paid, tag: confirmed, by: ann, when: 2018, wording: It was paid., sources: [minutes]}
        `,
    },
    {
      title: 'a check three years before the latest work',
      files: transcript`
        claims:
          - {id: signed, text: The contract was signed., aspect: content, target: u1, checked: 2018-05-03}
        annotations:
          - {id: a1, target: u1, comment: By phone., created: 2021-05-03}
        `,
      findings: [
        'transcript.yaml:5:88 last checked 2018-05-03, 1096 days before 2021-05-03, and still unverified',
      ],
    },
  ],
  async check({ project, entries, view, options, report }) {
    const checked = entries.claims.filter(
      ({ value }) => value.checked !== undefined && value.checkable !== false,
    );
    if (checked.length === 0) return;
    const today = options['as-of'] === '' ? latestWork(project) : parseDate(options['as-of'])?.latest;
    if (today === undefined || !Number.isFinite(today)) return;
    for (const { value, at } of checked) {
      const last = parseDate(value.checked!)?.latest;
      if (last === undefined || today - last <= options.days) continue;
      const { claims } = await view();
      const standings = claims.find(claim => claim.entry?.value === value)?.standings ?? [];
      const open = standings.find(({ name }) => OPEN.has(name));
      if (open === undefined) continue;
      report({
        at: within(at, 'checked'),
        message: `last checked ${value.checked}, ${today - last} days before ${isoDay(today)}, and still ${open.name}`,
        help: 'look again and write the new day, or add the stance that settles it',
        fingerprint: `last checked ${value.checked}, and still ${open.name}`,
        data: { checked: value.checked, days: today - last, standing: open.name },
      });
    }
  },
});

/** The last day on which somebody worked on the project, as far as the files say. */
function latestWork(project: Project): number | undefined {
  const dates: (string | undefined)[] = [];
  for (const { value } of documentsOf(project)) {
    for (const source of value.sources.values()) dates.push(source.retrieved);
    for (const claim of value.claims) dates.push(claim.checked);
    for (const annotation of value.annotations) dates.push(annotation.created, annotation.withdrawn);
  }
  const bounds = dates
    .map(date => (date === undefined ? undefined : parseDate(date)))
    .filter((date): date is DateBounds => date !== undefined && Number.isFinite(date.earliest));
  return bounds.length === 0
    ? undefined
    : bounds.reduce((max, date) => Math.max(max, date.earliest), -Infinity);
}
