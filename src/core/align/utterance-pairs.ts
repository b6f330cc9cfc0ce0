/** Utterances of two versions that are surely the same ones, found without looking inside their texts. */
import { longestIncreasing } from '../diff/increasing.ts';
import type { Utterance } from '../model.ts';

export interface UtterancePairs {
  /** For each old utterance the index of the new one, or -1. */
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
  /** For each paired old utterance whether it left its place in the order. */
  readonly moved: Uint8Array;
  /** Whether ids mean the same utterances in both versions; after a re-import they may be counted anew. */
  readonly idsHold: boolean;
}

/** Share of utterances, known by their words, that may carry each other's id before ids are not trusted at all. */
const MOST_EXCHANGED_IDS = 0.02;

/** A text this long and found once is the same utterance wherever it stands; a shorter one only in its place. */
const TELLING_TEXT_LENGTH = 24;

type KeyOf = (utterance: Utterance) => string | undefined;

/** Speaker and words (or event) of an utterance as one string. */
export function contentOf(utterance: Utterance): string {
  return `${utterance.speaker ?? ''}\u0000${wordsOf(utterance)}`;
}

/** Whether speaker and words (or event) are the same. */
export function sameContent(one: Utterance, other: Utterance): boolean {
  return one.speaker === other.speaker && wordsOf(one) === wordsOf(other);
}

/** The words of an utterance; an event stands for itself. */
export function wordsOf(utterance: Utterance): string {
  return utterance.text ?? `\u0001${utterance.event ?? ''}`;
}

const byId: KeyOf = utterance => utterance.id;
const byContentAndTime: KeyOf = utterance =>
  utterance.start === undefined ? undefined : `${utterance.start}\u0000${contentOf(utterance)}`;
const byContent: KeyOf = contentOf;
const byTellingText: KeyOf = utterance => {
  const text = wordsOf(utterance);
  return text.length < TELLING_TEXT_LENGTH ? undefined : text;
};

export function pairUtterances(oldList: readonly Utterance[], newList: readonly Utterance[]): UtterancePairs {
  const idsHold = idsHoldBetween(oldList, newList);
  const newOf = new Int32Array(oldList.length).fill(-1);
  const oldOf = new Int32Array(newList.length).fill(-1);
  const moved = new Uint8Array(oldList.length);
  const pairs = { newOf, oldOf, moved, idsHold };
  const keys = idsHold
    ? [byId, byContentAndTime, byContent, byTellingText]
    : [byContentAndTime, byContent, byTellingText];
  for (const keyOf of keys) pairUnique(oldList, newList, keyOf, pairs);
  settleOrder(oldList, newList, pairs);
  extendToNeighbours(oldList, newList, pairs);
  return pairs;
}

/**
 * An id that has the same words on both sides means the same. Among the others, words found once on each side say what
 * an id means; ids that other words carry now were counted anew.
 */
function idsHoldBetween(oldList: readonly Utterance[], newList: readonly Utterance[]): boolean {
  const oldIds = new Set<string | undefined>(oldList.map(utterance => utterance.id));
  const newById = uniquePlaces(newList, byId, () => true);
  const unchangedNew = new Uint8Array(newList.length);
  const unchangedOld = oldList.map(utterance => {
    const place = utterance.id === undefined ? undefined : newById.get(utterance.id);
    if (place === undefined || place < 0 || !sameContent(utterance, newList[place]!)) return false;
    unchangedNew[place] = 1;
    return true;
  });
  const newPlaces = uniquePlaces(newList, byContent, index => unchangedNew[index] === 0);
  let known = unchangedOld.filter(Boolean).length;
  let exchanged = 0;
  for (const [content, oldPlace] of uniquePlaces(oldList, byContent, index => !unchangedOld[index])) {
    const newPlace = newPlaces.get(content);
    if (oldPlace < 0 || newPlace === undefined || newPlace < 0) continue;
    known++;
    const newId = newList[newPlace]!.id;
    if (newId !== oldList[oldPlace]!.id && newId !== undefined && oldIds.has(newId)) exchanged++;
  }
  return exchanged <= known * MOST_EXCHANGED_IDS;
}

/** Place of each key, or -1 where several utterances share it. */
function uniquePlaces(
  list: readonly Utterance[],
  keyOf: KeyOf,
  include: (index: number) => boolean,
): Map<string, number> {
  const places = new Map<string, number>();
  for (let index = 0; index < list.length; index++) {
    if (!include(index)) continue;
    const key = keyOf(list[index]!);
    if (key !== undefined) places.set(key, places.has(key) ? -1 : index);
  }
  return places;
}

function pairUnique(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  keyOf: KeyOf,
  { newOf, oldOf }: UtterancePairs,
): void {
  const newPlaces = uniquePlaces(newList, keyOf, index => oldOf[index] === -1);
  for (const [key, oldPlace] of uniquePlaces(oldList, keyOf, index => newOf[index] === -1)) {
    const newPlace = newPlaces.get(key);
    if (oldPlace < 0 || newPlace === undefined || newPlace < 0) continue;
    newOf[oldPlace] = newPlace;
    oldOf[newPlace] = oldPlace;
  }
}

/** Most pairs keep their order. The others moved, where an id or a telling text vouches for them; else they are no pairs. */
function settleOrder(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  { newOf, oldOf, moved, idsHold }: UtterancePairs,
): void {
  const paired = [...newOf.keys()].filter(index => newOf[index]! >= 0);
  const inOrder = new Set(longestIncreasing(paired.map(index => newOf[index]!)));
  for (const [place, index] of paired.entries()) {
    if (inOrder.has(place)) continue;
    const newIndex = newOf[index]!;
    const sameId =
      idsHold && oldList[index]!.id !== undefined && oldList[index]!.id === newList[newIndex]!.id;
    if (sameId || byTellingText(oldList[index]!) !== undefined) moved[index] = 1;
    else {
      newOf[index] = -1;
      oldOf[newIndex] = -1;
    }
  }
}

/** What stands next to a pair on both sides and is the same belongs together too, however often it is said elsewhere. */
function extendToNeighbours(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  pairs: UtterancePairs,
): void {
  for (let index = 0; index < oldList.length; index++) extend(index, 1);
  for (let index = oldList.length - 1; index >= 0; index--) extend(index, -1);

  function extend(index: number, step: 1 | -1): void {
    const newIndex = pairs.newOf[index]!;
    const oldNext = index + step;
    const newNext = newIndex + step;
    if (newIndex < 0 || pairs.newOf[oldNext] !== -1 || pairs.oldOf[newNext] !== -1) return;
    if (!sameContent(oldList[oldNext]!, newList[newNext]!)) return;
    pairs.newOf[oldNext] = newNext;
    pairs.oldOf[newNext] = oldNext;
    pairs.moved[oldNext] = pairs.moved[index]!;
  }
}
