/** The rows of a collation as consecutive places: where the witnesses say the same, and where they differ. */

import type { WordSpan } from '../anchor/candidate.ts';
import { getOrMake } from '../maps.ts';
import type { Id, Transcript } from '../model/model.ts';
import { type Columns, opensUtterance } from './columns.ts';
import { type SameSpeakers, speakerOf } from './same-speakers.ts';

/** A range of rows. Every row belongs to one place. */
export interface Place {
  /**
   * - `same`: all have the same words.
   * - `words`: they differ.
   * - `speaker`: two witnesses give the words to different people.
   */
  readonly kind: 'same' | 'words' | 'speaker';
  readonly start: number;
  readonly end: number;
  /** By witness, its words; an empty span tells where words would stand. */
  readonly spans: readonly WordSpan[];
}

/** Least number of rows after which the end of an utterance ends a place of kind `speaker`. */
const LEAST_BY_SPEAKER = 30;
const AGREED = '';

export function isSameRow({ tables, words }: Columns, row: number): boolean {
  const first = words[0]![row]!;
  if (first < 0) return false;
  const key = tables[0]!.keys[first]!;
  for (let witness = 1; witness < words.length; witness++) {
    const word = words[witness]![row]!;
    if (word < 0 || tables[witness]!.keys[word] !== key) return false;
  }
  return true;
}

/** Returns the places of all rows, in order. A place of kind `same` ends where an utterance of any witness ends. */
export function placesOf(
  witnesses: readonly Transcript[],
  columns: Columns,
  speakers: SameSpeakers,
): readonly Place[] {
  const { length, tables, words } = columns;
  const conflictAt = speakerConflicts(witnesses, columns, speakers);
  const places: Place[] = [];
  const next = new Int32Array(words.length);
  let start = 0;
  while (start < length) {
    const conflict = conflictAt(start);
    let end = start + 1;
    let kind: Place['kind'] = 'speaker';
    if (conflict !== AGREED) {
      while (end < length && !(end - start >= LEAST_BY_SPEAKER && opensAnywhere(end))) {
        const past = pastUnlike(end);
        if (past === length || conflictAt(past) !== conflict) break;
        end = past + 1;
      }
    } else {
      const isSame = isSameRow(columns, start);
      kind = isSame ? 'same' : 'words';
      while (
        end < length &&
        isSameRow(columns, end) === isSame &&
        !isParted(end) &&
        conflictAt(end) === AGREED &&
        !(isSame && opensAnywhere(end))
      )
        end++;
    }
    places.push({ kind, start, end, spans: words.map((_, witness) => spanOf(witness, start, end)) });
    start = end;
  }
  return places;

  function spanOf(witness: number, from: number, to: number): WordSpan {
    const first = next[witness]!;
    let last = first;
    for (let row = from; row < to; row++) if (words[witness]![row]! >= 0) last++;
    next[witness] = last;
    return { start: first, end: last };
  }

  /** Whether no witness has words both in this row and in the row before: a moved passage ends there. */
  function isParted(row: number): boolean {
    return words.every(column => column[row]! < 0 || column[row - 1]! < 0);
  }

  /** Returns the first row from here on that all witnesses share, or for which two name different speakers. */
  function pastUnlike(row: number): number {
    let past = row;
    while (past < length && !isSameRow(columns, past) && conflictAt(past) === AGREED) past++;
    return past;
  }

  function opensAnywhere(row: number): boolean {
    return words.some((column, witness) => {
      const word = column[row]!;
      return word >= 0 && opensUtterance(tables[witness]!, word);
    });
  }
}

/**
 * Returns, for each row, whom the witnesses give its words to, as one text, if two of them name different people; else an
 * empty text.
 */
function speakerConflicts(
  witnesses: readonly Transcript[],
  { tables, words }: Columns,
  speakers: SameSpeakers,
): (row: number) => string {
  const known = new Map<string, string>();
  return row => {
    const named = words.map((column, witness) => {
      const word = column[row]!;
      return word < 0 ? undefined : speakerOf(witnesses[witness]!, tables[witness]!.utteranceOf[word]!);
    });
    if (named.filter(speaker => speaker !== undefined).length < 2) return AGREED;
    const key = named.map(speaker => speaker ?? '').join('\u0000');
    return getOrMake(known, key, () => (haveConflict(named, speakers) ? key : AGREED));
  };
}

function haveConflict(named: readonly (Id | undefined)[], speakers: SameSpeakers): boolean {
  return named.some((one, witness) =>
    named.some(
      (other, index) =>
        index > witness &&
        one !== undefined &&
        other !== undefined &&
        speakers.areContrary(witness, one, index, other),
    ),
  );
}
