/** What each stance on a claim counts as, in one reading, and why. */
import { startOf } from '../dates/compare.ts';
import { compareText } from '../model/finding.ts';
import type { Annotation, Id } from '../model/model.ts';
import type { WeighedStance } from '../model/view.ts';
import { tagGroup } from '../model/vocabulary.ts';
import type { Act } from './act.ts';
import { corroborationsOf } from './corroborations.ts';
import { replacedActs } from './latest-acts.ts';
import { listed, partyOf, reportersOf } from './names.ts';
import type { Question, StandingContext } from './question.ts';
import { shortfallOf } from './refutation.ts';

interface Weight extends Pick<WeighedStance, 'counts' | 'why' | 'replacedBy' | 'refutes' | 'repeats'> {
  /** What must be said beside the standing, so that it is not taken for more or less than it is. */
  readonly remark?: string | undefined;
  /** Why a `refuted` counts as `disputed` only. */
  readonly shortfall?: string;
}

export interface Weighed extends Pick<Weight, 'remark' | 'shortfall'> {
  readonly act: Act;
  readonly stance: WeighedStance;
}

/** The stances of one reading on one claim, earlier acts first, undated ones last. */
export interface Weighing {
  readonly stances: readonly Weighed[];
  /** What the corroborations add up to, where that must be said. */
  readonly corroborations: string | undefined;
}

/** Aspects of which a party can accept that something is there without vouching for what is in it. */
const ASPECTS_TO_ACKNOWLEDGE: ReadonlySet<string | undefined> = new Set(['publication', 'occurrence']);

const SILENCE = 'silence neither affirms nor contests';

/** Tags that do not say in one word what was done. */
const WORDS: Readonly<Record<string, string>> = {
  'declined-to-comment': 'comment declined',
  'no-response': 'no response',
  qualified: 'affirmed in part',
};

function wordFor({ tag = '', characterised }: Annotation): string {
  return characterised === true ? `reported as ${tag}` : (WORDS[tag] ?? tag);
}

export function weigh(acts: readonly Act[], question: Question, context: StandingContext): Weighing {
  const scale = scaleOf(acts, question, context);
  return {
    stances: scale.acts.map(act => {
      const { remark, shortfall, ...weight } = scale.weigh(act);
      const stance: WeighedStance = {
        stance: act.placed,
        undated: act.when === undefined,
        ...weight,
      };
      return { act, stance, remark, ...(shortfall !== undefined && { shortfall }) };
    }),
    corroborations: scale.corroborations.summary(),
  };
}

/** Which of the stances a later act of the same side replaces on this claim, and by which one. */
export function replacedOnClaim(
  acts: readonly Act[],
  question: Question,
  { sides }: StandingContext,
): ReadonlyMap<Act, Act> {
  return replacedActs(
    acts.filter(act => bears(act, question)),
    sides,
  );
}

function bears(act: Act, question: Question): boolean {
  return act.end === undefined && isOnAspect(act, question);
}

function compareActs(a: Act, b: Act): number {
  const byDate = startOfAct(a) - startOfAct(b);
  return (Number.isNaN(byDate) ? 0 : byDate) || compareText(a.annotation.id, b.annotation.id);
}

function startOfAct({ when }: Act): number {
  return when === undefined ? Infinity : startOf(when);
}

function isOnAspect({ annotation }: Act, { aspect }: Question): boolean {
  return annotation.aspect === undefined || aspect === undefined || annotation.aspect === aspect;
}

const not = (why: string, remark?: string): Weight => ({ counts: undefined, why, remark });

