/** Who acts on whose behalf: `on-behalf-of` is followed here and nowhere else. */
import { getOrMake } from '../maps.ts';
import { compareText } from '../model/finding.ts';
import type { Id } from '../model/model.ts';

export class Sides {
  readonly #principalOf: (party: Id) => Id | undefined;
  readonly #sides = new Map<Id, Id>();

  /** @param principalOf the `on-behalf-of` of a party; undefined for a party that acts for itself. */
  constructor(principalOf: (party: Id) => Id | undefined) {
    this.#principalOf = principalOf;
  }

  /**
   * The parties on whose behalf a party acts, directly and through others, nearest first. A party whose way leads back
   * to itself has none: which of them is the principal nobody can say.
   */
  principalsOf(party: Id): readonly Id[] {
    const way = this.#wayFrom(party);
    return this.#principalOf(way.at(-1)!) === party ? [] : way.slice(1);
  }

  /** Whether a party acts on behalf of another, directly or through others. */
  speaksFor(party: Id, principal: Id): boolean {
    return this.principalsOf(party).includes(principal);
  }

  /** The party at the head of a side: all who act for it, directly or through others, are of one side. */
  sideOf(party: Id): Id {
    return getOrMake(this.#sides, party, () => {
      const way = this.#wayFrom(party);
      const back = this.#principalOf(way.at(-1)!);
      // On a cycle nobody is the head; any of it will do, so long as it is always the same.
      return back === undefined ? way.at(-1)! : way.slice(way.indexOf(back)).sort(compareText)[0]!;
    });
  }

  areOneSide(a: Id, b: Id): boolean {
    return this.sideOf(a) === this.sideOf(b);
  }

  /** The parties on the way from one back to itself, itself first; undefined where there is no such way. */
  cycleFrom(party: Id): readonly Id[] | undefined {
    const way = this.#wayFrom(party);
    return this.#principalOf(way.at(-1)!) === party ? way : undefined;
  }

  /** From a party to the last principal, each once. */
  #wayFrom(party: Id): Id[] {
    const way = new Set([party]);
    for (let next = this.#principalOf(party); next !== undefined && !way.has(next); ) {
      way.add(next);
      next = this.#principalOf(next);
    }
    return [...way];
  }
}
