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
  const { name, because, remarks = [] } = new Decision(weighed, question, context).make();
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

class Decision {
  readonly #weighed: readonly Weighed[];
  readonly #question: Question;
  readonly #context: StandingContext;

  constructor(weighed: readonly Weighed[], question: Question, context: StandingContext) {
    this.#weighed = weighed;
    this.#question = question;
    this.#context = context;
  }

  /** The rules of DESIGN 3.4, in their order. */
  make(): Decided {
    if (!this.#question.checkable) return decided('not-checkable', 'the claim is marked as not checkable');
    const retracting = this.#counting('retracts');
    const affirming = this.#counting('affirms');
    const contesting = this.#counting('contests');
    if (retracting.length > 0)
      return decided('retracted', `its own speaker, ${this.#parties(retracting)}, retracted it`);
    if (affirming.length > 0 && contesting.length > 0) return this.#disputed(affirming, contesting);
    if (contesting.length > 0) return this.#contested(contesting);
    for (const tag of STRONGEST_FIRST) {
      const strongest = affirming.filter(({ act }) => act.annotation.tag === tag);
      if (strongest.length > 0)
        return decided(tag, `only affirmed, and the strongest act is ${tag}, by ${this.#parties(strongest)}`);
    }
    const qualifying = this.#counting('qualifies');
    return qualifying.length > 0
      ? decided('qualified', `only affirmed in part, by ${this.#parties(qualifying)}`)
      : withoutSupport(
          this.#weighed.map(({ stance }) => stance),
          this.#question,
          this.#context.asOf,
        );
  }

  #counting(counts: WeighedStance['counts']): readonly Weighed[] {
    return this.#weighed.filter(({ stance }) => stance.counts === counts);
  }

  #parties(some: readonly Weighed[]): string {
    return listed(some.map(({ act }) => partyOf(act.annotation, this.#context.nameOf)));
  }

  #disputed(affirming: readonly Weighed[], contesting: readonly Weighed[]): Decided {
    return {
      ...decided(
        'disputed',
        `affirmed by ${this.#parties(affirming)} and contested by ${this.#parties(contesting)}`,
      ),
      remarks: this.#quarrels(affirming, contesting),
    };
  }

  /** Sides that affirm and contest, each with who stands against whom. */
  #quarrels(affirming: readonly Weighed[], contesting: readonly Weighed[]): string[] {
    const [affirmingBySide, contestingBySide] = [this.#bySide(affirming), this.#bySide(contesting)];
    return [...contestingBySide].flatMap(([side, against]) => {
      const supporting = affirmingBySide.get(side);
      if (supporting === undefined) return [];
      const [these, those] = [this.#parties(against), this.#parties(supporting)];
      return `within one side: ${these === those ? `${these} both ways` : `${these} against ${those}`}`;
    });
  }

  #bySide(some: readonly Weighed[]): ReadonlyMap<Id, readonly Weighed[]> {
    const ofParties = some.filter(({ act }) => act.party !== undefined);
    return groupBy(ofParties, ({ act }) => this.#context.sides.sideOf(act.party!));
  }

  #contested(contesting: readonly Weighed[]): Decided {
    const parties = this.#parties(contesting);
    if (contesting.every(isFlatDenial))
      return decided('denied', `only contested, by ${parties}, by flat denials alone`);
    const refuting = contesting.filter(({ stance }) => stance.refutes === true);
    if (refuting.length > 0)
      return decided(
        'refuted',
        `only contested, and ${this.#parties(refuting)} refuted it with evidence of another origin`,
      );
    return {
      ...decided('disputed', `only contested, by ${parties}, and not by flat denials alone`),
      remarks: contesting.flatMap(weighed =>
        weighed.shortfall === undefined
          ? []
          : `refuted by ${this.#parties([weighed])} counts as disputed: ${weighed.shortfall}`,
      ),
    };
  }
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
