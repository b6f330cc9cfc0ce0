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

export type Ends = ReturnType<typeof endsAmong>;

/**
 * How annotations end: of a long record few are asked for, and hardly any replaces another.
 *
 * @param annotations all of a project
 * @param find the annotation that a `supersedes` names
 */
export function endsAmong(
  annotations: Iterable<Annotation>,
  find: (id: string) => Annotation | undefined,
  { asOf, skipUndated }: Moment,
) {
  const successors = new Map<Annotation, string[]>();
  const today = asOf === undefined ? undefined : parseDate(asOf);
  for (const annotation of annotations) {
    const { supersedes } = annotation;
    if (supersedes === undefined) continue;
    // What replaced something stays its replacement when it is replaced in turn: the first does not come back.
    if (ownEnd(annotation) !== undefined) continue;
    for (const id of supersedes) {
      const old = find(id);
      if (old !== undefined && old !== annotation) append(successors, old, annotation.id);
    }
  }

  /** Undefined while it is live. */
  function of(annotation: Annotation): End | undefined {
    const own = ownEnd(annotation);
    if (own !== undefined) return own;
    const by = successors.get(annotation)?.toSorted(compareText);
    return by && { dead: 'superseded', why: `superseded by ${by.join(' and ')}` };
  }

  /** Whether an annotation was given up: nothing rests on it any more. What is not yet made was not. */
  function isGivenUp(annotation: Annotation): boolean {
    const dead = of(annotation)?.dead;
    return dead === 'withdrawn' || dead === 'superseded';
  }

  /** The end that no other annotation makes. */
  function ownEnd(annotation: Annotation): End | undefined {
    const { when, withdrawn } = annotation;
    if (!isDone(when)) return { dead: 'not-yet', why: `made on ${when}, after the date of the view` };
    if (skipUndated && isStance(annotation) && isUndated(annotation))
      return { dead: 'undated', why: 'its date is not known, and undated acts are skipped' };
    if (withdrawn !== undefined && isDone(withdrawn))
      return { dead: 'withdrawn', why: `withdrawn on ${withdrawn}` };
    return undefined;
  }

  /** Where all that there is counts, no date need be read. */
  function isDone(date: string | undefined): boolean {
    return today === undefined || hasBegun(date, today);
  }

  return { of, isGivenUp };
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
