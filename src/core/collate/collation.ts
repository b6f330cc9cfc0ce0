/**
 * Several transcripts of one talk (witnesses) side by side, word by word: where they differ, and which differences matter.
 */
import type { TranscriptWords } from '../language/transcript-words.ts';
import type { Transcript } from '../model/model.ts';
import { alignWitnesses, type Columns, orderByContent } from './columns.ts';
import { movedPassages } from './moved-passages.ts';
import { type PlaceAlarm, type PlaceAlarms, placeAlarms } from './place-alarms.ts';
import { isSameRow, type Place, placesOf } from './places.ts';
import { sameSpeakers } from './same-speakers.ts';

export interface CollatedPlace extends Place {
  readonly alarms: readonly PlaceAlarm[];
  /** Witnesses without the passage here have it in another place; the alarms tell how the two differ. */
  readonly isMoved?: boolean;
}

export interface Collation {
  readonly witnesses: readonly Transcript[];
  readonly columns: Columns;
  /** Every row belongs to one place. */
  readonly places: readonly CollatedPlace[];
  /** Number of rows in which all witnesses have the same word. */
  readonly same: number;
}

/** @param words the word lists of the talk's language, for numbers and alarms. */
export function collate(
  witnesses: readonly Transcript[],
  { lists, unlistedIn }: Pick<TranscriptWords, 'lists' | 'unlistedIn'>,
): Collation {
  const columns = alignWitnesses(witnesses, lists);
  const speakers = sameSpeakers(witnesses, columns);
  const alarms = placeAlarms(witnesses, columns, lists, orderByContent(witnesses), unlistedIn);
  const all = placesOf(witnesses, columns, speakers);
  const moved = movedPassages(all, columns);
  const places = withoutMoved(
    all.map((place): CollatedPlace => {
      const other = moved.get(place);
      if (other === undefined) return { ...place, alarms: alarms.of(place) };
      return { ...place, alarms: alarms.ofMoved(place, other), isMoved: true };
    }),
    alarms,
  );
  let same = 0;
  for (let row = 0; row < columns.length; row++) if (isSameRow(columns, row)) same++;
  return { witnesses, columns, places, same };
}

/** Most shared words between two places that may say one thing: "14 October" and "October 14". */
const MOST_BETWEEN = 3;

/** Joins neighbouring places if together they raise fewer alarms: then a date or a unit only changed its position. */
function withoutMoved(places: readonly CollatedPlace[], alarms: PlaceAlarms): CollatedPlace[] {
  const result: CollatedPlace[] = [];
  for (const place of places) {
    // A place has at least one row, so only the last few places can be joined.
    let last = result.length - 1;
    while (last > 0 && result.length - last <= MOST_BETWEEN && result[last]!.kind === 'same') last--;
    const before = result[last];
    const joint = before === undefined ? undefined : joined(before, place, alarms);
    if (joint === undefined) result.push(place);
    else result.splice(last, result.length, joint);
  }
  return result;
}

function joined(one: CollatedPlace, other: CollatedPlace, alarms: PlaceAlarms): CollatedPlace | undefined {
  const mayBeOne = [one, other].every(
    place => place.kind === 'words' && place.alarms.length > 0 && !place.isMoved,
  );
  if (!mayBeOne || other.start - one.end > MOST_BETWEEN) return undefined;
  const place: Place = {
    kind: 'words',
    start: one.start,
    end: other.end,
    spans: one.spans.map(({ start }, witness) => ({ start, end: other.spans[witness]!.end })),
  };
  const raised = alarms.of(place);
  return raised.length < one.alarms.length + other.alarms.length ? { ...place, alarms: raised } : undefined;
}
