/** The utterances that have to be compared word by word to know what became of them. */
import type { Utterance } from '../model.ts';
import { type UtterancePairs, wordsOf } from './utterance-pairs.ts';

/** Some utterances of both versions, and their pairs by places in these shorter lists. */
export interface Unsettled {
  /** Indexes into the whole lists, ascending. */
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly pairs: UtterancePairs;
}

/**
 * All but the pairs that are the same on both sides or differ in few words, between others that have counterparts: no
 * words of theirs that tell can have gone to another utterance. Pairs beside an utterance without a counterpart stay:
 * they bound the stretch in which its words are looked for.
 */
export function withoutSettled(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  pairs: UtterancePairs,
): Unsettled {
  const isPaired = (counterpart: Int32Array, index: number) =>
    index < 0 || index >= counterpart.length || counterpart[index]! >= 0;
  const isSettled = (oldIndex: number, newIndex: number) =>
    isPaired(pairs.newOf, oldIndex - 1) &&
    isPaired(pairs.newOf, oldIndex + 1) &&
    isPaired(pairs.oldOf, newIndex - 1) &&
    isPaired(pairs.oldOf, newIndex + 1) &&
    (pairs.same[oldIndex] === 1 ||
      differInFewWords(wordsOf(oldList[oldIndex]!), wordsOf(newList[newIndex]!)));
  const settledNew = new Uint8Array(newList.length);
  const old: number[] = [];
  for (let index = 0; index < oldList.length; index++) {
    const newIndex = pairs.newOf[index]!;
    if (newIndex >= 0 && isSettled(index, newIndex)) settledNew[newIndex] = 1;
    else old.push(index);
  }
  const fresh: number[] = [];
  for (let index = 0; index < newList.length; index++) if (!settledNew[index]) fresh.push(index);
  const newPlaces = new Int32Array(newList.length).fill(-1);
  for (let place = 0; place < fresh.length; place++) newPlaces[fresh[place]!] = place;
  const newOf = Int32Array.from(old, index => newPlaces[pairs.newOf[index]!] ?? -1);
  const oldOf = new Int32Array(fresh.length).fill(-1);
  for (const [place, newPlace] of newOf.entries()) if (newPlace >= 0) oldOf[newPlace] = place;
  const moved = Uint8Array.from(old, index => pairs.moved[index]!);
  const same = Uint8Array.from(old, index => pairs.same[index]!);
  return { old, new: fresh, pairs: { newOf, oldOf, moved, same, idsHold: pairs.idsHold } };
}

/** So many words in a row may differ; longer runs may have moved elsewhere. */
const MOST_IN_A_ROW = 2;

/** One word between blanks, of a script that has blanks, perhaps between marks. */
const ONE_WORD =
  /^["'(\u2018-\u201f]*(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}'\u2019]*[.,;:!?")\u2018-\u201f\u2026]*$/u;

/** Whether two texts have as many words, and never more than two in a row differ. */
function differInFewWords(oldText: string, newText: string): boolean {
  const shorter = Math.min(oldText.length, newText.length);
  let head = 0;
  while (head < shorter && oldText.charCodeAt(head) === newText.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    oldText.charCodeAt(oldText.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)
  )
    tail++;
  // The words that differ are cut out with the whole of the words at either end.
  const start = oldText.lastIndexOf(' ', head - 1) + 1;
  const oldWords = middle(oldText, head === 0 ? 0 : start, tail);
  const newWords = middle(newText, head === 0 ? 0 : start, tail);
  if (oldWords.length !== newWords.length) return false;
  let inARow = 0;
  for (let index = 0; index < oldWords.length; index++) {
    const oldWord = oldWords[index]!;
    const newWord = newWords[index]!;
    if (oldWord === newWord) {
      inARow = 0;
      continue;
    }
    inARow++;
    if (inARow > MOST_IN_A_ROW || !ONE_WORD.test(oldWord) || !ONE_WORD.test(newWord)) return false;
  }
  return true;
}

/** The words from a place up to the one in which the common end begins. */
function middle(text: string, start: number, tail: number): string[] {
  const end = text.indexOf(' ', text.length - tail);
  return text.slice(start, end === -1 ? text.length : end).split(' ');
}
