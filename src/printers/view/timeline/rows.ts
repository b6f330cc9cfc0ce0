/** Dates that say the same of the same thing, as one row with all who say so. */
import { groupBy } from '../../../core/maps.ts';
import type { PlacedDate, Timeline } from '../../../core/timeline/timeline.ts';
import { certaintyOf, dateWords, hangsOn, ofWords, voiceWords, writtenOf } from './words.ts';

export interface TimelineRow {
  readonly dates: readonly [PlacedDate, ...PlacedDate[]];
  readonly date: string;
  readonly role: string;
  readonly of: string;
  /** For a date without a day, what it depends on. */
  readonly note: string | undefined;
  /** "head, Second reader". */
  readonly who: string;
  /** The same with how sure each is: "head; Second reader, high". */
  readonly whoIsHowSure: string;
  /** How sure they are, where any of them says so: "high". */
  readonly howSure: readonly string[];
  /** The words of the source, where they add anything to the note. */
  readonly written: readonly string[];
  /** Its file, if there are several. */
  readonly file: string | undefined;
}

/** @param about precedes a day that is partly inferred */
export function rowsOf({ dates, views }: Timeline, about: string): TimelineRow[] {
  const isOne = views.length === 1;
  const words = (date: PlacedDate) => ({
    date: dateWords(date, about),
    role: date.role,
    of: ofWords(date, isOne),
    note: date.bounds === undefined ? hangsOn(date) : undefined,
    file: isOne ? undefined : date.view.project.transcript.file,
  });
  const rows = groupBy(dates, date => {
    const { difference, ended, waits, edtf } = date;
    return JSON.stringify([words(date), edtf, difference?.on, ended, waits]);
  });
  return Array.from(rows.values(), same => {
    const all = same as [PlacedDate, ...PlacedDate[]];
    const written = all.flatMap(date => (date.bounds === undefined ? [] : (writtenOf(date) ?? [])));
    const sure = all.map(date => [voiceWords(date), ...certaintyWords(date)].join(', '));
    return {
      ...words(all[0]),
      dates: all,
      who: [...new Set(all.map(voiceWords))].join(', '),
      whoIsHowSure: [...new Set(sure)].join('; '),
      howSure: [...new Set(all.flatMap(certaintyWords))],
      written: [...new Set(written)].map(text => `"${text}"`),
    };
  });
}

export function isDated({ dates: [date] }: TimelineRow): boolean {
  return date.bounds !== undefined;
}

function certaintyWords(date: PlacedDate): string[] {
  const { certainty } = certaintyOf(date);
  return certainty === undefined ? [] : [certainty === 'unknown' ? 'certainty unknown' : certainty];
}
