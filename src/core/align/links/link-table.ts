/** Links of two versions, in columns: most utterances stay as they are, and a link is only made when it is asked for. */

import { getOrMake } from '../../maps.ts';
import type { Utterance } from '../../model/model.ts';
import { longestIncreasing } from '../longest-increasing.ts';
import { sameContent, type UtterancePairs } from '../utterances/utterance-pairs.ts';
import type { Groups } from './groups.ts';
import type { Alignment, Link, Links } from './link.ts';

const NONE = -1;

interface Members {
  readonly old: number[];
  readonly new: number[];
}

export class LinkTable implements Alignment, Links {
  readonly length: number;
  readonly #groupOfOld: Int32Array;
  readonly #groupOfNew: Int32Array;
  readonly #oldList: readonly Utterance[];
  readonly #newList: readonly Utterance[];
  readonly #pairs: UtterancePairs;
  /** By group its first old and its first new utterance, or `NONE`. Groups come in the order of their first members. */
  readonly #firstOld: Int32Array;
  readonly #firstNew: Int32Array;
  readonly #moved: Uint8Array;
  /** Whether a group has several members on a side. */
  readonly #isLarge: Uint8Array;
  readonly #members = new Map<number, Members>();
  /** For each link its group. */
  readonly #order: Int32Array;
  #ofOld: Int32Array | undefined;

  constructor(
    oldList: readonly Utterance[],
    newList: readonly Utterance[],
    pairs: UtterancePairs,
    groups: Groups,
  ) {
    this.#oldList = oldList;
    this.#newList = newList;
    this.#pairs = pairs;
    const { groupOf, count } = groups.numbered();
    this.#groupOfOld = groupOf.subarray(0, oldList.length);
    this.#groupOfNew = groupOf.subarray(oldList.length);
    this.length = count;
    this.#firstOld = new Int32Array(count).fill(NONE);
    this.#firstNew = new Int32Array(count).fill(NONE);
    this.#isLarge = new Uint8Array(count);
    this.#collectMembers();
    this.#moved = this.#movedGroups();
    this.#order = this.#inNewOrder();
  }

  get ofOld(): Int32Array {
    this.#ofOld ??= this.#linksOfOld();
    return this.#ofOld;
  }

  get links(): Links {
    return this;
  }

  at(index: number): Link | undefined {
    const group = this.#order[index];
    if (group === undefined) return undefined;
    const moved = this.#moved[group] === 1;
    if (this.#isLarge[group] === 1) {
      const { old, new: fresh } = this.#members.get(group)!;
      const kind = old.length === 1 ? 'split' : fresh.length === 1 ? 'merged' : 'regrouped';
      return { kind, old, new: fresh, moved };
    }
    const old = this.#firstOld[group]!;
    const fresh = this.#firstNew[group]!;
    if (old === NONE) return { kind: 'added', old: [], new: [fresh], moved };
    if (fresh === NONE) return { kind: 'removed', old: [old], new: [], moved };
    return { kind: this.#areSame(old, fresh) ? 'kept' : 'edited', old: [old], new: [fresh], moved };
  }

  oldInPlace(index: number): number {
    return this.#isInPlace(index) ? this.#firstOld[this.#order[index]!]! : NONE;
  }

  newInPlace(index: number): number {
    return this.#isInPlace(index) ? this.#firstNew[this.#order[index]!]! : NONE;
  }

  #isInPlace(index: number): boolean {
    const group = this.#order[index]!;
    return this.#moved[group] === 0 && this.#isLarge[group] === 0;
  }

  *[Symbol.iterator](): Iterator<Link> {
    for (let index = 0; index < this.length; index++) yield this.at(index)!;
  }

  #areSame(old: number, fresh: number): boolean {
    const { newOf, same } = this.#pairs;
    if (newOf[old] === fresh) return same[old] === 1;
    return sameContent(this.#oldList[old]!, this.#newList[fresh]!);
  }

