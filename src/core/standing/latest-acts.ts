/** Of the acts of one side on one claim, a later one of the same party or of its principal replaces an earlier one. */
import { isSurelyLater, startOf } from '../dates/compare.ts';
import { getOrMake } from '../maps.ts';
import type { Id } from '../model/model.ts';
import type { Act } from './act.ts';
import type { Sides } from './sides.ts';

/** Saying nothing takes nothing back. */
const SILENT_TAGS: ReadonlySet<string | undefined> = new Set(['declined-to-comment', 'no-response']);

const NONE: ReadonlyMap<Act, Act> = new Map();

/**
 * For every act that a later one replaces, that later one. An act is replaced by one of the same party, or of a party on
 * whose behalf it was done, never the other way round: an office does not take back its principal's word, and two
 * offices of one principal do not take back each other's. Acts whose order is not certain, undated ones among them, stay
 * side by side. Silence replaces nothing, and an act known only by description replaces none that is known by its words.
 *
 * @param acts live acts on one claim, in one reading.
 */
export function replacedActs(acts: readonly Act[], sides: Sides): ReadonlyMap<Act, Act> {
  if (acts.length < 2) return NONE;
  const latest = new Map<Id, LatestActs>();
  for (const act of acts) {
    if (act.party === undefined || act.when === undefined || SILENT_TAGS.has(act.annotation.tag)) continue;
    getOrMake(latest, act.party, () => new LatestActs()).add(act);
  }
  const replaced = new Map<Act, Act>();
  for (const act of acts) {
    if (act.party === undefined || act.when === undefined) continue;
    // The last one found is of the highest principal that spoke later: nobody replaces that one in turn.
    for (const party of [act.party, ...sides.principalsOf(act.party)]) {
      const later = latest.get(party)?.laterThan(act);
      if (later !== undefined) replaced.set(act, later);
    }
  }
  return replaced;
}

/** The latest acts of one party: instants and dates without a zone have no common order, so there is one of each. */
class LatestActs {
  readonly #latest = new Map<string, Act>();

  add(act: Act): void {
    const hasZone = act.when!.clock?.hasZone === true;
    this.#keep(keyOf('any', hasZone), act);
    if (act.annotation.characterised !== true) this.#keep(keyOf('in words', hasZone), act);
  }

  #keep(key: string, act: Act): void {
    const known = this.#latest.get(key);
    if (known === undefined || startOf(act.when!) > startOf(known.when!)) this.#latest.set(key, act);
  }

  laterThan(act: Act): Act | undefined {
    const kind = act.annotation.characterised === true ? 'any' : 'in words';
    const [zoned, other] = [true, false].map(hasZone => {
      const latest = this.#latest.get(keyOf(kind, hasZone));
      return latest !== undefined && isSurelyLater(latest.when!, act.when!) ? latest : undefined;
    });
    if (zoned === undefined || other === undefined) return zoned ?? other;
    return isSurelyLater(other.when!, zoned.when!) ? other : zoned;
  }
}

function keyOf(kind: 'any' | 'in words', hasZone: boolean): string {
  return `${kind} ${hasZone}`;
}
