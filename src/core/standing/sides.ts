/** Who acts on whose behalf: `on-behalf-of` is followed here and nowhere else. */
import { getOrMake } from '../maps.ts';
import { compareText } from '../model/finding.ts';
import type { Id } from '../model/model.ts';

export type Sides = ReturnType<typeof sidesBy>;

/** @param principalOf the `on-behalf-of` of a party; undefined for a party that acts for itself. */
export function sidesBy(principalOf: (party: Id) => Id | undefined) {
  const heads = new Map<Id, Id>();

  /**
   * The parties on whose behalf a party acts, directly and through others, nearest first. A party whose way leads back
   * to itself has none: which of them is the principal nobody can say.
   */
  function principalsOf(party: Id): readonly Id[] {
    const way = wayFrom(party);
    return principalOf(way.at(-1)!) === party ? [] : way.slice(1);
  }

  /** Whether a party acts on behalf of another, directly or through others. */
  function speaksFor(party: Id, principal: Id): boolean {
    return principalsOf(party).includes(principal);
  }

  /** The party at the head of a side: all who act for it, directly or through others, are of one side. */
  function sideOf(party: Id): Id {
    return getOrMake(heads, party, () => {
      const way = wayFrom(party);
      const back = principalOf(way.at(-1)!);
      // On a cycle nobody is the head; any of it will do, so long as it is always the same.
      return back === undefined ? way.at(-1)! : way.slice(way.indexOf(back)).sort(compareText)[0]!;
    });
  }

  function areOneSide(a: Id, b: Id): boolean {
    return sideOf(a) === sideOf(b);
  }

  /** The parties on the way from one back to itself, itself first; undefined where there is no such way. */
  function cycleFrom(party: Id): readonly Id[] | undefined {
    const way = wayFrom(party);
    return principalOf(way.at(-1)!) === party ? way : undefined;
  }

  /** From a party to the last principal, each once. */
  function wayFrom(party: Id): Id[] {
    const way = new Set([party]);
    for (let next = principalOf(party); next !== undefined && !way.has(next); ) {
      way.add(next);
      next = principalOf(next);
    }
    return [...way];
  }

  return { principalsOf, speaksFor, sideOf, areOneSide, cycleFrom };
}
