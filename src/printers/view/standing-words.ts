/** A standing as a sentence: "disputed by A and B; confirmed by C". Plain strings: each printer makes them safe. */

import type { ClaimView, Standing, View } from '../../core/model/view.ts';
import { listOf } from '../../core/text/list-of.ts';
import { passageName, readingName } from './names.ts';
import { actorName } from './sentences.ts';

/**
 * A standing and whose acts count in it, each by its own word: "refuted by a desk, denied by the office";
 * "disputed, questioned by A" where nobody has said `disputed`.
 */
export function standingWords(view: View, standing: Standing): string {
  const { name } = standing;
  // Its remarks say who does what, and what of it waits.
  if (name === 'unsettled') return name;
  const acts = new Map<string, Set<string>>([[name, new Set()]]);
  for (const { counts, stance } of standing.stances) {
    if (counts === undefined) continue;
    const tag = stance.annotation.tag ?? name;
    const names = acts.get(tag) ?? new Set();
    acts.set(tag, names.add(actorName(view, stance.annotation)));
  }
  // Who made the standing by its own word need not be named again for a weaker one, as another reading has it.
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

/** Who made the standing, without its name; empty where no act counts. */
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
  const shared = new Map<string, { standing: Standing; words: string; readings: string[] }>();
  for (const standing of claim.standings) {
    const words = standingWords(view, standing);
    const same = shared.get(words);
    if (same === undefined) shared.set(words, { standing, words, readings: [readingName(standing.reading)] });
    else same.readings.push(readingName(standing.reading));
  }
  const isOnly = shared.size === 1;
  return [...shared.values()].map(({ standing, words, readings }) => ({
    standing,
    words,
    readings: isOnly ? undefined : readings,
  }));
}

/** Silence settles nothing: a first look leaves it out. */
const SILENCE = /^(?:comment declined|no response)/;

/**
 * Remarks of all readings, each once, with the reading where not all have it.
 *
 * @param withSilence whether those on silence are told.
 */
export function remarksOf({ standings }: ClaimView, withSilence = false): string[] {
  const readings = new Map<string, string[]>();
  for (const { remarks, reading } of standings)
    for (const remark of remarks)
      if (withSilence || !SILENCE.test(remark))
        readings.set(remark, [...(readings.get(remark) ?? []), readingName(reading)]);
  return [...readings].map(([remark, names]) =>
    names.length === standings.length ? remark : `${remark} (${listOf(names)})`,
  );
}

/** What a claim says, or where one lies that nobody put in words. */
export function claimWords(claim: ClaimView): string {
  if (claim.text !== undefined) return claim.text;
  const places = listOf([...new Set(claim.anchors.map(passageName))]);
  return places === 'the transcript' ? 'the transcript as a whole' : places;
}
