/** Of a party's acts on one claim only the latest counts. */
import type { Act } from './act.ts';

/** Saying nothing takes nothing back. */
const SILENT_TAGS: ReadonlySet<string | undefined> = new Set(['declined-to-comment', 'no-response']);

const NONE: ReadonlyMap<Act, Act> = new Map();

function isSilence({ annotation }: Act): boolean {
  return SILENT_TAGS.has(annotation.tag);
}

/**
 * For every act that a later one of the same party replaces, that later one. Acts whose order is not certain, undated
 * ones among them, stay side by side. Silence replaces nothing, and an act known only by description does not replace
 * one that is known by its own words.
 *
 * @param acts live acts on one claim, in one reading.
 */
export function replacedActs(acts: readonly Act[]): ReadonlyMap<Act, Act> {
  if (acts.length < 2) return NONE;
  const latestOfAll = new Map<string, Act>();
  const latestInOwnWords = new Map<string, Act>();
  for (const act of acts) {
    if (isSilence(act)) continue;
    keepLatest(latestOfAll, act);
    if (act.annotation.characterised !== true) keepLatest(latestInOwnWords, act);
  }
  const replaced = new Map<Act, Act>();
  for (const act of acts) {
    const { by, characterised } = act.annotation;
    const latest = by && (characterised === true ? latestOfAll : latestInOwnWords).get(by);
    if (latest && act.when && latest.when && latest.when.earliest > act.when.latest)
      replaced.set(act, latest);
  }
  return replaced;
}

function keepLatest(latest: Map<string, Act>, act: Act): void {
  const { by } = act.annotation;
  if (by === undefined || act.when === undefined) return;
  const known = latest.get(by)?.when;
  if (known === undefined || act.when.earliest > known.earliest) latest.set(by, act);
}
