/** A standing as a sentence: "disputed by A and B; confirmed by C". Plain strings: each printer makes them safe. */
import type { ClaimView, Standing, View, WeighedStance } from '../../core/model/view.ts';
import { listOf, passageName, readingName } from './names.ts';
import { actorName } from './sentences.ts';

/** Whose acts make each standing: those that count as the standing does come first. */
const FIRST: Readonly<Record<string, WeighedStance['counts']>> = {
  disputed: 'contests',
  denied: 'contests',
  refuted: 'contests',
  retracted: 'retracts',
};

/** Who made the standing: "by A and B; confirmed by C". Empty where no act counts, or its remarks say who does what. */
export function byWhom(view: View, standing: Standing): string {
  if (standing.name === 'unsettled') return '';
  const first = FIRST[standing.name];
  const acts = new Map<string, string[]>();
  const add = (word: string, name: string) => acts.set(word, [...(acts.get(word) ?? []), name]);
  for (const { counts, stance } of standing.stances) {
    if (counts === undefined) continue;
    const makesIt = first === undefined || counts === first;
    add(makesIt ? standing.name : (stance.annotation.tag ?? ''), actorName(view, stance.annotation));
  }
  const ordered = [...acts].sort(([a], [b]) => Number(b === standing.name) - Number(a === standing.name));
  return ordered
    .map(([word, names]) => `${word === standing.name ? '' : `${word} `}by ${listOf([...new Set(names)])}`)
    .join('; ');
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
    const by = byWhom(view, standing);
    const words = by === '' ? standing.name : `${standing.name} ${by}`;
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

/** Whether the readings have standings of different names. */
export function isDiffering({ standings }: ClaimView): boolean {
  return standings.some(({ name }) => name !== standings[0]?.name);
}

/** Silence settles nothing: a first look leaves it out. */
const SILENCE = /^(?:comment declined|no response)/;

/** Remarks of all readings but those on silence, each once, with the reading where not all have it. */
export function remarksOf({ standings }: ClaimView): string[] {
  const readings = new Map<string, string[]>();
  for (const { remarks, reading } of standings)
    for (const remark of remarks)
      if (!SILENCE.test(remark))
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
