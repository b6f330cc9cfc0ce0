/** From words to utterances: which utterances a version continues, joins or cuts. */
import { longestIncreasing } from '../diff/increasing.ts';
import type { Utterance } from '../model.ts';
import type { Alignment, Link, LinkKind } from './alignment.ts';
import type { AlignedTranscripts } from './transcripts.ts';
import { sameContent, type UtterancePairs } from './utterance-pairs.ts';

/** Two utterances belong together when this share of the shorter one's words, by rarity, stands in the other. */
const LEAST_SHARED = 0.5;

export function linkUtterances(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  aligned: AlignedTranscripts,
): Alignment {
  return linkPairs(oldList, newList, aligned.pairs, sharedWords(aligned));
}

/** Links of the utterances that are paired, joined where `shared` says that a pair of them share most words. */
export function linkPairs(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  { newOf }: UtterancePairs,
  shared: Iterable<readonly [oldIndex: number, newIndex: number]>,
): Alignment {
  const groups = new Groups(oldList.length, newList.length);
  for (let index = 0; index < oldList.length; index++)
    if (newOf[index]! >= 0) groups.join(index, newOf[index]!);
  for (const [oldIndex, newIndex] of shared) groups.join(oldIndex, newIndex);
  const links = groups.list().map(([old, fresh]): Link => {
    return { kind: kindOf(old, fresh, oldList, newList), old, new: fresh, moved: false };
  });
  return inOrder(withMoves(links), oldList.length, newList.length);
}

function kindOf(
  old: readonly number[],
  fresh: readonly number[],
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
): LinkKind {
  if (old.length === 0) return 'added';
  if (fresh.length === 0) return 'removed';
  if (old.length === 1 && fresh.length === 1)
    return sameContent(oldList[old[0]!]!, newList[fresh[0]!]!) ? 'kept' : 'edited';
  if (old.length === 1) return 'split';
  return fresh.length === 1 ? 'merged' : 'regrouped';
}

/** Pairs of utterances that share most of the shorter one's words. */
export function* sharedWords({
  old,
  new: fresh,
  map,
  rarity,
  keys,
}: AlignedTranscripts): Iterable<[number, number]> {
  const oldWeights = weights(old.firsts, old.keys);
  const newWeights = weights(fresh.firsts, fresh.keys);
  for (let index = 0; index + 1 < old.firsts.length; index++) {
    const shared = new Map<number, number>();
    for (let word = old.firsts[index]!; word < old.firsts[index + 1]!; word++) {
      const newWord = map.newOf[word]!;
      if (newWord < 0 || keys.isMarker(old.keys[word]!)) continue;
      const other = fresh.utteranceOf[newWord]!;
      shared.set(other, (shared.get(other) ?? 0) + rarity[old.keys[word]!]! * map.likeness[word]!);
    }
    for (const [other, weight] of shared)
      if (weight >= LEAST_SHARED * Math.min(oldWeights[index]!, newWeights[other]!)) yield [index, other];
  }

  function weights(firsts: Int32Array, words: Int32Array): Float64Array {
    const result = new Float64Array(firsts.length - 1);
    for (let index = 0; index < result.length; index++)
      for (let word = firsts[index]!; word < firsts[index + 1]!; word++)
        if (!keys.isMarker(words[word]!)) result[index]! += rarity[words[word]!]!;
    return result;
  }
}

/** Utterances joined through each other, old ones first in the numbering (union-find). */
class Groups {
  readonly #parent: Int32Array;
  readonly #oldCount: number;

  constructor(oldCount: number, newCount: number) {
    this.#oldCount = oldCount;
    this.#parent = Int32Array.from({ length: oldCount + newCount }, (_, index) => index);
  }

  join(oldIndex: number, newIndex: number): void {
    this.#parent[this.#root(oldIndex)] = this.#root(this.#oldCount + newIndex);
  }

  /** Indexes of the old and the new members of each group, in the order of their first members, old ones first. */
  list(): [number[], number[]][] {
    const groups: [number[], number[]][] = [];
    const places = new Int32Array(this.#parent.length).fill(-1);
    for (let node = 0; node < this.#parent.length; node++) {
      const root = this.#root(node);
      if (places[root] === -1) {
        places[root] = groups.length;
        groups.push([[], []]);
      }
      const [old, fresh] = groups[places[root]!]!;
      if (node < this.#oldCount) old.push(node);
      else fresh.push(node - this.#oldCount);
    }
    return groups;
  }

  #root(node: number): number {
    let root = node;
    while (this.#parent[root] !== root) {
      this.#parent[root] = this.#parent[this.#parent[root]!]!;
      root = this.#parent[root]!;
    }
    return root;
  }
}

/**
 * Links on both sides keep their order as far as possible; the fewest that do not are the moved ones. The links come in
 * the order of their first old utterances.
 */
function withMoves(links: readonly Link[]): readonly Link[] {
  const standing = links.filter(link => link.old.length > 0 && link.new.length > 0);
  const inOrder = longestIncreasing(standing.map(link => link.new[0]!));
  if (inOrder.length === standing.length) return links;
  const kept = new Set(inOrder.map(index => standing[index]!));
  return links.map(link =>
    link.old.length > 0 && link.new.length > 0 && !kept.has(link) ? { ...link, moved: true } : link,
  );
}

/** Puts links in the order of the new version; those of removed utterances come in the order of the old one. */
function inOrder(links: readonly Link[], oldCount: number, newCount: number): Alignment {
  const anchor = removedAnchors(links, oldCount);
  const atNew = new Array<Link | undefined>(newCount).fill(undefined);
  const removedBehind = new Map<number, Link[]>();
  for (const link of links) {
    const place = link.new[0];
    if (place !== undefined) {
      atNew[place] = link;
      continue;
    }
    const behind = anchor[link.old[0]!]!;
    const others = removedBehind.get(behind);
    if (others === undefined) removedBehind.set(behind, [link]);
    else others.push(link);
  }
  const sorted: Link[] = [];
  const ofOld = new Array<number>(oldCount).fill(0);
  const ofNew = new Array<number>(newCount).fill(0);
  const add = (link: Link) => {
    for (const old of link.old) ofOld[old] = sorted.length;
    for (const fresh of link.new) ofNew[fresh] = sorted.length;
    sorted.push(link);
  };
  removedBehind.get(-1)?.forEach(add);
  for (let place = 0; place < newCount; place++) {
    const link = atNew[place];
    if (link !== undefined) add(link);
    removedBehind.get(place)?.forEach(add);
  }
  return { links: sorted, ofOld, ofNew };
}

/** For each old utterance the new place behind which what follows it stood: that of the last one before it that stayed. */
function removedAnchors(links: readonly Link[], oldCount: number): Float64Array {
  const places = new Float64Array(oldCount).fill(Number.NaN);
  for (const link of links)
    if (!link.moved && link.new.length > 0) for (const old of link.old) places[old] = link.new.at(-1)!;
  let last = -1;
  for (let index = 0; index < oldCount; index++) {
    if (Number.isNaN(places[index]!)) places[index] = last;
    else last = places[index]!;
  }
  return places;
}
