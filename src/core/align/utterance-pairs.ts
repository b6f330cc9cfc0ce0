/** Utterances of two versions that are surely the same ones, found without looking inside their texts. */
import { longestIncreasing } from '../diff/increasing.ts';
import type { Utterance } from '../model.ts';
import { KeyNumbers, NO_KEY, numbersOf, placeOf, uniquePlaces } from './key-numbers.ts';

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

/** The words of an utterance, where they are long enough to be told from others. */
function tellingText(utterance: Utterance): string | undefined {
  const text = wordsOf(utterance);
  return text.length < TELLING_TEXT_LENGTH ? undefined : text;
}

export function pairUtterances(oldList: readonly Utterance[], newList: readonly Utterance[]): UtterancePairs {
  const contents = new ContentNumbers();
  const ids = new KeyNumbers<string>();
  const oldIds = numbersOf(oldList, ({ id }) => ids.of(id), everywhere);
  const oldIdCount = ids.size;
  const newIds = numbersOf(newList, ({ id }) => ids.of(id), everywhere);

  const newOf = new Int32Array(oldList.length).fill(-1);
  const oldOf = new Int32Array(newList.length).fill(-1);
  const moved = new Uint8Array(oldList.length);
  const idsHold = idsHoldBetween();
  const pairs = { newOf, oldOf, moved, idsHold };
  if (idsHold) pairUnique(oldIds, newIds, ids.size, pairs);
  const times = new KeyNumbers<string>();
  pairBy(utterance =>
    times.of(utterance.start === undefined ? undefined : `${utterance.start}\u0000${contents.of(utterance)}`),
  );
  pairBy(utterance => contents.of(utterance));
  const texts = new KeyNumbers<string>();
  pairBy(utterance => texts.of(tellingText(utterance)));
  settleOrder(oldList, newList, pairs);
  extendToNeighbours(oldList, newList, pairs);
  return pairs;

  /** Pairs utterances without a counterpart by a number that is found once among them on each side. */
  function pairBy(numberOf: (utterance: Utterance) => number): void {
    const oldKeys = numbersOf(oldList, numberOf, index => newOf[index] === -1);
    const newKeys = numbersOf(newList, numberOf, index => oldOf[index] === -1);
    pairUnique(oldKeys, newKeys, oldKeys.length + newKeys.length, pairs);
  }

  /**
   * An id that has the same words on both sides means the same. Among the others, words found once on each side say
   * what an id means; ids that other words carry now were counted anew.
   */
  function idsHoldBetween(): boolean {
    const newById = uniquePlaces(newIds, ids.size);
    const unchangedOld = new Uint8Array(oldList.length);
    const unchangedNew = new Uint8Array(newList.length);
    let known = 0;
    for (let index = 0; index < oldList.length; index++) {
      const place = placeOf(newById, oldIds[index]!);
      if (place < 0 || !sameContent(oldList[index]!, newList[place]!)) continue;
      unchangedOld[index] = 1;
      unchangedNew[place] = 1;
      known++;
    }
    const content = (utterance: Utterance) => contents.of(utterance);
    const oldContents = numbersOf(oldList, content, index => unchangedOld[index] === 0);
    const newContents = numbersOf(newList, content, index => unchangedNew[index] === 0);
    const oldPlaces = uniquePlaces(oldContents, contents.size);
    const newPlaces = uniquePlaces(newContents, contents.size);
    let exchanged = 0;
    for (let number = 0; number < contents.size; number++) {
      const oldPlace = oldPlaces[number]!;
      const newPlace = newPlaces[number]!;
      if (oldPlace < 0 || newPlace < 0) continue;
      known++;
      const newId = newIds[newPlace]!;
      if (newId !== oldIds[oldPlace] && newId !== NO_KEY && newId < oldIdCount) exchanged++;
    }
    return exchanged <= known * MOST_EXCHANGED_IDS;
  }
}

/** Most pairs keep their order. The others moved, where an id or a telling text vouches for them; else they are no pairs. */
function settleOrder(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  { newOf, oldOf, moved, idsHold }: UtterancePairs,
): void {
  const paired: number[] = [];
  for (let index = 0; index < newOf.length; index++) if (newOf[index]! >= 0) paired.push(index);
  const inOrder = longestIncreasing(paired.map(index => newOf[index]!));
  let next = 0;
  for (let place = 0; place < paired.length; place++) {
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

/** Numbers for speaker and words (or event) of utterances, the same for the same content. */
class ContentNumbers {
  readonly #bySpeaker = new Map<string, Map<string, number>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  of(utterance: Utterance): number {
    const speaker = utterance.speaker ?? '';
    let ofSpeaker = this.#bySpeaker.get(speaker);
    if (ofSpeaker === undefined) {
      ofSpeaker = new Map();
      this.#bySpeaker.set(speaker, ofSpeaker);
    }
    const words = wordsOf(utterance);
    let number = ofSpeaker.get(words);
    if (number === undefined) {
      number = this.#size++;
      ofSpeaker.set(words, number);
    }
    return number;
  }
}

const everywhere = () => true;

function pairUnique(
  oldKeys: Int32Array,
  newKeys: Int32Array,
  size: number,
  { newOf, oldOf }: UtterancePairs,
): void {
  const oldPlaces = uniquePlaces(oldKeys, size);
  const newPlaces = uniquePlaces(newKeys, size);
  for (let key = 0; key < size; key++) {
    const oldPlace = oldPlaces[key]!;
    const newPlace = newPlaces[key]!;
    if (oldPlace < 0 || newPlace < 0) continue;
    newOf[oldPlace] = newPlace;
    oldOf[newPlace] = oldPlace;
  }
}