/** Weighs the acts on one claim, each with regard to the others. */
function scaleOf(unordered: readonly Act[], question: Question, context: StandingContext) {
  const acts = unordered.toSorted(compareActs);
  const replaced = replacedOnClaim(acts, question, context);
  const inWords = (tag: string) =>
    acts.filter(
      act =>
        act.annotation.tag === tag &&
        act.annotation.characterised !== true &&
        act.party !== undefined &&
        bears(act, question) &&
        !replaced.has(act),
    );
  /** Parties that withdrew the claim and did not take it up again. */
  const retracting = new Set(inWords('retracted').map(({ party }) => party!));
  const corroborations = corroborationsOf(
    question.checkable ? inWords('corroborated') : [],
    question.passages,
    context,
  );

  function weigh(act: Act): Weight {
    const { annotation, end } = act;
    if (end !== undefined) return not(end.why);
    if (!isOnAspect(act, question))
      return not(`it is about ${annotation.aspect}, the claim about ${question.aspect}`);
    if (!question.checkable) return not('the claim is not checkable');
    const later = replaced.get(act);
    if (later !== undefined) return replacedBy(later, act);
    switch (annotation.tag) {
      case 'asserted':
        return not('stating a claim as its own does not support it');
      case 'declined-to-comment':
        return not(SILENCE, `comment declined by ${nameOfParty(act)}`);
      case 'no-response':
        return not(SILENCE, `no response from ${nameOfParty(act)}`);
      case 'corrected':
        return not('it replaces an earlier version and supports nothing by itself');
      case 'retracted':
        return retraction(act);
      case 'qualified':
        return support(act, () => ({
          counts: 'qualifies',
          why: `${nameOfParty(act)} affirms it in part, or under conditions`,
        }));
      default:
        return tagGroup(annotation.tag ?? '') === 'affirming'
          ? support(act, () => affirmation(act))
          : contest(act);
    }
  }

  function nameOfParty({ annotation }: Act): string {
    return partyOf(annotation, context.nameOf);
  }

  /** Told in the standing as well, unless the party only says the same again. */
  function replacedBy(later: Act, act: Act): Weight {
    const { annotation } = act;
    const why = `a later act of ${nameOfParty(later)} counts instead (${later.annotation.id})`;
    const weight: Weight = { counts: undefined, why, replacedBy: later.placed };
    const isSameParty = later.party === act.party;
    if (isSameParty && later.annotation.tag === annotation.tag) return weight;
    const by = isSameParty ? nameOfParty(act) : `its office (${nameOfParty(act)})`;
    const via = annotation.characterised === true ? `, via ${reportersFor(act)}` : '';
    return { ...weight, remark: `${wordFor(annotation)} at first, ${annotation.when}, by ${by}${via}` };
  }

  function reportersFor({ annotation }: Act): string {
    return reportersOf(annotation, context.nameOf);
  }

  /** A retraction settles a claim when all whose words it is in have withdrawn it. */
  function retraction(act: Act): Weight {
    const { speakers } = question.passages;
    const { party } = act;
    const name = nameOfParty(act);
    if (party === undefined || !speakers.has(party)) return foreignRetraction(act, name);
    if (act.annotation.characterised === true) return onlyDescribed(act);
    const others = [...speakers].filter(speaker => !retracting.has(speaker));
    return others.length > 0
      ? not(`it is also in the words of ${names(others)}, who did not withdraw it`)
      : { counts: 'retracts', why: `${name} is the speaker of the claim and withdraws it` };
  }

  /** Of someone who is not the speaker: an office, or whoever published the only source, is told and settles nothing. */
  function foreignRetraction(act: Act, name: string): Weight {
    const { passages } = question;
    const { party, annotation } = act;
    const why = `${name} is not the speaker of the claim`;
    if (party === undefined) return not(why);
    const isOnlySource = passages.isOnlySource(party);
    const mates = [...passages.speakers].filter(speaker => context.sides.areOneSide(speaker, party));
    if (!isOnlySource && mates.length === 0) return not(why);
    if (annotation.characterised === true) return onlyDescribed(act);
    if (isOnlySource)
      return not(
        `${why}, but its only source`,
        `its only source withdrew it, ${act.when === undefined ? 'undated' : annotation.when}`,
      );
    return not(
      `${why}, only of one side with ${names(mates)}`,
      `retracted by ${name}, not by ${names(mates)}`,
    );
  }

  function names(ids: readonly Id[]): string {
    return listed(ids.map(context.nameOf));
  }

  /** Support counts only from a party that is named, in its own words. */
  function support(act: Act, weigh: () => Weight): Weight {
    if (act.party === undefined) return not('no party is named whose act it is');
    return act.annotation.characterised === true ? onlyDescribed(act) : weigh();
  }

  function affirmation(act: Act): Weight {
    const { annotation } = act;
    const about = annotation.aspect ?? question.aspect;
    if (annotation.tag === 'acknowledged' && !ASPECTS_TO_ACKNOWLEDGE.has(about))
      return not(`acknowledging counts for publication and occurrence, not for ${about ?? 'no aspect'}`);
    if (annotation.tag !== 'corroborated')
      return { counts: 'affirms', why: `${annotation.tag} by ${nameOfParty(act)}` };
    const { counts, ...weight } = corroborations.of(act);
    return { counts: counts ? 'affirms' : undefined, ...weight };
  }

  /** A contest counts even where it is known only by description or no one is named: that is the cautious side. */
  function contest(act: Act): Weight {
    const { annotation } = act;
    const per = annotation.characterised === true ? `per ${reportersFor(act)}` : undefined;
    const why = `${annotation.tag} by ${nameOfParty(act)}${per === undefined ? '' : `, ${per}`}`;
    if (annotation.tag !== 'refuted') return { counts: 'contests', why, remark: per };
    const shortfall = shortfallOf(act, question.passages, context);
    return shortfall === undefined
      ? { counts: 'contests', why: `${why}, with evidence of another origin`, refutes: true }
      : {
          counts: 'contests',
          why: `${why}; counts as disputed: ${shortfall}`,
          remark: per,
          shortfall,
        };
  }

  /** An affirmation or retraction in someone else's words changes nothing, but it is told. */
  function onlyDescribed(act: Act): Weight {
    const reporters = reportersFor(act);
    return not(
      `it is known only by description, via ${reporters}`,
      `reported as ${act.annotation.tag} by ${nameOfParty(act)}, via ${reporters}`,
    );
  }

  return { acts, corroborations, weigh };
}
