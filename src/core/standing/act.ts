/** A stance as a step in time: who did it, when, and whether it still stands at the date of the view. */

import type { DateBounds } from '../dates/bounds.ts';
import { parseDate } from '../dates/date.ts';
import type { Annotation, Id } from '../model/model.ts';
import type { PlacedAnnotation } from '../model/view.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';

export interface Act {
  readonly placed: PlacedAnnotation;
  readonly annotation: Annotation;
  /** The party whose act it is; undefined where no one is named. */
  readonly party: Id | undefined;
  /** When the party did it; undefined where no date is known. */
  readonly when: DateBounds | undefined;
  /** Why it is not live; undefined while it is. */
  readonly end: End | undefined;
}

/** How an annotation ceased to count, or has not begun to. */
export interface End {
  readonly dead: 'withdrawn' | 'superseded' | 'not-yet' | 'undated';
  /** One sentence. */
  readonly why: string;
}

export function actOf(placed: PlacedAnnotation, end: End | undefined): Act {
  const { annotation } = placed;
  const when = annotation.when === undefined ? undefined : parseDate(annotation.when);
  return { placed, annotation, party: partyIn(annotation), when, end };
}

/** The party of an act. `by: unknown` names no one: two such acts need not be of one party. */
export function partyIn({ by }: Annotation): Id | undefined {
  return by === UNKNOWN_PARTY ? undefined : by;
}
