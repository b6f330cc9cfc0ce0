/**
 * Which annotations do not count at a date: withdrawn, superseded, or not yet made. A withdrawal and a superseding
 * act count from their own dates; those without a date count always.
 */
import type { DateBounds } from '../dates/bounds.ts';
import { hasBegunBy } from '../dates/compare.ts';
import { parseDate } from '../dates/date.ts';
import { append } from '../maps.ts';
import { compareText } from '../model/finding.ts';
import { type Annotation, isStance } from '../model/model.ts';
import type { End } from './act.ts';

export interface Moment {
  /** EDTF, the date of the view: everything up to its last possible day counts; undefined for all there is. */
  readonly asOf: string | undefined;
  /** Stances whose date no source states do not count. */
  readonly skipUndated: boolean;
}

/** @param find the annotation that a `supersedes` names. */
export function endsOf(
  annotations: readonly Annotation[],
  find: (id: string) => Annotation | undefined,
  { asOf, skipUndated }: Moment,
): Map<Annotation, End> {
  const today = asOf === undefined ? undefined : parseDate(asOf);
  // Where all that there is counts, no date need be read.
  const isDone = (date: string | undefined) => today === undefined || hasBegun(date, today);
  const isWithdrawn = ({ withdrawn }: Annotation) => withdrawn !== undefined && isDone(withdrawn);
  const isSkipped = (annotation: Annotation) => skipUndated && isStance(annotation) && isUndated(annotation);

  const successors = new Map<Annotation, string[]>();
  for (const annotation of annotations) {
    const { supersedes } = annotation;
    if (supersedes === undefined) continue;
    // What replaced something stays its replacement when it is replaced in turn: the first does not come back.
    if (isWithdrawn(annotation) || !isDone(annotation.when) || isSkipped(annotation)) continue;
    for (const id of supersedes) {
      const old = find(id);
      if (old !== undefined && old !== annotation) append(successors, old, annotation.id);
    }
  }

  const ends = new Map<Annotation, End>();
  for (const annotation of annotations) {
    const by = successors.get(annotation)?.sort(compareText);
    if (!isDone(annotation.when))
      ends.set(annotation, {
        dead: 'not-yet',
        why: `made on ${annotation.when}, after the date of the view`,
      });
    else if (isSkipped(annotation))
      ends.set(annotation, { dead: 'undated', why: 'its date is not known, and undated acts are skipped' });
    else if (isWithdrawn(annotation))
      ends.set(annotation, { dead: 'withdrawn', why: `withdrawn on ${annotation.withdrawn}` });
    else if (by !== undefined)
      ends.set(annotation, { dead: 'superseded', why: `superseded by ${by.join(' and ')}` });
  }
  return ends;
}

/** Whether no source states when the party did it. */
export function isUndated({ when }: Annotation): boolean {
  return when === undefined || parseDate(when) === undefined;
}

/** From its first possible day; what has no known date has always been. */
function hasBegun(date: string | undefined, today: DateBounds): boolean {
  const bounds = date === undefined ? undefined : parseDate(date);
  return bounds === undefined || hasBegunBy(bounds, today);
}
