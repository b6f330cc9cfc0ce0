/** Pairs utterances that are surely the same in both versions, without comparing inside their texts. */

import type { Utterance } from '../../model/model.ts';
import { longestIncreasing } from '../longest-increasing.ts';
import { NO_KEY, type Numbers, numberKeys, placeOf, uniquePlaces } from './key-numbers.ts';

export interface UtterancePairs {
  /** For each old utterance the index of the new one, or -1. */
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
  /** For each paired old utterance whether it left its place in the order. */
  readonly moved: Uint8Array;
  /** For each paired old utterance whether speaker and words (or event) are the same. */
  readonly same: Uint8Array;
  /** Whether ids mean the same utterances in both versions; after a re-import they may be counted anew. */
  readonly idsHold: boolean;
}

/** Ids are trusted while at most this share of the utterances, known by their words, carries the id of another one. */
const MOST_EXCHANGED_IDS = 0.02;

/** A text this long and found once is the same utterance wherever it stands; a shorter one only in its place. */
const TELLING_TEXT_LENGTH = 24;

/** Speaker and words (or event) of an utterance as one string. */
export function contentOf(utterance: Utterance): string {
  return `${utterance.speaker ?? ''}\u0000${wordsOf(utterance)}`;
}

export function sameContent(one: Utterance, other: Utterance): boolean {
  return one === other || (one.speaker === other.speaker && wordsOf(one) === wordsOf(other));
}

/** The words of an utterance; an event stands for itself. */
export function wordsOf(utterance: Utterance): string {
  return utterance.text ?? `\u0001${utterance.event ?? ''}`;
}

/** The words of an utterance, where they are long enough to be told from others. */
function tellingText(utterance: Utterance): string | undefined {
  const text = wordsOf(utterance);
  return text.length < TELLING_TEXT_LENGTH ? undefined : text;
}

function timeAndWords(utterance: Utterance): string | undefined {
  return utterance.start === undefined ? undefined : `${utterance.start} ${wordsOf(utterance)}`;
}

function speakerOf({ speaker }: Utterance): string | undefined {
  return speaker;
}

export function pairUtterances(oldList: readonly Utterance[], newList: readonly Utterance[]): UtterancePairs {
  const pairing = new Pairing(oldList, newList);
  const ids = numberKeys(oldList, newList, ({ id }) => id);
  const unchanged = unchangedById(oldList, newList, ids);
  const idsHold = idsHoldBetween(oldList, newList, ids, unchanged);
  if (idsHold) pairing.pairByNumber(ids);
  const knownById = pairing.newOf.slice();
  pairing.pairByContent();
  pairing.pairByKey(tellingText);
  const { newOf, oldOf } = pairing;
  const moved = new Uint8Array(oldList.length);
  const same = new Uint8Array(oldList.length);
  const pairs = { newOf, oldOf, moved, same, idsHold };
  settleOrder(oldList, newList, pairs);
  extendToNeighbours(oldList, newList, pairs);
  for (let index = 0; index < newOf.length; index++) {
    const newIndex = newOf[index]!;
    if (newIndex < 0) continue;
    // All but the pairs by id were found by their words.
    const isSame =
      newIndex === unchanged[index] ||
      (knownById[index] === -1
        ? oldList[index]!.speaker === newList[newIndex]!.speaker
        : sameContent(oldList[index]!, newList[newIndex]!));
    if (isSame) same[index] = 1;
  }
  return pairs;
}

/** Pairs found so far, and the utterances that are still without a counterpart. */
class Pairing {
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
  readonly #oldList: readonly Utterance[];
  readonly #newList: readonly Utterance[];
  /** Indexes of the utterances without a counterpart, ascending. */
  #old: Int32Array;
  #new: Int32Array;

  constructor(oldList: readonly Utterance[], newList: readonly Utterance[]) {
    this.#oldList = oldList;
    this.#newList = newList;
    this.newOf = new Int32Array(oldList.length).fill(-1);
    this.oldOf = new Int32Array(newList.length).fill(-1);
    this.#old = indexesOf(this.newOf, -1);
    this.#new = indexesOf(this.oldOf, -1);
  }

