/**
 * Rule 0 of DESIGN 3.4: only settled words carry a standing. It is derived from the stances that do not wait for a person,
 * and once more from all of them. Where the two differ it is `unsettled`: what waits never raises a standing and never
 * hides one.
 */
import { getOrMake } from '../maps.ts';
import { WAIT_WORDS, type Waiting } from '../model/anchor-state.ts';
import type { Standing, WeighedStance } from '../model/view.ts';
import type { StandingName } from '../model/vocabulary.ts';
import type { Act } from './act.ts';
import { deriveStanding } from './derive.ts';
import { listed, type NameOf, partyOf } from './names.ts';
import type { Question, StandingContext } from './question.ts';

type Derived = Omit<Standing, 'reading'>;

/** Standings of a claim that nobody supports or contests. */
const OPEN: ReadonlySet<StandingName> = new Set(['unreviewed', 'unverified', 'not-checkable']);

/**
 * The standing that some acts add up to, as far as the words they are about are settled.
 *
 * @param acts stances on one claim in one reading, live or not.
 * @param waits why an act waits; undefined where it does not.
 * @param claimWaits whether the claim itself waits, and with it every stance on it.
 */
export function settledStanding(
  acts: readonly Act[],
  waits: (act: Act) => Waiting | undefined,
  claimWaits: boolean,
  question: Question,
  context: StandingContext,
): Derived {
  const all = deriveStanding(acts, question, context);
  const settledActs = acts.filter(act => waits(act) === undefined);
  if (settledActs.length === acts.length) return all;
  const settled = deriveStanding(settledActs, question, context);
  const stances = joined(acts, all, settled, waits);
  const waiting = stances.filter(({ waits: reason }) => reason !== undefined);
  // A claim whose own anchor waits is unsettled as soon as a stance would count on it.
  const isOpen = claimWaits && OPEN.has(all.name);
  if (isOpen || settled.name === all.name) {
    const { name, because, remarks } = isOpen ? { ...all, remarks: [] } : settled;
    const count = waiting.length === 1 ? '1 stance waits' : `${waiting.length} stances wait`;
    return { name, because, remarks: [...remarks, `${count} for a person`], stances };
  }
  return {
    name: 'unsettled',
    because:
      'not all of the words that its stances are about are settled, and the others do not say the same',
    remarks: unsettledLine(stances, context.nameOf),
    stances,
  };
}

/** All stances in their order: the settled ones as they weigh among themselves, the others with what they would count as. */
function joined(
  acts: readonly Act[],
  all: Derived,
  settled: Derived,
  waits: (act: Act) => Waiting | undefined,
): WeighedStance[] {
  const reasons = new Map(acts.map(act => [act.placed, waits(act)]));
  const among = new Map(settled.stances.map(weighed => [weighed.stance, weighed]));
  return all.stances.map(({ stance, counts, undated }) => {
    const reason = reasons.get(stance);
    if (reason === undefined) return among.get(stance)!;
    const why = `it waits for a person: an act ${waitWords(reason)}`;
    return { stance, counts: undefined, why, undated, waits: reason, ...(counts && { would: counts }) };
  });
}

/** "confirmed by Bob", "disputed by Ann of words that are not there now": what counts, then what waits. */
export function unsettledLine(stances: readonly WeighedStance[], nameOf: NameOf): string[] {
  const waiting = stances.filter(({ waits }) => waits !== undefined);
  const telling = waiting.filter(({ would }) => would !== undefined);
  return [
    ...actsByWords(
      stances.filter(({ counts }) => counts !== undefined),
      () => '',
      nameOf,
    ),
    ...actsByWords(telling.length > 0 ? telling : waiting, ({ waits }) => ` ${waitWords(waits!)}`, nameOf),
  ];
}

function actsByWords(
  stances: readonly WeighedStance[],
  ending: (weighed: WeighedStance) => string,
  nameOf: NameOf,
): string[] {
  const groups = new Map<string, { tag: string; end: string; names: string[] }>();
  for (const weighed of stances) {
    const { annotation } = weighed.stance;
    const { characterised } = annotation;
    const tag = characterised === true ? `reported as ${annotation.tag}` : (annotation.tag ?? '');
    const end = ending(weighed);
    const group = getOrMake(groups, JSON.stringify([tag, end]), () => ({ tag, end, names: [] }));
    group.names.push(partyOf(annotation, nameOf));
  }
  return [...groups.values()].map(({ tag, end, names }) => `${tag} by ${listed(names)}${end}`);
}

/** What an act that waits was about: "of words that are not there now", or "of other words (six, now seven)". */
function waitWords({ reason, change }: Waiting): string {
  return change === undefined ? WAIT_WORDS[reason] : `of other words (${change})`;
}
