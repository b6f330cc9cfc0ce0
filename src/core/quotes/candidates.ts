/** Passages of a record that may be what a quotation quotes, found by hashes of words and still to be compared word by word. */
import { QuotedWords } from './quoted-words.ts';
import type { SearchedTexts } from './record.ts';
import { RecordWords } from './record-words.ts';

/** Words in a row that a quotation and the record share. Words of the quotation count from 0. */
export interface CommonRun {
  readonly quoted: number;
  /** Index of the first word in the record. */
  readonly place: number;
  readonly length: number;
}

/** Words of a quotation in a row, between what its editor left out or wrote: from `start` up to `end`, without `end`. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** A passage that shares words with a quotation, in its order. */
export interface NearPassage {
  readonly runs: readonly CommonRun[];
  /** How much the shared words tell: the logarithm of how rare they are, summed. */
  readonly information: number;
}

/** A pair of words that stands more often leads nowhere, unless all pairs of a quotation do. */
const MOST_PLACES_OF_A_PAIR = 200;
/** So many runs of a quotation are looked at. */
const MOST_RUNS = 4000;
/** A single word leads to a passage if it stands so often at most. */
const MOST_PLACES_OF_A_WORD = 60;
/** A segment of one word leads to a passage if it stands so often at most. */
const MOST_PLACES_OF_A_SEGMENT = 300;
/** Of these, and of longer segments, so many are tried. */
const MOST_TRIED = 200;
/** Places of one quotation that are compared. */
export const MOST_PLACES = 500;
/** Runs before a run that it may follow on. */
const LOOK_BACK = 16;
const NEAREST = 3;
/** Longer quotations are no splices: nobody joins parts of so many words. */
const MOST_SPLICED = 1000;

export class Candidates {
  readonly quoted: QuotedWords;
  readonly record: RecordWords;
  readonly #mostLeftOut: (text: number) => number;

  /** @param mostLeftOut how many words may stand between two parts of a quotation in a text */
  constructor(record: SearchedTexts, quoted: readonly string[], mostLeftOut: (text: number) => number) {
    this.#mostLeftOut = mostLeftOut;
    this.quoted = new QuotedWords(quoted);
    this.record = new RecordWords(record, this.quoted);
  }

  /** Where all words of a quotation stand in a row: found by its rarest word, or where all are frequent, pair of words. */
  wholeOf(quotation: number): CommonRun[] {
    const { numbers, firsts } = this.quoted;
    const first = firsts[quotation]!;
    const length = this.quoted.length(quotation);
    if (length === 0) return [];
    let lead = this.#rarestWord(first, length);
    let places = this.record.placesOf(numbers[first + lead]!);
    if (this.record.isFrequent(numbers[first + lead]!) && length > 1) {
      lead = Math.max(0, this.#rarestPair(first, length));
      places = this.record.placesOfPair(numbers[first + lead]!, numbers[first + lead + 1]!);
    }
    const found: CommonRun[] = [];
    for (const at of places) {
      const place = at - lead;
      if (!this.#isAt(quotation, { start: 0, end: length }, place)) continue;
      if (place + length > this.record.firsts[this.record.textOf(place) + 1]!) continue;
      found.push({ quoted: 0, place, length });
      if (found.length === MOST_PLACES) break;
    }
    return found;
  }

  /** Runs of words that a quotation shares with the record, in order of their first word in the quotation. */
  runsOf(quotation: number): CommonRun[] {
    const { numbers, firsts } = this.quoted;
    const first = firsts[quotation]!;
    const length = this.quoted.length(quotation);
    const found = new Map<number, number>();
    const runs: CommonRun[] = [];
    const rarest = this.#rarestPair(first, length);
    // In the order of the words: a run is found by its first word, and the words that it covers lead to no other.
    for (let at = 0; at < length && runs.length < MOST_RUNS; at++) {
      const [word, next] = [numbers[first + at]!, numbers[first + at + 1]!];
      const isLast = at + 1 === length;
      if (!isLast && (at === rarest || this.record.countOfPair(word, next) <= MOST_PLACES_OF_A_PAIR))
        for (const place of this.record.placesOfPair(word, next))
          this.#extend(first, length, at, place, found, runs);
      if (this.record.count(word) <= MOST_PLACES_OF_A_WORD || length === 1)
        for (const place of this.record.placesOf(word)) this.#extend(first, length, at, place, found, runs);
    }
    return runs.sort((a, b) => a.quoted - b.quoted || a.place - b.place);
  }

  #rarestWord(first: number, length: number): number {
    const { numbers } = this.quoted;
    let rarest = 0;
    for (let at = 1; at < length; at++)
      if (this.record.count(numbers[first + at]!) < this.record.count(numbers[first + rarest]!)) rarest = at;
    return rarest;
  }

  /** The rarest pair that stands anywhere; -1 if none does. */
  #rarestPair(first: number, length: number): number {
    const { numbers } = this.quoted;
    let rarest = -1;
    let fewest = Infinity;
    for (let at = 0; at + 1 < length; at++) {
      const count = this.record.countOfPair(numbers[first + at]!, numbers[first + at + 1]!);
      if (count > 0 && count < fewest) [rarest, fewest] = [at, count];
    }
    return rarest;
  }

