/** What the live stances on one claim add up to, in one reading. A standing is derived, never typed. */
import { parseDate } from '../dates/date.ts';
import { groupBy } from '../maps.ts';
import type { Id } from '../model/model.ts';
import { isKnown, type Standing, type WeighedStance } from '../model/view.ts';
import type { StandingName } from '../model/vocabulary.ts';
import type { Act } from './act.ts';
import { listed, partyOf } from './names.ts';
import type { Question, StandingContext } from './question.ts';
import { type Weighed, weigh } from './weigh.ts';

/** The affirming tags that make a standing, the strongest first. */
const STRONGEST_FIRST = ['confirmed', 'corroborated', 'acknowledged'] as const;

/**
 * The standing that some acts add up to. It depends on nothing but its arguments: the same acts give the same standing.
 *
 * @param acts stances on one claim in one reading, live or not.
 */
export function deriveStanding(
  acts: readonly Act[],
  question: Question,
  context: StandingContext,
): Omit<Standing, 'reading'> {
  const { stances: weighed, corroborations } = weigh(acts, question, context);
  const { name, because, remarks = [] } = decide(weighed, question, context);
  const all = [...remarks, corroborations, ...weighed.map(({ remark }) => remark)];
  return {
    name,
    because,
    remarks: [...new Set(all.filter(remark => remark !== undefined))],
    stances: weighed.map(({ stance }) => stance),
  };
}

interface Decided extends Pick<Standing, 'name' | 'because'> {
  /** What the weights of single stances do not tell. */
  readonly remarks?: readonly string[];
}

/** The rules of DESIGN 3.4, in their order. */
function decide(weighed: readonly Weighed[], question: Question, context: StandingContext): Decided {
  if (!question.checkable) return decided('not-checkable', 'the claim is marked as not checkable');
  const counting = (counts: WeighedStance['counts']) =>
    weighed.filter(({ stance }) => stance.counts === counts);
  const [retracting, affirming, contesting] = [
    counting('retracts'),
    counting('affirms'),
    counting('contests'),
  ];
  if (retracting.length > 0)
    return decided('retracted', `its own speaker, ${parties(retracting, context)}, retracted it`);
  if (affirming.length > 0 && contesting.length > 0) return disputed(affirming, contesting, context);
  if (contesting.length > 0) return contested(contesting, context);
  for (const tag of STRONGEST_FIRST) {
    const strongest = affirming.filter(({ act }) => act.annotation.tag === tag);
    if (strongest.length === 0) continue;
    return decided(tag, `only affirmed, and the strongest act is ${tag}, by ${parties(strongest, context)}`);
  }
  const qualifying = counting('qualifies');
  if (qualifying.length > 0)
    return decided('qualified', `only affirmed in part, by ${parties(qualifying, context)}`);
  return withoutSupport(
    weighed.map(({ stance }) => stance),
    question,
    context.asOf,
  );
}

function parties(some: readonly Weighed[], { nameOf }: StandingContext): string {
  return listed(some.map(({ act }) => partyOf(act.annotation, nameOf)));
}

/** With the sides that affirm and contest, each with who stands against whom. */
function disputed(
  affirming: readonly Weighed[],
  contesting: readonly Weighed[],
  context: StandingContext,
): Decided {
  const because = `affirmed by ${parties(affirming, context)} and contested by ${parties(contesting, context)}`;
  const [affirmingBySide, contestingBySide] = [bySide(affirming, context), bySide(contesting, context)];
  const remarks = [...contestingBySide].flatMap(([side, against]) => {
    const supporting = affirmingBySide.get(side);
    if (supporting === undefined) return [];
    const [these, those] = [parties(against, context), parties(supporting, context)];
    return `within one side: ${these === those ? `${these} both ways` : `${these} against ${those}`}`;
  });
  return { ...decided('disputed', because), remarks };
}

function bySide(some: readonly Weighed[], { sides }: StandingContext): ReadonlyMap<Id, readonly Weighed[]> {
  const ofParties = some.filter(({ act }) => act.party !== undefined);
  return groupBy(ofParties, ({ act }) => sides.sideOf(act.party!));
}

function contested(contesting: readonly Weighed[], context: StandingContext): Decided {
  const names = parties(contesting, context);
  if (contesting.every(isFlatDenial))
    return decided('denied', `only contested, by ${names}, by flat denials alone`);
  const refuting = contesting.filter(({ stance }) => stance.refutes === true);
  if (refuting.length > 0) {
    const refuters = parties(refuting, context);
    return decided('refuted', `only contested, and ${refuters} refuted it with evidence of another origin`);
  }
  return {
    ...decided('disputed', `only contested, by ${names}, and not by flat denials alone`),
    remarks: contesting.flatMap(weighed =>
      weighed.shortfall === undefined
        ? []
        : `refuted by ${parties([weighed], context)} counts as disputed: ${weighed.shortfall}`,
    ),
  };
}

/** Nothing affirms or contests it: what matters is whether anyone has looked. */
function withoutSupport(
  stances: readonly WeighedStance[],
  { checked }: Question,
  asOf: string | undefined,
): Decided {
  if (checked !== undefined && isReached(checked, asOf))
    return decided('unverified', `checked on ${checked}, and no stance settles it`);
  if (stances.some(isReview))
    return decided('unverified', 'there are stances on it, and none of them counts');
  return stances.length > 0
    ? decided('unreviewed', 'it is only asserted, and nobody has checked it')
    : decided('unreviewed', 'nobody has checked it or taken a stance on it');
}

function decided(name: StandingName, because: string): Decided {
  return { name, because };
}

/** A party of its own, in its own words. */
function isFlatDenial({ act }: Weighed): boolean {
  const { tag, characterised } = act.annotation;
  return tag === 'denied' && act.party !== undefined && characterised !== true;
}

/**
 * Stating a claim is not looking into it; every other stance is, also one that was given up later: a claim that was
 * looked into never becomes unreviewed again.
 */
function isReview({ stance }: WeighedStance): boolean {
  return stance.annotation.tag !== 'asserted' && isKnown(stance);
}

function isReached(date: string, asOf: string | undefined): boolean {
  if (asOf === undefined) return true;
  return (parseDate(date)?.earliest ?? -Infinity) <= (parseDate(asOf)?.latest ?? Infinity);
}
