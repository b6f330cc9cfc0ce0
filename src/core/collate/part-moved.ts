/**
 * A passage that two sides have in two places is laid beside whatever stands there on the other side, and linked to a word of
 * it here and there. Such links say nothing: the passage stands for itself in both places.
 */
import type { WordMap } from '../align/words/word-map.ts';

/** So many words in a row, once on each side where they are not aligned, are a passage that was moved. */
const LEAST_WORDS = 8;
/** Words that may differ inside a passage. */
const GAP = 4;
const TWICE = -1;

/** By row and by word whether it is of a moved passage. */
export interface Parted {
  readonly rows: Uint8Array;
  readonly words: Uint8Array;
}

interface Run {
  readonly row: number;
  readonly word: number;
  readonly length: number;
}

/** Takes the links of moved passages away. @param old the keys of the rows. @param fresh those of the words laid beside them. */
export function partMoved(old: Int32Array, fresh: Int32Array, { newOf, oldOf }: WordMap): Parted {
  const parted = { rows: new Uint8Array(old.length), words: new Uint8Array(fresh.length) };
  let end = { row: -Infinity, word: -Infinity };
  for (const { row, word, length } of movedRuns(old, fresh, { newOf, oldOf })) {
    const [rows, words] = [row - end.row, word - end.word];
    const isNext = rows >= 0 && rows <= GAP && words >= 0 && words <= GAP;
    part(isNext ? end.row : row, row + length, newOf, oldOf, parted.rows);
    part(isNext ? end.word : word, word + length, oldOf, newOf, parted.words);
    end = { row: row + length, word: word + length };
  }
  takeNeighbours(parted.rows, newOf);
  takeNeighbours(parted.words, oldOf);
  return parted;
}

/** The first and last words of a passage, where they were changed, are linked to nothing either. */
function takeNeighbours(parted: Uint8Array, links: Int32Array): void {
  const runs = [...parted.keys()].filter(
    at => parted[at] === 1 && (parted[at - 1] !== 1 || parted[at + 1] !== 1),
  );
  for (const edge of runs)
    for (const step of [-1, 1])
      for (
        let far = 1;
        far <= GAP && parted[edge + step * far] === 0 && links[edge + step * far] === -1;
        far++
      )
        parted[edge + step * far] = 1;
}

function part(start: number, end: number, links: Int32Array, others: Int32Array, parted: Uint8Array): void {
  parted.fill(1, start, end);
  for (let at = start; at < end; at++) {
    const other = links[at]!;
    if (other !== -1) others[other] = -1;
    links[at] = -1;
  }
}

/** Equal words that are linked nowhere to each other, as many in a row as there are; in the order of the words. */
function* movedRuns(
  old: Int32Array,
  fresh: Int32Array,
  { newOf, oldOf }: Pick<WordMap, 'newOf' | 'oldOf'>,
): Generator<Run> {
  const rows = placesOfHashes(old, newOf, fresh);
  if (rows.size === 0) return;
  let done = 0;
  for (const [hash, at] of placesOfHashes(fresh, oldOf, old)) {
    const place = rows.get(hash) ?? TWICE;
    if (at < done || place === TWICE) continue;
    let [row, word] = [place, at];
    while (row > 0 && word > done && old[row - 1] === fresh[word - 1]) {
      row--;
      word--;
    }
    let length = 0;
    let isLinked = false;
    for (; row + length < old.length && old[row + length] === fresh[word + length]; length++)
      if (newOf[row + length] === word + length) isLinked = true;
    while (length > 0 && (goesOn(newOf, row + length - 1) || goesOn(oldOf, word + length - 1))) length--;
    if (isLinked || length < LEAST_WORDS) continue;
    yield { row, word, length };
    done = word + length;
  }
}

/** Whether a word is aligned together with the one behind it: what follows begins with it, and not what was moved ends. */
function goesOn(links: Int32Array, at: number): boolean {
  return links[at]! >= 0 && links[at + 1] === links[at]! + 1;
}

/** Where so many words begin, by their hash, of those whose first one is not aligned with its like. */
function placesOfHashes(keys: Int32Array, links: Int32Array, others: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (let start = 0; start + LEAST_WORDS <= keys.length; start++) {
    if (links[start] !== -1 && others[links[start]!] === keys[start]) continue;
    let hash = 0;
    for (let at = start; at < start + LEAST_WORDS; at++) hash = (Math.imul(hash, 31) + keys[at]!) | 0;
    places.set(hash, places.has(hash) ? TWICE : start);
  }
  return places;
}
