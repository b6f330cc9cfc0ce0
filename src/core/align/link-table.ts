/** Links of two versions, in columns: most utterances stay as they are, and a link is only made when it is asked for. */
import { longestIncreasing } from '../diff/increasing.ts';
import type { Utterance } from '../model.ts';
import type { Alignment, Link, Links } from './alignment.ts';
import type { Groups } from './groups.ts';
import { sameContent, type UtterancePairs } from './utterance-pairs.ts';

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
  #ofNew: Int32Array | undefined;

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
    const groupOfOld = groupOf.subarray(0, oldList.length);
    const groupOfNew = groupOf.subarray(oldList.length);
    this.length = count;
    this.#firstOld = firstMembers(groupOfOld, this.length);
    this.#firstNew = firstMembers(groupOfNew, this.length);
    this.#isLarge = new Uint8Array(this.length);
    this.#collectMembers(groupOfOld, groupOfNew);
    this.#moved = this.#movedGroups();
    this.#order = this.#inNewOrder(groupOfOld);
    this.#groupOfOld = groupOfOld;
    this.#groupOfNew = groupOfNew;
  }

  get ofOld(): Int32Array {
    this.#ofOld ??= this.#linksOf(this.#groupOfOld);
    return this.#ofOld;
  }

  get ofNew(): Int32Array {
    this.#ofNew ??= this.#linksOf(this.#groupOfNew);
    return this.#ofNew;
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

  *[Symbol.iterator](): Iterator<Link> {
    for (let index = 0; index < this.length; index++) yield this.at(index)!;
  }

  #areSame(old: number, fresh: number): boolean {
    const { newOf, same } = this.#pairs;
    if (newOf[old] === fresh) return same[old] === 1;
    return sameContent(this.#oldList[old]!, this.#newList[fresh]!);
  }

  /** By utterance its link, from its group. */
  #linksOf(groupOf: Int32Array): Int32Array {
    const links = new Int32Array(this.length);
    for (let link = 0; link < this.length; link++) links[this.#order[link]!] = link;
    return groupOf.map(group => links[group]!);
  }

  #collectMembers(groupOfOld: Int32Array, groupOfNew: Int32Array): void {
    this.#collectSide(groupOfOld, this.#firstOld, 'old');
    this.#collectSide(groupOfNew, this.#firstNew, 'new');
  }

  #collectSide(groupOf: Int32Array, first: Int32Array, side: 'old' | 'new'): void {
    for (let index = 0; index < groupOf.length; index++) {
      const group = groupOf[index]!;
      if (first[group] === index) continue;
      if (this.#isLarge[group] === 0) {
        this.#isLarge[group] = 1;
        this.#members.set(group, { old: [this.#firstOld[group]!], new: [this.#firstNew[group]!] });
      }
      this.#members.get(group)![side].push(index);
    }
  }

  /** Links on both sides keep their order as far as possible; the fewest that do not are the moved ones. */
  #movedGroups(): Uint8Array {
    const standing = new Int32Array(this.length);
    let count = 0;
    for (let group = 0; group < this.length; group++)
      if (this.#firstOld[group] !== NONE && this.#firstNew[group] !== NONE) standing[count++] = group;
    const places = standing.subarray(0, count).map(group => this.#firstNew[group]!);
    const moved = new Uint8Array(this.length);
    const kept = longestIncreasing(places);
    if (kept.length === count) return moved;
    for (let index = 0; index < count; index++) moved[standing[index]!] = 1;
    for (const index of kept) moved[standing[index]!] = 0;
    return moved;
  }

  /** Groups in the order of the new version; those of removed utterances come in the order of the old one. */
  #inNewOrder(groupOfOld: Int32Array): Int32Array {
    const removed = this.#removedBehind(groupOfOld);
    const order = new Int32Array(this.length);
    let count = 0;
    const atNew = new Int32Array(this.#newList.length).fill(NONE);
    for (let group = 0; group < this.length; group++)
      if (this.#firstNew[group] !== NONE) atNew[this.#firstNew[group]!] = group;
    for (let place = NONE; place < atNew.length; place++) {
      if (place !== NONE && atNew[place] !== NONE) order[count++] = atNew[place]!;
      for (const group of removed.get(place) ?? []) order[count++] = group;
    }
    return order;
  }

  /** By new place, the removed utterances that stood behind the last one before them that stayed, which is there now. */
  #removedBehind(groupOfOld: Int32Array): Map<number, number[]> {
    const removed = new Map<number, number[]>();
    let last = NONE;
    for (const group of groupOfOld) {
      const place = this.#firstNew[group]!;
      if (place === NONE) {
        const others = removed.get(last);
        if (others === undefined) removed.set(last, [group]);
        else others.push(group);
      } else if (this.#moved[group] === 0)
        last = this.#isLarge[group] ? this.#members.get(group)!.new.at(-1)! : place;
    }
    return removed;
  }
}

function firstMembers(groupOf: Int32Array, count: number): Int32Array {
  const first = new Int32Array(count).fill(NONE);
  for (let index = groupOf.length - 1; index >= 0; index--) first[groupOf[index]!] = index;
  return first;
}
