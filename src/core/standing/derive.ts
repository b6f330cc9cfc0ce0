/** What the live stances on one claim add up to, in one reading. A standing is derived, never typed. */
import { parseDate } from '../dates/date.ts';
import type { Reading, Standing, WeighedStance } from '../model/view.ts';
import type { StandingName } from '../model/vocabulary.ts';
import type { Act, Question } from './act.ts';
import { listed, type NameOf, partyOf } from './names.ts';
import { weigh } from './weigh.ts';

/** The affirming tags that make a standing, the strongest first. */
const STRONGEST_FIRST = ['confirmed', 'corroborated', 'acknowledged'] as const;

/**
 * The standing of a claim in one reading.
 *
 * @param acts the stances on it in that reading, live or not.
 * @param asOf EDTF date of the view; `checked` counts from its own date, too.
 */
export function deriveStanding(
  acts: readonly Act[],
  question: Question,
  reading: Reading,
  nameOf: NameOf,
  asOf?: string,
): Standing {
  const weighed = weigh(acts, question, nameOf);
  const stances = weighed.map(({ stance }) => stance);
  const remarks = weighed.map(({ remark }) => remark).filter(remark => remark !== undefined);
  return { reading, stances, remarks: [...new Set(remarks)], ...decide(stances, question, nameOf, asOf) };
}

type Decision = Pick<Standing, 'name' | 'because'>;

function decide(
  stances: readonly WeighedStance[],
  question: Question,
  nameOf: NameOf,
  asOf: string | undefined,
): Decision {
  if (!question.checkable) return decided('not-checkable', 'the claim is marked as not checkable');
  const counting = (counts: WeighedStance['counts']) => stances.filter(stance => stance.counts === counts);
  const parties = (some: readonly WeighedStance[]) =>
    listed(some.map(({ stance }) => partyOf(stance.annotation, nameOf)));

  const retracting = counting('retracts');
  const affirming = counting('affirms');
  const contesting = counting('contests');
  if (retracting.length > 0)
    return decided('retracted', `its own speaker, ${parties(retracting)}, retracted it`);
  if (affirming.length > 0 && contesting.length > 0)
    return decided('disputed', `affirmed by ${parties(affirming)} and contested by ${parties(contesting)}`);
  if (contesting.length > 0)
    return contesting.every(isFlatDenial)
      ? decided('denied', `only contested, by ${parties(contesting)}, by flat denials alone`)
      : decided('disputed', `only contested, by ${parties(contesting)}, and not by flat denials alone`);
  for (const tag of STRONGEST_FIRST) {
    const strongest = affirming.filter(({ stance }) => stance.annotation.tag === tag);
    if (strongest.length > 0)
      return decided(tag, `only affirmed, and the strongest act is ${tag}, by ${parties(strongest)}`);
  }
  return withoutSupport(stances, question, asOf);
}

/** Nothing affirms or contests it: what matters is whether anyone has looked. */
function withoutSupport(
  stances: readonly WeighedStance[],
  { checked }: Question,
  asOf: string | undefined,
): Decision {
  if (checked !== undefined && isReached(checked, asOf))
    return decided('unverified', `checked on ${checked}, and no stance settles it`);
  if (stances.some(isReview))
    return decided('unverified', 'there are stances on it, and none of them counts');
  return stances.length > 0
    ? decided('unreviewed', 'it is only asserted, and nobody has checked it')
    : decided('unreviewed', 'nobody has checked it or taken a stance on it');
}

function decided(name: StandingName, because: string): Decision {
  return { name, because };
}

/** A party of its own, in its own words. */
function isFlatDenial({ stance }: WeighedStance): boolean {
  const { tag, by, characterised } = stance.annotation;
  return tag === 'denied' && by !== undefined && characterised !== true;
}

/**
 * Stating a claim is not looking into it; every other stance is, also one that was given up later: a claim that was
 * looked into never becomes unreviewed again.
 */
function isReview({ stance }: WeighedStance): boolean {
  return stance.annotation.tag !== 'asserted' && stance.dead !== 'not-yet';
}

function isReached(date: string, asOf: string | undefined): boolean {
  if (asOf === undefined) return true;
  return (parseDate(date)?.earliest ?? -Infinity) <= (parseDate(asOf)?.latest ?? Infinity);
}
