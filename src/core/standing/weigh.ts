/** What each stance on a claim counts as, in one reading, and why. */
import { compareText } from '../model/finding.ts';
import type { WeighedStance } from '../model/view.ts';
import { tagGroup } from '../model/vocabulary.ts';
import type { Act, Question } from './act.ts';
import { replacedActs } from './latest-acts.ts';
import { listed, type NameOf, partyOf, reportersOf } from './names.ts';

interface Weight extends Pick<WeighedStance, 'counts' | 'why'> {
  /** What must be said beside the standing, so that it is not taken for more or less than it is. */
  readonly remark?: string | undefined;
}

export interface Weighed {
  readonly stance: WeighedStance;
  readonly remark: string | undefined;
}

/** Aspects of which a party can accept that something is there without vouching for what is in it. */
const ASPECTS_TO_ACKNOWLEDGE: ReadonlySet<string | undefined> = new Set(['publication', 'occurrence']);

const SILENCE = 'silence neither affirms nor contests';

/** Weighs the stances of one reading on one claim; earlier acts first, undated ones last. */
export function weigh(acts: readonly Act[], question: Question, nameOf: NameOf): Weighed[] {
  const replaced = replacedOnClaim(acts, question);
  const retracting = new Set(
    acts
      .filter(act => bears(act, question) && isRetraction(act) && !replaced.has(act))
      .map(act => act.annotation.by)
      .filter(by => by !== undefined),
  );
  return acts.toSorted(compareActs).map(act => {
    const latest = replaced.get(act);
    const { counts, why, remark } =
      latest === undefined
        ? weightOf(act, question, retracting, nameOf)
        : not(`a later act of ${partyOf(act.annotation, nameOf)} counts instead (${latest.annotation.id})`);
    return { stance: { stance: act.placed, counts, why, undated: act.when === undefined }, remark };
  });
}

/** Which of the stances a later act of the same party replaces on this claim, and by which one. */
export function replacedOnClaim(acts: readonly Act[], question: Question): ReadonlyMap<Act, Act> {
  return replacedActs(acts.filter(act => bears(act, question)));
}

function bears(act: Act, question: Question): boolean {
  return act.end === undefined && isOnAspect(act, question);
}

function compareActs(a: Act, b: Act): number {
  const byDate = (a.when?.earliest ?? Infinity) - (b.when?.earliest ?? Infinity);
  return (Number.isNaN(byDate) ? 0 : byDate) || compareText(a.annotation.id, b.annotation.id);
}

function isOnAspect({ annotation }: Act, { aspect }: Question): boolean {
  return annotation.aspect === undefined || aspect === undefined || annotation.aspect === aspect;
}

function isRetraction({ annotation }: Act): boolean {
  return annotation.tag === 'retracted' && annotation.characterised !== true;
}

const not = (why: string, remark?: string): Weight => ({ counts: undefined, why, remark });

function weightOf(act: Act, question: Question, retracting: ReadonlySet<string>, nameOf: NameOf): Weight {
  const { annotation, end } = act;
  if (end !== undefined) return not(end.why);
  if (!isOnAspect(act, question))
    return not(`it is about ${annotation.aspect}, the claim about ${question.aspect}`);
  if (!question.checkable) return not('the claim is not checkable');
  switch (annotation.tag) {
    case 'asserted':
      return not('stating a claim as its own does not support it');
    case 'qualified':
      return not(
        'it affirms the claim only under conditions',
        `affirmed with conditions by ${partyOf(annotation, nameOf)}`,
      );
    case 'declined-to-comment':
      return not(SILENCE, `comment declined by ${partyOf(annotation, nameOf)}`);
    case 'no-response':
      return not(SILENCE, `no response from ${partyOf(annotation, nameOf)}`);
    case 'corrected':
      return not('it replaces an earlier version and supports nothing by itself');
    case 'retracted':
      return weightOfRetraction(act, question, retracting, nameOf);
    default:
      return tagGroup(annotation.tag ?? '') === 'affirming'
        ? weightOfAffirmation(act, question, nameOf)
        : weightOfContest(act, nameOf);
  }
}

/** A retraction settles a claim when all whose words it is in have withdrawn it. */
function weightOfRetraction(
  act: Act,
  { speakers }: Question,
  retracting: ReadonlySet<string>,
  nameOf: NameOf,
): Weight {
  const { by, characterised } = act.annotation;
  const party = partyOf(act.annotation, nameOf);
  if (by === undefined || !speakers.has(by)) return not(`${party} is not the speaker of the claim`);
  if (characterised === true) return onlyDescribed(act, nameOf);
  const others = [...speakers].filter(speaker => !retracting.has(speaker));
  return others.length > 0
    ? not(`it is also in the words of ${listed(others.map(nameOf))}, who did not withdraw it`)
    : { counts: 'retracts', why: `${party} is the speaker of the claim and withdraws it` };
}

function weightOfAffirmation(act: Act, { aspect }: Question, nameOf: NameOf): Weight {
  const { annotation } = act;
  if (annotation.by === undefined) return not('no party is named whose act it is');
  if (annotation.characterised === true) return onlyDescribed(act, nameOf);
  const about = annotation.aspect ?? aspect;
  if (annotation.tag === 'acknowledged' && !ASPECTS_TO_ACKNOWLEDGE.has(about))
    return not(`acknowledging counts for publication and occurrence, not for ${about ?? 'no aspect'}`);
  return { counts: 'affirms', why: `${annotation.tag} by ${partyOf(annotation, nameOf)}` };
}

/** A contest counts even where it is known only by description or no one is named: that is the cautious side. */
function weightOfContest({ annotation }: Act, nameOf: NameOf): Weight {
  const why = `${annotation.tag} by ${partyOf(annotation, nameOf)}`;
  if (annotation.characterised !== true) return { counts: 'contests', why };
  const per = `per ${reportersOf(annotation, nameOf)}`;
  return { counts: 'contests', why: `${why}, ${per}`, remark: per };
}

/** An affirmation or retraction in someone else's words changes nothing, but it is told. */
function onlyDescribed({ annotation }: Act, nameOf: NameOf): Weight {
  const reporters = reportersOf(annotation, nameOf);
  return not(
    `it is known only by description, via ${reporters}`,
    `reported as ${annotation.tag} by ${partyOf(annotation, nameOf)}, via ${reporters}`,
  );
}
