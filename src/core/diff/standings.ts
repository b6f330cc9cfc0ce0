/** Standings of two views compared, with the stances that made the difference. */
import { given } from '../given.ts';
import type { Id } from '../model/model.ts';
import { sameValue } from '../model/same-value.ts';
import type { ClaimView, Standing, View, WeighedStance } from '../model/view.ts';
import type { ClaimSummary, StanceSummary, StandingChanged, StandingState } from './changes.ts';
import { anchoredText } from './diff-annotations.ts';

export interface StandingPair {
  readonly claim: ClaimView;
  readonly reading: string | undefined;
  readonly old: Standing | undefined;
  readonly new: Standing | undefined;
}

/**
 * Standings paired by claim and by the name of the reading, in the order of the new view, those that are gone last. A
 * declared claim is known by its id, an implied one by its aspect and its passages, or else by a stance that made it.
 */
export function pairStandings(oldView: View, newView: View): StandingPair[] {
  return pairsOf(
    standingsByKey(oldView, newView, ({ reading }) => reading.name),
    standingsByKey(newView, oldView, ({ reading }) => reading.name),
  );
}

/**
 * Standings of two readers, each of whose view has one reading: paired by claim alone. A claim on which one of them took
 * no stand is left out: they do not differ there.
 */
export function pairReaders(oldView: View, newView: View): StandingPair[] {
  const pairs = pairsOf(
    standingsByKey(oldView, newView, () => undefined),
    standingsByKey(newView, oldView, () => undefined),
  );
  return pairs
    .filter(pair => pair.old !== undefined && pair.new !== undefined)
    .map(pair => ({ ...pair, reading: undefined }));
}

function pairsOf(
  oldOnes: Map<string, ClaimStanding>,
  newOnes: ReadonlyMap<string, ClaimStanding>,
): StandingPair[] {
  const pairs: StandingPair[] = [];
  for (const [key, { claim, standing }] of newOnes) {
    pairs.push({ claim, reading: standing.reading.name, old: oldOnes.get(key)?.standing, new: standing });
    oldOnes.delete(key);
  }
  for (const { claim, standing } of oldOnes.values())
    pairs.push({ claim, reading: standing.reading.name, old: standing, new: undefined });
  return pairs;
}

interface ClaimStanding {
  readonly claim: ClaimView;
  readonly standing: Standing;
}

/** Standings under a key that is the same in both views for the same claim and reading. */
function standingsByKey(
  view: View,
  other: View,
  readingOf: (standing: Standing) => string | undefined,
): Map<string, ClaimStanding> {
  const passagesElsewhere = new Set(other.claims.filter(isImplied).map(passagesOf));
  const found = new Map<string, ClaimStanding>();
  for (const claim of view.claims) {
    const passages = passagesOf(claim);
    const moved = isImplied(claim) && !passagesElsewhere.has(passages);
    for (const standing of claim.standings) {
      const stance = standing.stances[0]?.stance.annotation.id;
      const name = !isImplied(claim)
        ? ['id', claim.id, ownAspect(claim)]
        : moved && stance
          ? ['by', stance]
          : ['at', passages];
      found.set(JSON.stringify([name, readingOf(standing)]), { claim, standing });
    }
  }
  return found;
}

/** The aspect, where the claim names none and has a standing for each that its stances are about. */
function ownAspect(claim: ClaimView): string | null {
  return claim.entry?.value.aspect === undefined ? (claim.aspect ?? null) : null;
}

function isImplied(claim: ClaimView): boolean {
  return claim.id === undefined;
}

function passagesOf(claim: ClaimView): string {
  const places = claim.anchors.map(anchor => [anchor.target, anchor.quote ?? anchoredText(anchor)]);
  return JSON.stringify([claim.aspect, places]);
}

/** The change of a pair; undefined if the name, the remarks and the stances that count are the same. */
export function standingChange(pair: StandingPair): StandingChanged | undefined {
  const gained = countingOnlyIn(pair.new, pair.old);
  const lost = countingOnlyIn(pair.old, pair.new);
  const known = (standing: Standing | undefined) => standing?.name ?? 'unreviewed';
  const remarks = (standing: Standing | undefined) => standing?.remarks ?? [];
  if (
    known(pair.old) === known(pair.new) &&
    sameValue(remarks(pair.old), remarks(pair.new)) &&
    gained.length + lost.length === 0
  )
    return undefined;
  return {
    kind: 'standing',
    what: 'claim',
    claim: claimSummary(pair.claim),
    ...given({
      reading: pair.reading,
      old: pair.old && stateOf(pair.old),
      new: pair.new && stateOf(pair.new),
    }),
    gained: gained.map(stanceSummary),
    lost: lost.map(stanceSummary),
  };
}

export function claimSummary(claim: ClaimView): ClaimSummary {
  const quotes =
    claim.id === undefined &&
    claim.anchors.some(({ range, quote }) => range !== undefined || quote !== undefined)
      ? claim.anchors.flatMap(anchor => anchor.quote ?? anchoredText(anchor) ?? [])
      : undefined;
  return {
    ...given({ id: claim.id, text: claim.text, aspect: claim.aspect }),
    targets: claim.anchors.map(anchor => anchor.target),
    ...given({ quotes }),
  };
}

function stateOf({ name, remarks, because }: Standing): StandingState {
  return { name, remarks, because };
}

function countingOnlyIn(one: Standing | undefined, other: Standing | undefined): WeighedStance[] {
  const counted = new Map<Id, WeighedStance['counts']>();
  for (const { stance, counts } of other?.stances ?? []) counted.set(stance.annotation.id, counts);
  return (one?.stances ?? []).filter(
    ({ stance, counts }) => counts !== undefined && counted.get(stance.annotation.id) !== counts,
  );
}

function stanceSummary({ stance, counts, why }: WeighedStance): StanceSummary {
  const { id, tag, by, when, via, sources, accepted } = stance.annotation;
  return {
    id,
    tag: tag ?? '',
    ...given({
      by,
      when,
      via,
      sources: sources?.map(({ source, at }) => ({ source, ...given({ at }) })),
      accepted,
    }),
    counts: counts ?? 'nothing',
    why,
  };
}
