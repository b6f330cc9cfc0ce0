/** Finds a quote whose words stand in full, and once, in the new version, whatever the comparison of the versions made of them. */
import type { AlignedTranscripts } from '../align/align-transcripts.ts';
import type { WordTable } from '../align/words/word-table.ts';
import type { Utterance } from '../model/model.ts';
import { type Candidate, type Counterparts, scoreCandidate, type WordSpan } from './candidate.ts';
import type { OldPassage } from './old-passage.ts';

/** Fewer words are said again by chance. */
const LEAST_WORDS = 4;
/** Scripts without blanks between words are cut into letters. */
const LEAST_LETTERS = 12;
/** A quote whose rarest word stands in more places is not looked for: it takes time, and is hardly said once. */
const MOST_PLACES = 64;

export function wholeQuotes(words: AlignedTranscripts) {
  const oldPlaces = keyPlaces(words.old, words.keys.size);
  const newPlaces = keyPlaces(words.new, words.keys.size);
  /** Those of the quote in question; none between two quotes. */
  const counterparts: Counterparts & { readonly newOf: Int32Array; readonly likeness: Float64Array } = {
    newOf: new Int32Array(words.old.length).fill(-1),
    likeness: new Float64Array(words.old.length),
  };

  /**
   * The one place of all words of a quote. Where they stood more than once in the old version, each place that continues
   * another of the old ones is that one's; undefined unless that leaves one place for one quote.
   *
   * @param isUnspaced whether the quote is in a script without blanks between words.
   */
  function find(quote: WordSpan, isUnspaced: boolean): Candidate | undefined {
    const length = quote.end - quote.start;
    if (length < (isUnspaced ? LEAST_LETTERS : LEAST_WORDS)) return undefined;
    const { keys } = words.old;
    const fresh = newPlaces(keys, quote);
    if (fresh.length === 0) return undefined;
    const others = oldPlaces(keys, quote).filter(start => start !== quote.start);
    const taken = new Set<number>();
    for (const start of others) {
      const place = continued(start, length, fresh);
      if (place === undefined) return undefined;
      taken.add(place);
    }
    const free = fresh.filter(start => !taken.has(start));
    if (free.length !== 1) return undefined;
    return candidate(quote, free[0]!);
  }

  /**
   * As {@link find}, by the text: for a quote that begins or ends inside of what counts as one word, as in "five billion",
   * of which only the second half was moved along. Only a text that stands once in each version has a sure place.
   */
  function findCut({ old, new: fresh }: Texts, quote: WordSpan, passage: OldPassage): Candidate | undefined {
    const { starts, ends } = words.old;
    const isCut = passage.start > starts[quote.start]! || passage.end < ends[quote.end - 1]!;
    if (!isCut || quote.end - quote.start < LEAST_WORDS) return undefined;
    const text = (old[passage.utterance]!.text ?? '').slice(passage.start, passage.end);
    const inner = { start: quote.start + 1, end: quote.end - 1 };
    const { keys } = words.old;
    const there = utterancesOf(newPlaces(keys, inner), words.new);
    if (there.length === 0) return undefined;
    if (placesIn(old, utterancesOf(oldPlaces(keys, inner), words.old), text).length !== 1) return undefined;
    const [place, ...others] = placesIn(fresh, there, text);
    if (place === undefined || others.length > 0) return undefined;
    const { firsts, starts: from, ends: to } = words.new;
    let start = firsts[place.utterance]!;
    while (to[start]! <= place.start) start++;
    let end = start;
    while (end < firsts[place.utterance + 1]! && from[end]! < place.end) end++;
    const span = { start, end };
    const scored = scoreCandidate(words, quote, span, NO_COUNTERPARTS, isInPlace(quote, span));
    return { ...scored, scores: { ...scored.scores, quote: 1 } };
  }

  /** The place that half of the words at least of an old place lead to. */
  function continued(start: number, length: number, places: readonly number[]): number | undefined {
    const { newOf } = words.map;
    return places.find(place => {
      let count = 0;
      for (let step = 0; step < length; step++) if (newOf[start + step] === place + step) count++;
      return 2 * count >= length;
    });
  }

  function candidate(quote: WordSpan, start: number): Candidate {
    const { newOf, likeness } = counterparts;
    for (let word = quote.start; word < quote.end; word++) {
      newOf[word] = start + (word - quote.start);
      likeness[word] = 1;
    }
    const span = { start, end: start + quote.end - quote.start };
    const candidate = scoreCandidate(words, quote, span, counterparts, isInPlace(quote, span));
    newOf.fill(-1, quote.start, quote.end);
    return candidate;
  }

  /** Whether the nearest words on both sides that stayed where they were are on both sides still. */
  function isInPlace(quote: WordSpan, span: WordSpan): boolean {
    const { newOf, moved } = words.map;
    let before = quote.start - 1;
    while (before >= 0 && (newOf[before] === -1 || moved[before] === 1)) before--;
    let after = quote.end;
    while (after < newOf.length && (newOf[after] === -1 || moved[after] === 1)) after++;
    return (
      (before < 0 || newOf[before]! < span.start) && (after === newOf.length || newOf[after]! >= span.end)
    );
  }

  return { find, findCut };
}