  /** @param found by diagonal, the word of the quotation up to which a run goes already */
  #extend(
    first: number,
    length: number,
    at: number,
    place: number,
    found: Map<number, number>,
    runs: CommonRun[],
  ): void {
    const diagonal = place - at;
    if ((found.get(diagonal) ?? -1) > at) return;
    const quoted = this.quoted.numbers;
    const { numbers, firsts } = this.record;
    if (quoted[first + at] !== numbers[place]) return;
    const text = this.record.textOf(place);
    const [least, most] = [firsts[text]!, firsts[text + 1]!];
    let start = at;
    while (
      start > 0 &&
      diagonal + start > least &&
      quoted[first + start - 1] === numbers[diagonal + start - 1]
    )
      start--;
    let end = at + 1;
    while (end < length && diagonal + end < most && quoted[first + end] === numbers[diagonal + end]) end++;
    found.set(diagonal, end);
    runs.push({ quoted: start, place: diagonal + start, length: end - start });
  }

  /**
   * Places of parts of a quotation in one text, in their order: for each, the place of every part.
   * @param runs those of the quotation
   */
  inOrder(quotation: number, segments: readonly Segment[], runs: readonly CommonRun[]): number[][] {
    const longest = segments.reduce(
      (best, segment, index) =>
        segment.end - segment.start > segments[best]!.end - segments[best]!.start ? index : best,
      0,
    );
    const found: number[][] = [];
    const ofLongest = this.#placesOf(quotation, segments[longest]!, runs);
    for (const place of ofLongest.slice(0, MOST_TRIED)) {
      const places = this.#around(quotation, segments, longest, place);
      if (places !== undefined) found.push(places);
    }
    return found;
  }

  /** Where words of a quotation stand in a row. */
  #placesOf(quotation: number, { start, end }: Segment, runs: readonly CommonRun[]): readonly number[] {
    if (end - start > 1)
      return runs
        .filter(run => run.quoted <= start && run.quoted + run.length >= end)
        .map(run => run.place + start - run.quoted);
    const word = this.quoted.numbers[this.quoted.firsts[quotation]! + start]!;
    return this.record.count(word) > MOST_PLACES_OF_A_SEGMENT ? [] : [...this.record.placesOf(word)];
  }

  /** The places of all segments, the nearest before and behind the place of one. */
  #around(
    quotation: number,
    segments: readonly Segment[],
    placed: number,
    place: number,
  ): number[] | undefined {
    const text = this.record.textOf(place);
    const most = this.#mostLeftOut(text);
    const places: number[] = [];
    places[placed] = place;
    let before = place;
    for (let index = placed - 1; index >= 0; index--) {
      const length = segments[index]!.end - segments[index]!.start;
      const least = Math.max(this.record.firsts[text]!, before - length - most);
      let at = before - length;
      while (at >= least && !this.#isAt(quotation, segments[index]!, at)) at--;
      if (at < least) return undefined;
      places[index] = at;
      before = at;
    }
    let behind = place + segments[placed]!.end - segments[placed]!.start;
    for (let index = placed + 1; index < segments.length; index++) {
      const length = segments[index]!.end - segments[index]!.start;
      const last = Math.min(this.record.firsts[text + 1]!, behind + length + most) - length;
      let at = behind;
      while (at <= last && !this.#isAt(quotation, segments[index]!, at)) at++;
      if (at > last) return undefined;
      places[index] = at;
      behind = at + length;
    }
    return places;
  }

  #isAt(quotation: number, { start, end }: Segment, place: number): boolean {
    const first = this.quoted.firsts[quotation]!;
    for (let word = start; word < end; word++)
      if (this.quoted.numbers[first + word] !== this.record.numbers[place + word - start]) return false;
    return true;
  }

  /** The passages that share most with a quotation, the nearest first. */
  nearest(quotation: number, runs: readonly CommonRun[]): NearPassage[] {
    const byPlace = [...runs].sort((a, b) => a.place - b.place);
    const reach = 2 * this.quoted.length(quotation) + 20;
    const weights = byPlace.map(run => this.#information(quotation, run.quoted, run.quoted + run.length));
    const best = [...weights];
    const before = byPlace.map(() => -1);
    for (let at = 0; at < byPlace.length; at++) {
      const run = byPlace[at]!;
      const text = this.record.textOf(run.place);
      for (let other = at - 1; other >= Math.max(0, at - LOOK_BACK); other--) {
        const earlier = byPlace[other]!;
        const gap = run.place - (earlier.place + earlier.length);
        if (gap > reach || this.record.textOf(earlier.place) !== text) break;
        // Runs may overlap by a word that both could have.
        const overlap = Math.max(0, earlier.quoted + earlier.length - run.quoted, -gap);
        if (earlier.quoted >= run.quoted || overlap >= run.length) continue;
        const gained = this.#information(quotation, run.quoted + overlap, run.quoted + run.length);
        if (best[other]! + gained > best[at]!) {
          best[at] = best[other]! + gained;
          before[at] = other;
        }
      }
    }
    const order = byPlace.map((_, index) => index).sort((a, b) => best[b]! - best[a]!);
    const texts = new Set<number>();
    const nearest: NearPassage[] = [];
    for (const index of order) {
      if (nearest.length === NEAREST) break;
      const text = this.record.textOf(byPlace[index]!.place);
      if (texts.has(text)) continue;
      texts.add(text);
      const chain: CommonRun[] = [];
      for (let at = index; at >= 0; at = before[at]!) chain.unshift(byPlace[at]!);
      nearest.push({ runs: chain, information: best[index]! });
    }
    return nearest;
  }

  #information(quotation: number, start: number, end: number): number {
    const first = this.quoted.firsts[quotation]!;
    let sum = 0;
    for (let word = start; word < end; word++)
      sum += Math.log((this.record.length + 1) / (this.record.count(this.quoted.numbers[first + word]!) + 1));
    return sum;
  }

  /** How much all words of a record tell: shared words that tell less may stand together by chance. */
  get chance(): number {
    return Math.log(this.record.length + 1);
  }

  /**
   * The fewest runs, of so many words at least, that cover all words of a quotation but those that are its editor's.
   * Undefined where none do, or one does.
   * @param isEditors by word of the quotation
   */
  cover(
    quotation: number,
    runs: readonly CommonRun[],
    isEditors: (word: number) => boolean,
    least: number,
  ): CommonRun[] | undefined {
    const length = this.quoted.length(quotation);
    if (length > MOST_SPLICED) return undefined;
    const parts = new Array<number>(length + 1).fill(Infinity);
    const last = new Array<{ run: CommonRun; start: number } | undefined>(length + 1);
    parts[0] = 0;
    const passEditors = (at: number) => {
      for (let word = at; word < length && isEditors(word); word++) {
        if (parts[word]! >= parts[word + 1]!) break;
        parts[word + 1] = parts[word]!;
        last[word + 1] = undefined;
      }
    };
    passEditors(0);
    for (const run of runs) {
      const end = run.quoted + run.length;
      let from = -1;
      for (let start = run.quoted; start + least <= end; start++) {
        if (from < 0 || parts[start]! < parts[from]!) from = start;
        const stop = start + least;
        if (parts[from]! + 1 >= parts[stop]!) continue;
        parts[stop] = parts[from]! + 1;
        last[stop] = { run, start: from };
        passEditors(stop);
      }
    }
    if (!Number.isFinite(parts[length]!) || parts[length]! < 2) return undefined;
    const cover: CommonRun[] = [];
    for (let at = length; at > 0; ) {
      const step = last[at];
      if (step === undefined) {
        at--;
        continue;
      }
      const { run, start } = step;
      cover.unshift({ quoted: start, place: run.place + start - run.quoted, length: at - start });
      at = start;
    }
    return cover;
  }
}
