/** Passages that witnesses have in different places, so that each seems to lack what the other has. */
import { countUp } from '../maps.ts';
import type { Columns } from './columns.ts';
import type { Place } from './places.ts';

/** Shorter passages may be said twice by chance. */
const LEAST_WORDS = 8;
/** Share of the longer passage's words that the other must have. */
const LEAST_SHARE = 0.8;
/** All are compared with all: of more, only the longest. */
const MOST_COMPARED = 500;

interface Passage {
  readonly place: Place;
  /** Of the witnesses that have the passage; all of these have the same words. */
  readonly keys: Int32Array;
  /** One character for each witness: whether it has the passage here; and the opposite. */
  readonly having: string;
  readonly lacking: string;
}

export function movedPassages(places: readonly Place[], columns: Columns): ReadonlyMap<Place, Place> {
  const passages = places
    .flatMap(place => passageAt(place, columns) ?? [])
    .toSorted((one, other) => other.keys.length - one.keys.length)
    .slice(0, MOST_COMPARED);
  const moved = new Map<Place, Place>();
  for (const [index, one] of passages.entries()) {
    if (moved.has(one.place)) continue;
    const counts = countsOf(one.keys);
    for (const other of passages.slice(index + 1)) {
      if (other.keys.length < LEAST_SHARE * one.keys.length) break;
      if (other.having !== one.lacking || moved.has(other.place)) continue;
      if (sharedBy(counts, other.keys) < LEAST_SHARE * one.keys.length) continue;
      moved.set(one.place, other.place).set(other.place, one.place);
      break;
    }
  }
  return moved;
}

/** Undefined if all witnesses have words here, or if those with words differ or have too few. */
function passageAt(place: Place, { tables }: Columns): Passage | undefined {
  if (place.kind !== 'words') return undefined;
  const words = place.spans.map(({ start, end }, witness) => tables[witness]!.keys.subarray(start, end));
  const has = words.map(({ length }) => length > 0);
  const keys = words[has.indexOf(true)];
  if (keys === undefined || keys.length < LEAST_WORDS || has.every(Boolean)) return undefined;
  const text = keys.join();
  if (words.some((own, witness) => has[witness] && own.join() !== text)) return undefined;
  const letters = (wanted: boolean) => has.map(one => (one === wanted ? 'x' : '-')).join('');
  return { place, keys, having: letters(true), lacking: letters(false) };
}

function countsOf(keys: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const key of keys) countUp(counts, key);
  return counts;
}

/** Counts the words that are among those counted, each at most as often as there. */
function sharedBy(counts: ReadonlyMap<number, number>, keys: Int32Array): number {
  let shared = 0;
  for (const [key, count] of countsOf(keys)) shared += Math.min(count, counts.get(key) ?? 0);
  return shared;
}