  pairByKey(keyOf: typeof tellingText, groupOf?: typeof speakerOf): void {
    const [oldOnes, newOnes] = [itemsAt(this.#oldList, this.#old), itemsAt(this.#newList, this.#new)];
    this.pairByNumber(numberKeys(oldOnes, newOnes, keyOf, groupOf));
  }

  /** Pairs utterances by a number that is found once among those without a counterpart on each side. */
  pairByNumber(numbers: Numbers): void {
    const oldPlaces = uniquePlaces(numbers.old, numbers.count);
    const newPlaces = uniquePlaces(numbers.new, numbers.count);
    for (let number = 0; number < numbers.count; number++) {
      if (oldPlaces[number]! < 0 || newPlaces[number]! < 0) continue;
      const oldIndex = this.#old[oldPlaces[number]!]!;
      const newIndex = this.#new[newPlaces[number]!]!;
      this.newOf[oldIndex] = newIndex;
      this.oldOf[newIndex] = oldIndex;
    }
    this.#old = indexesOf(this.newOf, -1);
    this.#new = indexesOf(this.oldOf, -1);
  }

  /** Pairs utterances of equal content by their times. */
  pairByContent(): void {
    this.pairByKey(wordsOf, speakerOf);
    const hasTime = (utterance: Utterance) => utterance.start !== undefined;
    if (!this.#oldList.some(hasTime) || !this.#newList.some(hasTime)) return;
    this.pairByKey(timeAndWords, speakerOf);
    this.pairByKey(wordsOf, speakerOf);
  }
}

/** For each old utterance the new one with the same id and the same content, or -1. */
function unchangedById(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  ids: Numbers,
): Int32Array {
  const newById = uniquePlaces(ids.new, ids.count);
  const unchanged = new Int32Array(oldList.length).fill(-1);
  for (let index = 0; index < oldList.length; index++) {
    const place = placeOf(newById, ids.old[index]!);
    if (place >= 0 && sameContent(oldList[index]!, newList[place]!)) unchanged[index] = place;
  }
  return unchanged;
}

/**
 * An id that has the same words on both sides means the same. Among the others, words found once on each side say what
 * an id means; ids that other words carry now were counted anew.
 */
function idsHoldBetween(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  ids: Numbers,
  unchanged: Int32Array,
): boolean {
  if (ids.new.every(id => id === NO_KEY)) return true;
  const unchangedNew = new Uint8Array(newList.length);
  for (let index = 0; index < unchanged.length; index++)
    if (unchanged[index]! >= 0) unchangedNew[unchanged[index]!] = 1;
  const changedOld = indexesOf(unchanged, -1);
  const changedNew = indexesOf(unchangedNew, 0);
  const contents = numberKeys(itemsAt(oldList, changedOld), itemsAt(newList, changedNew), wordsOf, speakerOf);
  const oldPlaces = uniquePlaces(contents.old, contents.count);
  const newPlaces = uniquePlaces(contents.new, contents.count);
  let known = oldList.length - changedOld.length;
  let exchanged = 0;
  for (let number = 0; number < contents.count; number++) {
    if (oldPlaces[number]! < 0 || newPlaces[number]! < 0) continue;
    known++;
    const newId = ids.new[changedNew[newPlaces[number]!]!]!;
    if (newId !== NO_KEY && newId !== ids.old[changedOld[oldPlaces[number]!]!]) exchanged++;
  }
  return exchanged <= known * MOST_EXCHANGED_IDS;
}

/** Keeps most pairs in order. Of the others, an id or a long text proves that they moved; the rest are unpaired again. */
function settleOrder(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  { newOf, oldOf, moved, idsHold }: UtterancePairs,
): void {
  const paired = new Int32Array(newOf.length);
  let count = 0;
  let last = -1;
  let isInOrder = true;
  for (let index = 0; index < newOf.length; index++) {
    const newIndex = newOf[index]!;
    if (newIndex === -1) continue;
    if (newIndex < last) isInOrder = false;
    last = newIndex;
    paired[count++] = index;
  }
  if (isInOrder) return;
  const inOrder = longestIncreasing(newOf.filter(newIndex => newIndex !== -1));
  let next = 0;
  for (let place = 0; place < count; place++) {
    if (place === inOrder[next]) {
      next++;
      continue;
    }
    const index = paired[place]!;
    const newIndex = newOf[index]!;
    const sameId =
      idsHold && oldList[index]!.id !== undefined && oldList[index]!.id === newList[newIndex]!.id;
    if (sameId || tellingText(oldList[index]!) !== undefined) moved[index] = 1;
    else {
      newOf[index] = -1;
      oldOf[newIndex] = -1;
    }
  }
}

/** Pairs equal utterances next to a pair, however often they occur elsewhere: "Yes." after the same question. */
function extendToNeighbours(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  { newOf, oldOf, moved }: UtterancePairs,
): void {
  const open = indexesOf(newOf, -1);
  for (let place = 0; place < open.length; place++) extend(open[place]!, -1);
  for (let place = open.length - 1; place >= 0; place--) extend(open[place]!, 1);

  /** Pairs an utterance with the one beside the counterpart of its neighbour. */
  function extend(index: number, toNeighbour: 1 | -1): void {
    const newNeighbour = newOf[index + toNeighbour];
    if (newOf[index] !== -1 || newNeighbour === undefined || newNeighbour < 0) return;
    const newIndex = newNeighbour - toNeighbour;
    if (oldOf[newIndex] !== -1 || !sameContent(oldList[index]!, newList[newIndex]!)) return;
    newOf[index] = newIndex;
    oldOf[newIndex] = index;
    moved[index] = moved[index + toNeighbour]!;
  }
}

function indexesOf(list: Int32Array | Uint8Array, value: number): Int32Array {
  const indexes = new Int32Array(list.length);
  let count = 0;
  for (let index = 0; index < list.length; index++) if (list[index] === value) indexes[count++] = index;
  return indexes.subarray(0, count);
}

function itemsAt(list: readonly Utterance[], indexes: Int32Array): Utterance[] {
  const items: Utterance[] = [];
  for (let place = 0; place < indexes.length; place++) items.push(list[indexes[place]!]!);
  return items;
}
