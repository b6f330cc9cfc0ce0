/** Several transcripts of one talk (witnesses), word by word beside each other: where they differ, and what of it matters. */
import type { TranscriptWords } from '../language/transcript-words.ts';
import type { Transcript } from '../model/model.ts';
import { alignWitnesses, type Columns, orderByContent } from './columns.ts';
import { type PlaceAlarm, PlaceAlarms } from './place-alarms.ts';
import { isSameRow, type Place, placesOf } from './places.ts';
import { SameSpeakers } from './same-speakers.ts';

export interface CollatedPlace extends Place {
  readonly alarms: readonly PlaceAlarm[];
}

export interface Collation {
  readonly witnesses: readonly Transcript[];
  readonly columns: Columns;
  readonly speakers: SameSpeakers;
  /** Every row is in one of them. */
  readonly places: readonly CollatedPlace[];
  /** Rows in which all witnesses have the same word. */
  readonly same: number;
}

/** @param words those of the language of the talk, for numbers and alarms. */
export function collate(
  witnesses: readonly Transcript[],
  { lists, unlistedIn }: Pick<TranscriptWords, 'lists' | 'unlistedIn'>,
): Collation {
  const columns = alignWitnesses(witnesses, lists);
  const speakers = new SameSpeakers(witnesses, columns);
  const alarms = new PlaceAlarms(witnesses, columns, lists, orderByContent(witnesses), unlistedIn);
  const places = placesOf(witnesses, columns, speakers).map(place => ({
    ...place,
    alarms: alarms.of(place),
  }));
  let same = 0;
  for (let row = 0; row < columns.length; row++) if (isSameRow(columns, row)) same++;
  return { witnesses, columns, speakers, places, same };
}
