/** The words beside a place that all witnesses share, so that a reader knows where it is. */
import type { WordSpan } from '../anchor/candidate.ts';
import type { Collation } from './collation.ts';
import { isSameRow, type Place } from './places.ts';

/** Number of rows before and after a place. */
export interface Beside {
  readonly before: number;
  readonly behind: number;
}

/** Counts the rows beside a place that all witnesses share, up to `most`, within the utterances of the place. */
export function alikeBeside({ columns }: Collation, place: Place, most: number): Beside {
  const { length, tables } = columns;
  const isOneUtterance = (word: (span: WordSpan) => number, next: (span: WordSpan) => number) =>
    place.spans.every((span, witness) => {
      const { utteranceOf } = tables[witness]!;
      return utteranceOf[word(span)] === utteranceOf[next(span)];
    });
  let before = 0;
  while (
    before < most &&
    place.start - before > 0 &&
    isSameRow(columns, place.start - before - 1) &&
    isOneUtterance(
      ({ start, end }) => (start === end ? start - 1 : start),
      ({ start }) => start - before - 1,
    )
  )
    before++;
  let behind = 0;
  while (
    behind < most &&
    place.end + behind < length &&
    isSameRow(columns, place.end + behind) &&
    isOneUtterance(
      ({ start, end }) => (start === end ? end : end - 1),
      ({ end }) => end + behind,
    )
  )
    behind++;
  return { before, behind };
}