/** Two versions of a text. */
interface Texts {
  readonly old: readonly Pick<Utterance, 'text'>[];
  readonly new: readonly Pick<Utterance, 'text'>[];
}

interface TextPlace {
  readonly utterance: number;
  readonly start: number;
  readonly end: number;
}

/** Where a text stands in some utterances. */
function placesIn(
  utterances: Texts['old'],
  indexes: readonly number[],
  sought: string,
): readonly TextPlace[] {
  return indexes.flatMap(utterance => {
    const { text = '' } = utterances[utterance]!;
    const found: TextPlace[] = [];
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
      found.push({ utterance, start: at, end: at + sought.length });
    return found;
  });
}

function utterancesOf(places: readonly number[], { utteranceOf }: WordTable): readonly number[] {
  return [...new Set(places.map(word => utteranceOf[word]!))];
}

const NO_COUNTERPARTS: Counterparts = { newOf: [], likeness: [] };

function keyPlaces({ keys, utteranceOf }: WordTable, size: number) {
  const firsts = new Int32Array(size + 1);
  for (let word = 0; word < keys.length; word++) firsts[keys[word]! + 1]!++;
  for (let key = 0; key < size; key++) firsts[key + 1]! += firsts[key]!;
  const next = firsts.slice();
  /** Places of all words, those of one key in a row; where the row of each key begins, and the end. */
  const places = new Int32Array(keys.length);
  for (let word = 0; word < keys.length; word++) places[next[keys[word]!]!++] = word;

  /** Where all words of a span stand in a row, in one utterance. */
  function placesOf(list: Int32Array, { start, end }: WordSpan): readonly number[] {
    let rarest = start;
    let fewest = MOST_PLACES + 1;
    for (let word = start; word < end && fewest > 0; word++) {
      const count = firsts[list[word]! + 1]! - firsts[list[word]!]!;
      if (count >= fewest) continue;
      fewest = count;
      rarest = word;
    }
    if (fewest === 0 || fewest > MOST_PLACES) return [];
    const key = list[rarest]!;
    const found: number[] = [];
    for (let at = firsts[key]!; at < firsts[key + 1]!; at++) {
      const first = places[at]! - (rarest - start);
      if (isAt(first, list, start, end)) found.push(first);
    }
    return found;
  }

  function isAt(first: number, list: Int32Array, start: number, end: number): boolean {
    if (first < 0 || utteranceOf[first] !== utteranceOf[first + end - start - 1]) return false;
    for (let word = start; word < end; word++) if (keys[first + word - start] !== list[word]) return false;
    return true;
  }

  return placesOf;
}
