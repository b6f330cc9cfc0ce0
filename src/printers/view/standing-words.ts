/** A standing as a sentence: "disputed by A and B; confirmed by C". Plain strings: each printer makes them safe. */

import { append, getOrMake, groupBy } from '../../core/maps.ts';
import type { ClaimView, Standing, View } from '../../core/model/view.ts';
import { listOf } from '../../core/text/list-of.ts';
import { placeNames, readingName } from './names.ts';
import { actorName } from './sentences.ts';

/**
 * A standing and the parties whose acts count, each with its own verb: "refuted by a desk, denied by the office";
 * "disputed, questioned by A" if nobody has said `disputed`.
 */
export function standingWords(view: Pick<View, 'parties'>, standing: Standing): string {
  const { name } = standing;
  // Its remarks say who does what, and what of it waits.
  if (name === 'unsettled') return name;
  const acts = new Map<string, Set<string>>([[name, new Set()]]);
  for (const { counts, stance } of standing.stances) {
    if (counts === undefined) continue;
    const names = getOrMake(acts, stance.annotation.tag ?? name, () => new Set());
    names.add(actorName(view, stance.annotation));
  }
  // A party whose act has the name of the standing need not be named again for a weaker act in another reading.
  const own = acts.get(name)!;
  return [...acts]
    .map(
      ([tag, names]) =>
        [tag, tag === name ? names : new Set([...names].filter(each => !own.has(each)))] as const,
    )
    .filter(([tag, names]) => tag === name || names.size > 0)
    .map(([tag, names]) => (names.size === 0 ? tag : `${tag} by ${listOf([...names])}`))
    .join(', ');
}

/** The parties that made the standing, without its name; empty if no act counts. */
export function madeBy(view: View, standing: Standing): string {
  return standingWords(view, standing).slice(standing.name.length).replace(/^, /, '').trim();
}

/** A standing with the readings that share it. */
export interface SharedStanding {
  readonly standing: Standing;
  /** "disputed by Serzh Sargsyan". */
  readonly words: string;
  /** Names of the readings; undefined where every reading has it. */
  readonly readings: readonly string[] | undefined;
}

/** The standings of a claim, those that say the same as one. */
export function sharedStandings(view: View, claim: ClaimView): SharedStanding[] {
  const shared = groupBy(claim.standings, standing => standingWords(view, standing));
  return Array.from(shared, ([words, same]) => ({
    standing: same[0]!,
    words,
    readings: shared.size === 1 ? undefined : same.map(({ reading }) => readingName(reading)),
  }));
}

/** Silence settles nothing: a first look leaves it out. */
const SILENCE = /^(?:comment declined|no response)/;

/**
 * Remarks of all readings, each once, with the reading unless all share it.
 *
 * @param withSilence whether to include those on silence.
 */
export function remarksOf({ standings }: ClaimView, withSilence = false): string[] {
  const readings = new Map<string, string[]>();
  for (const { remarks, reading } of standings)
    for (const remark of remarks)
      if (withSilence || !SILENCE.test(remark)) append(readings, remark, readingName(reading));
  return [...readings].map(([remark, names]) =>
    names.length === standings.length ? remark : `${remark} (${listOf(names)})`,
  );
}

/** The words of a claim; for an implied one, its place. */
export function claimWords(claim: ClaimView): string {
  if (claim.text !== undefined) return claim.text;
  const places = placeNames(claim);
  return places === 'the transcript' ? 'the transcript as a whole' : places;
}
