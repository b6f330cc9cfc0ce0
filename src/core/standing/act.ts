/** A stance as a step in time: who did it, when, and whether it still stands at the date of the view. */
import type { DateBounds } from '../dates/bounds.ts';
import { parseDate } from '../dates/date.ts';
import type { Annotation } from '../model/model.ts';
import type { PlacedAnnotation } from '../model/view.ts';
import type { Aspect } from '../model/vocabulary.ts';

export interface Act {
  readonly placed: PlacedAnnotation;
  readonly annotation: Annotation;
  /** When the party did it; undefined where no date is known. */
  readonly when: DateBounds | undefined;
  /** Why it is not live; undefined while it is. */
  readonly end: End | undefined;
}

/** How an annotation ceased to count, or has not begun to. */
export interface End {
  readonly dead: 'withdrawn' | 'superseded' | 'not-yet';
  /** One sentence. */
  readonly why: string;
}

export function actOf(placed: PlacedAnnotation, end: End | undefined): Act {
  const { annotation } = placed;
  const when = annotation.when === undefined ? undefined : parseDate(annotation.when);
  return { placed, annotation, when, end };
}

/** What a stance is weighed against: a declared claim, or the one that it implies. */
export interface Question {
  readonly aspect: Aspect | undefined;
  readonly checkable: boolean;
  /** Someone has looked whether anything settles it. */
  readonly checked: string | undefined;
  /** Ids of the parties whose words the claim is in. */
  readonly speakers: ReadonlySet<string>;
}
