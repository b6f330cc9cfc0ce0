/** Passages of a record that may be what a quotation quotes, found by hashes of words and still to be compared word by word. */
import { SharedWords } from './shared-words.ts';
import { WordHashes } from './word-hashes.ts';

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
const MOST_ANCHORS = 200;
/** Runs before a run that it may follow on. */
const LOOK_BACK = 16;
const NEAREST = 3;
/** Longer quotations are one turn or none: nobody splices so many words. */
const MOST_SPLICED = 1000;

export class Candidates {
  readonly record: WordHashes;
  readonly #quoted: WordHashes;
  readonly #shared: SharedWords;

  readonly #mostLeftOut: (text: number) => number;

  /** @param mostLeftOut how many words may stand between two parts of a quotation in a text */
  constructor(record: readonly string[], quoted: readonly string[], mostLeftOut: (text: number) => number) {
    this.#mostLeftOut = mostLeftOut;
    this.record = new WordHashes(record);
    this.#quoted = new WordHashes(quoted);
    this.#shared = new SharedWords(this.record, this.#quoted);
  }

  /** How many words a quotation has. */
  length(quotation: number): number {
    return this.#quoted.firsts[quotation + 1]! - this.#quoted.firsts[quotation]!;
  }

  /** Where a word of a quotation stands in its text. */
  spanOf(quotation: number, word: number): { readonly start: number; readonly end: number } {
    const at = this.#quoted.firsts[quotation]! + word;
    return { start: this.#quoted.starts[at]!, end: this.#quoted.endOf(at) };
  }

  /** Runs of words that a quotation shares with the record, in order of their first word in the quotation. */
  runsOf(quotation: number): CommonRun[] {
    const { hashes, firsts } = this.#quoted;
    const first = firsts[quotation]!;
    const length = this.length(quotation);
    const found = new Map<number, number>();
    const runs: CommonRun[] = [];
    const rarest = this.#rarestPair(first, length);
    // In the order of the words: a run is found by its first word, and the words that it covers lead to no other.
    for (let at = 0; at < length && runs.length < MOST_RUNS; at++) {
      const hash = hashes[first + at]!;
      const pairs = at + 1 < length ? this.#shared.placesOfPair(hash, hashes[first + at + 1]!) : [];
      if (pairs.length <= MOST_PLACES_OF_A_PAIR || at === rarest)
        for (const place of pairs) this.#extend(first, length, at, place, found, runs);
      const singles = this.#shared.placesOf(hash);
      if (singles.length <= MOST_PLACES_OF_A_WORD || length === 1)
        for (const place of singles) this.#extend(first, length, at, place, found, runs);
    }
    return runs.sort((a, b) => a.quoted - b.quoted || a.place - b.place);
  }

  #rarestPair(first: number, length: number): number {
    const { hashes } = this.#quoted;
    let rarest = -1;
    let fewest = Infinity;
    for (let at = 0; at + 1 < length; at++) {
      const count = this.#shared.placesOfPair(hashes[first + at]!, hashes[first + at + 1]!).length;
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
    const quoted = this.#quoted.hashes;
    const { hashes, firsts } = this.record;
    const text = this.record.textOf(place);
    if (quoted[first + at] !== hashes[place]) return;
    const [least, most] = [firsts[text]!, firsts[text + 1]!];
    let start = at;
    while (
      start > 0 &&
      diagonal + start > least &&
      quoted[first + start - 1] === hashes[diagonal + start - 1]
    )
      start--;
    let end = at + 1;
    while (end < length && diagonal + end < most && quoted[first + end] === hashes[diagonal + end]) end++;
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
    for (const anchor of this.placesOf(quotation, segments[longest]!, runs).slice(0, MOST_ANCHORS)) {
      const places = this.#around(quotation, segments, longest, anchor);
      if (places !== undefined) found.push(places);
    }
    return found;
  }

  /** Where words of a quotation stand in a row. */
  placesOf(quotation: number, { start, end }: Segment, runs: readonly CommonRun[]): number[] {
    if (end - start > 1)
      return runs
        .filter(run => run.quoted <= start && run.quoted + run.length >= end)
        .map(run => run.place + start - run.quoted);
    return [...this.#shared.placesOf(this.#quoted.hashes[this.#quoted.firsts[quotation]! + start]!)];
  }

  #around(
    quotation: number,
    segments: readonly Segment[],
    anchor: number,
    place: number,
  ): number[] | undefined {
    const text = this.record.textOf(place);
    const most = this.#mostLeftOut(text);
    const places: number[] = [];
    places[anchor] = place;
    let before = place;
    for (let index = anchor - 1; index >= 0; index--) {
      const length = segments[index]!.end - segments[index]!.start;
      const least = Math.max(this.record.firsts[text]!, before - length - most);
      let at = before - length;
      while (at >= least && !this.#isAt(quotation, segments[index]!, at)) at--;
      if (at < least) return undefined;
      places[index] = at;
      before = at;
    }
    let behind = place + segments[anchor]!.end - segments[anchor]!.start;
    for (let index = anchor + 1; index < segments.length; index++) {
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
    const first = this.#quoted.firsts[quotation]!;
    for (let word = start; word < end; word++)
      if (this.#quoted.hashes[first + word] !== this.record.hashes[place + word - start]) return false;
    return true;
  }

  /** The passages that share most with a quotation, the nearest first. */
  nearest(quotation: number, runs: readonly CommonRun[]): NearPassage[] {
    const byPlace = [...runs].sort((a, b) => a.place - b.place);
    const reach = 2 * this.length(quotation) + 20;
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
    const first = this.#quoted.firsts[quotation]!;
    let sum = 0;
    for (let word = start; word < end; word++) sum += this.rarity(this.#quoted.hashes[first + word]!);
    return sum;
  }

  rarity(hash: number): number {
    return Math.log((this.record.length + 1) / (this.#shared.count(hash) + 1));
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
    const length = this.length(quotation);
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
