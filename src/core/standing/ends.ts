/**
 * Which annotations do not count at a date: withdrawn, superseded, or not yet made. A withdrawal and a superseding
 * act count from their own dates; those without a date count always.
 */
import { parseDate } from '../dates/date.ts';
import type { Day } from '../dates/day.ts';
import { compareText } from '../model/finding.ts';
import type { Annotation } from '../model/model.ts';
import type { End } from './act.ts';

/**
 * @param find the annotation that a `supersedes` names.
 * @param asOf EDTF, the date of the view: everything up to its last possible day counts; undefined for all there is.
 */
export function endsOf(
  annotations: readonly Annotation[],
  find: (id: string) => Annotation | undefined,
  asOf: string | undefined,
): Map<Annotation, End> {
  const today = asOf === undefined ? Infinity : (parseDate(asOf)?.latest ?? Infinity);
  // Where all that there is counts, no date need be read.
  const isDone = (date: string | undefined) => today === Infinity || earliest(date) <= today;
  const isWithdrawn = ({ withdrawn }: Annotation) => withdrawn !== undefined && isDone(withdrawn);

  const successors = new Map<Annotation, string[]>();
  for (const annotation of annotations) {
    // What replaced something stays its replacement when it is replaced in turn: the first does not come back.
    if (isWithdrawn(annotation) || !isDone(annotation.when)) continue;
    for (const id of annotation.supersedes ?? []) {
      const old = find(id);
      if (old !== undefined && old !== annotation)
        successors.set(old, [...(successors.get(old) ?? []), annotation.id]);
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
    else if (isWithdrawn(annotation))
      ends.set(annotation, { dead: 'withdrawn', why: `withdrawn on ${annotation.withdrawn}` });
    else if (by !== undefined)
      ends.set(annotation, { dead: 'superseded', why: `superseded by ${by.join(' and ')}` });
  }
  return ends;
}

/** First possible day; what has no known date has always been. */
function earliest(date: string | undefined): Day {
  return (date === undefined ? undefined : parseDate(date)?.earliest) ?? -Infinity;
}
