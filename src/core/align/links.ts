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

  list(): [number[], number[]][] {
    const groups = new Map<number, [number[], number[]]>();
    for (let node = 0; node < this.#parent.length; node++) {
      const root = this.#root(node);
      const group: [number[], number[]] = groups.get(root) ?? [[], []];
      groups.set(root, group);
      if (node < this.#oldCount) group[0].push(node);
      else group[1].push(node - this.#oldCount);
    }
    return [...groups.values()];
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

/** Links on both sides keep their order as far as possible; the fewest that do not are the moved ones. */
function withMoves(links: readonly Link[]): Link[] {
  const standing = links.filter(link => link.old.length > 0 && link.new.length > 0);
  standing.sort((one, other) => one.old[0]! - other.old[0]!);
  const kept = new Set(longestIncreasing(standing.map(link => link.new[0]!)).map(index => standing[index]!));
  return links.map(link =>
    link.old.length > 0 && link.new.length > 0 && !kept.has(link) ? { ...link, moved: true } : link,
  );
}

function inOrder(links: readonly Link[], oldCount: number, newCount: number): Alignment {
  const anchor = removedAnchors(links, oldCount);
  const sorted = links
    .map(link => ({ link, place: link.new[0] ?? anchor[link.old[0]!]! + 0.5 }))
    .sort((one, other) => one.place - other.place || (one.link.old[0] ?? 0) - (other.link.old[0] ?? 0))
    .map(entry => entry.link);
  const ofOld = new Array<number>(oldCount);
  const ofNew = new Array<number>(newCount);
  for (const [index, link] of sorted.entries()) {
    for (const old of link.old) ofOld[old] = index;
    for (const fresh of link.new) ofNew[fresh] = index;
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
