/**
 * A timeline as one JSON value, `onrecord/timeline@1`. Days are `YYYY-MM-DD` in the proleptic Gregorian calendar; a date
 * without a day lacks it, and an open end is null.
 */
import { isoDay } from '../../core/dates/day.ts';
import type { PlacedDate } from '../../core/timeline/timeline.ts';
import { jsonDocument } from '../escape/json.ts';
import { annotationRecord } from '../view/records.ts';
import { summaryOf } from '../view/timeline/summary.ts';
import {
  bodyOf,
  certaintyOf,
  dayOfEntry,
  idOf,
  inferredOf,
  ofWords,
  relativeTo,
  writtenOf,
} from '../view/timeline/words.ts';
import type { TimelinePrinter } from './report.ts';

export const printTimelineJson: TimelinePrinter = ({ timeline }) => {
  const { views, dates, asOf } = timeline;
  const isOne = views.length === 1;
  return jsonDocument({
    schema: 'onrecord/timeline@1',
    'as-of': asOf,
    transcripts: views.map(({ project: { transcript } }) => ({
      file: transcript.file,
      title: transcript.value.title,
      date: transcript.value.date,
    })),
    dates: dates.map(date => dateRecord(date, isOne)),
    summary: summaryOf(timeline),
  });
};

function dateRecord(date: PlacedDate, isOne: boolean): unknown {
  const { origin, view, field, role, edtf, bounds, by, difference, isLater, ended, waits } = date;
  const day = (end: number) => (Number.isFinite(end) ? isoDay(end) : null);
  const relative = relativeTo(date);
  const body = bodyOf(date);
  return {
    edtf: edtf ?? null,
    role,
    of: ofWords(date, isOne),
    ...(bounds !== undefined && {
      earliest: day(bounds.earliest),
      latest: day(bounds.latest),
      uncertain: bounds.uncertain,
      approximate: bounds.approximate,
    }),
    'as-written': writtenOf(date),
    inferred: body === undefined ? undefined : inferredOf(date),
    'relative-to':
      relative === undefined ? undefined : { entry: relative, date: dayOfEntry(view, relative) ?? null },
    // The text in the file is not a date.
    ...(edtf !== undefined && bounds === undefined && { invalid: true }),
    ...certaintyOf(date),
    'said-by': by.kind,
    reading: by.kind === 'reading' ? (by.name ?? null) : undefined,
    // The entry, and the field of it in which the date stands.
    entry: { kind: origin.kind, id: idOf(date) ?? null, field },
    annotation: origin.kind === 'annotation' ? annotationRecord(origin.placed) : undefined,
    transcript: view.project.transcript.file,
    differs: difference && {
      on: difference.on,
      from: difference.from.map(other => idOf(other) ?? 'head'),
    },
    later: view.asOf === undefined ? undefined : isLater,
    ended,
    waits,
  };
}
