import { isSurelyBefore } from '../core/dates/compare.ts';
import { parseDate } from '../core/dates/date.ts';
import type { Place } from '../core/model/finding.ts';
import { documentsOf } from '../core/model/project.ts';
import type { Entries } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

/** Roles of dates that cannot lie before the talk, when they are dates of it as a whole. */
const AFTER_TALK: ReadonlySet<string | undefined> = new Set([
  'first-public',
  'resurfaced',
  'stated',
  'reported',
]);

export default defineRule({
  id: 'date-order',
  severity: 'error',
  topics: ['dates'],
  summary: 'Two dates are in an impossible order: a report before the talk, a stance before the words.',
  why: 'Nobody can confirm on Monday what was said on Tuesday. A reversed order means that a date is wrong or has the wrong role, and with it everything that was concluded from it.',
  source: 'PROV constraints on the order of events; EDTF bounds: only what is impossible is reported.',
  examples: () => [
    {
      title: 'the usual order, one day for all, and dates too vague to contradict each other',
      files: transcript`
        date: 2016-23
        sources:
          gazette: {title: Gazette, published: 2016-10, retrieved: 2016-10-14}
        utterances:
          - {id: u1, speaker: ann, source: gazette, text: We signed on Monday.}
        statements:
          - {id: s1, speaker: ann, date: 2016-10-14, source: gazette, text: I stand by it.}
        annotations:
          - {id: a1, target: u1, tag: asserted, aspect: content, by: ann, when: 2016}
        `,
    },
    {
      title: 'a report and a stance from before the talk, and a copy from before the report',
      files: transcript`
        date: 2016-10-14
        sources:
          gazette: {title: Gazette, published: 2016-09, retrieved: 2016-08-31}
        utterances:
          - {id: u1, speaker: ann, source: gazette, text: We signed on Monday.}
        annotations:
          - {id: a1, target: u1, tag: denied, aspect: content, by: ann, when: 2015}
          - {id: a2, target: u1, comment: By phone., created: 2021-05-03, withdrawn: 2020}
        `,
      findings: [
        'transcript.yaml:5:40 published 2016-09, before the talk of 2016-10-14',
        'transcript.yaml:5:60 retrieved 2016-08-31, before it was published 2016-09',
        'transcript.yaml:9:71 acted on 2015, before the talk of 2016-10-14',
        'transcript.yaml:10:78 withdrawn 2020, before it was made on 2021-05-03',
      ],
    },
  ],
  check({ project, entries, report }) {
    const { file, value: transcript } = project.transcript;
    const talk = dated(transcript.date, { file, path: ['date'] }, 'the talk of');
    const inOrder = (earlier: Dated | undefined, later: Dated | undefined) => {
      if (earlier === undefined || later === undefined || !isReversed(earlier, later)) return;
      report({
        at: later.at,
        message: `${later.said} ${later.text}, before ${earlier.said} ${earlier.text}`,
        labels: [{ at: earlier.at, message: 'this comes first' }],
        help: 'correct the date that is wrong, or give it its role',
        data: { earlier: earlier.text, later: later.text },
      });
    };

    const reporting = talk === undefined ? new Set() : reportsOfTalk(entries);
    for (const { file: inFile, value } of documentsOf(project)) {
      for (const [id, { published, retrieved }] of value.sources) {
        const at = { file: inFile, path: ['sources', id] };
        if (reporting.has(id)) inOrder(talk, dated(published, within(at, 'published'), 'published'));
        inOrder(
          dated(published, within(at, 'published'), 'it was published'),
          dated(retrieved, within(at, 'retrieved'), 'retrieved'),
        );
      }
      for (const [index, { date, source }] of value.statements.entries()) {
        const at = { file: inFile, path: ['statements', index, 'date'] };
        inOrder(talk, dated(date, at, 'stated'));
        const report = source === undefined ? undefined : entries.index.of('source', source);
        const published = report && {
          file: report.document.file,
          path: [...report.path, 'published'],
        };
        inOrder(
          dated(date, at, 'it was stated'),
          published && dated(report.value.published, published, 'published'),
        );
      }
    }
    for (const { value, at } of entries.annotations) {
      const { created, withdrawn, when, date, target } = value;
      if (withdrawn !== undefined)
        inOrder(
          dated(created, within(at, 'created'), 'it was made on'),
          dated(withdrawn, within(at, 'withdrawn'), 'withdrawn'),
        );
      if (talk === undefined) continue;
      if (when !== undefined && isOnTalk(target, entries))
        inOrder(talk, dated(when, within(at, 'when'), 'acted on'));
      if (AFTER_TALK.has(date?.role) && target.includes('transcript'))
        inOrder(talk, dated(date?.edtf, within(at, 'date', 'edtf'), `${date?.role}`));
    }
  },
});

interface Dated {
  readonly text: string;
  readonly at: Place;
  /** The event, in words that precede the date. */
  readonly said: string;
}

function dated(text: string | undefined, at: Place, said: string): Dated | undefined {
  return text === undefined ? undefined : { text, at, said };
}

function isReversed(earlier: Dated, later: Dated): boolean {
  const [first, second] = [parseDate(earlier.text), parseDate(later.text)];
  return first !== undefined && second !== undefined && isSurelyBefore(second, first);
}

/** Ids of sources that utterances are taken from: they cannot be older than the talk. */
function reportsOfTalk(entries: Entries): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { value } of entries.utterances) if (value.source !== undefined) ids.add(value.source);
  return ids;
}

/** Whether a stance is on words of the talk itself. */
function isOnTalk(target: readonly string[], entries: Entries): boolean {
  return entries.speechesOf(target).some(({ kind }) => kind === 'utterance');
}