  #linksOfOld(): Int32Array {
    const links = new Int32Array(this.length);
    for (let link = 0; link < this.length; link++) links[this.#order[link]!] = link;
    return this.#groupOfOld.map(group => links[group]!);
  }

  #collectMembers(): void {
    const oldOthers = enterFirsts(this.#groupOfOld, this.#firstOld);
    const newOthers = enterFirsts(this.#groupOfNew, this.#firstNew);
    for (const index of oldOthers) this.#membersOf(this.#groupOfOld[index]!).old.push(index);
    for (const index of newOthers) this.#membersOf(this.#groupOfNew[index]!).new.push(index);
  }

  /** Those of a group that has several on a side, with the first of each side to begin with. */
  #membersOf(group: number): Members {
    return getOrMake(this.#members, group, () => {
      this.#isLarge[group] = 1;
      return { old: [this.#firstOld[group]!], new: [this.#firstNew[group]!] };
    });
  }

  /** Links on both sides keep their order as far as possible; the fewest that do not are the moved ones. */
  #movedGroups(): Uint8Array {
    const standing = new Int32Array(this.length);
    const places = new Int32Array(this.length);
    const moved = new Uint8Array(this.length);
    let count = 0;
    let isInOrder = true;
    for (let group = 0; group < this.length; group++) {
      const place = this.#firstNew[group]!;
      if (this.#firstOld[group] === NONE || place === NONE) continue;
      if (count > 0 && place < places[count - 1]!) isInOrder = false;
      standing[count] = group;
      places[count++] = place;
    }
    if (isInOrder) return moved;
    for (let index = 0; index < count; index++) moved[standing[index]!] = 1;
    for (const index of longestIncreasing(places.subarray(0, count))) moved[standing[index]!] = 0;
    return moved;
  }

  /** Groups in the order of the new version; those of removed utterances come in the order of the old one. */
  #inNewOrder(): Int32Array {
    const removed = this.#removedBehind();
    const order = new Int32Array(this.length);
    let count = 0;
    for (let place = NONE; place < this.#groupOfNew.length; place++) {
      if (place !== NONE) {
        const group = this.#groupOfNew[place]!;
        if (this.#firstNew[group] === place) order[count++] = group;
      }
      for (let group = removed.firsts[place + 1]!; group !== NONE; group = removed.nexts[group]!)
        order[count++] = group;
    }
    return order;
  }

  /** The removed utterances that stood behind the last one before them that stayed, by the place where that is now. */
  #removedBehind(): Chains {
    const firsts = new Int32Array(this.#groupOfNew.length + 1).fill(NONE);
    const lasts = new Int32Array(firsts.length);
    const nexts = new Int32Array(this.length).fill(NONE);
    let stayed = NONE;
    for (let index = 0; index < this.#groupOfOld.length; index++) {
      const group = this.#groupOfOld[index]!;
      const place = this.#firstNew[group]!;
      if (place === NONE) {
        const chain = stayed + 1;
        if (firsts[chain] === NONE) firsts[chain] = group;
        else nexts[lasts[chain]!] = group;
        lasts[chain] = group;
      } else if (this.#moved[group] === 0)
        stayed = this.#isLarge[group] === 1 ? this.#members.get(group)!.new.at(-1)! : place;
    }
    return { firsts, nexts };
  }
}

/** Groups that follow each other. */
interface Chains {
  /** By place, counted from one before the first, the first group, or `NONE`. */
  readonly firsts: Int32Array;
  /** By group the next one, or `NONE`. */
  readonly nexts: Int32Array;
}

/** Enters for each group its first utterance. Returns the other utterances. */
function enterFirsts(groupOf: Int32Array, firsts: Int32Array): number[] {
  const others: number[] = [];
  for (let index = 0; index < groupOf.length; index++) {
    const group = groupOf[index]!;
    if (firsts[group] === NONE) firsts[group] = index;
    else others.push(index);
  }
  return others;
}
