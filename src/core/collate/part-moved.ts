/**
 * If two sides have a passage in different places, the aligner pairs it with unrelated words there and links a word here
 * and there. Those links mean nothing and are removed: in both places the passage stands alone.
 */
import type { WordMap } from '../align/words/word-map.ts';

/** A run of this many words that occurs once on each side, unaligned, is a moved passage. */
const LEAST_WORDS = 8;
/** Most words that may differ inside a passage. */
const GAP = 4;
const TWICE = -1;

/** Whether each row, and each word, belongs to a moved passage. */
export interface Parted {
  readonly rows: Uint8Array;
  readonly words: Uint8Array;
}

interface Run {
  readonly row: number;
  readonly word: number;
  readonly length: number;
}

/**
 * Removes the links of moved passages.
 *
 * @param old the keys of the rows.
 * @param fresh the keys of the words aligned with them.
 */
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

/** Unlinks the edges of a passage as well: its first and last words, if they were changed. */
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

/** Yields the longest runs of equal words that are not linked to each other, in the order of the words. */
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

/** Whether a word and the next are aligned with consecutive words, so that the passage after the moved one begins here. */
function goesOn(links: Int32Array, at: number): boolean {
  return links[at]! >= 0 && links[at + 1] === links[at]! + 1;
}

/** Maps the hash of each run of this length to its start, for runs whose first word is not aligned with an equal one. */
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
