/**
 * Krippendorff's alpha_U: whether readings find the same stretches of a continuum, and the same ends of them.
 *
 * K. Krippendorff, Content Analysis, 2nd edition, Sage 2004, chapter 11.6, after "On the Reliability of Unitizing
 * Continuous Data", Sociological Methodology 25, 1995, whose expected disagreement has a slip in print. A stretch has a
 * category; each category is judged for itself. (The coefficients of Krippendorff, Mathet, Bouvry and Widlöcher 2016 are
 * others.)
 */
import { type Agreement, agreementFrom, type Estimator } from './ratings.ts';

/** A half-open stretch, in the unit in which the continuum is measured (code points). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A piece of a continuum that no stretch leaves: an utterance, counted from its own start. */
export interface Block {
  readonly length: number;
  /** Index into the list of continua: those who read it are the same throughout one. */
  readonly continuum: number;
  /** By category, then by reading; stretches in order, none overlapping another. Categories without any are left out. */
  readonly stretches: ReadonlyMap<string, readonly (readonly Stretch[])[]>;
}

/** The number of readings of each continuum. */
export type Continua = readonly number[];

/** What a part of a continuum adds up to, in one category. */
class Sums {
  /** Of the squared differences of all ordered pairs of readings. */
  observed = 0;
  readonly lengths: number[] = [];
  readonly gaps: number[] = [];
  /** Where the last stretch of each reading ends. */
  readonly ends: number[];

  constructor(readings: number) {
    this.ends = Array.from({ length: readings }, () => 0);
  }

  add(byReading: readonly (readonly Stretch[])[], offset: number): void {
    for (const [reading, stretches] of byReading.entries())
      for (const { start, end } of stretches) {
        this.#gap(reading, offset + start);
        this.lengths.push(end - start);
        this.ends[reading] = offset + end;
      }
    this.observed += differenceOf(byReading);
  }

  finish(length: number): void {
    for (const reading of this.ends.keys()) this.#gap(reading, length);
  }

  #gap(reading: number, start: number): void {
    const gap = start - this.ends[reading]!;
    if (gap > 0) this.gaps.push(gap);
  }
}

/** alpha_U of one category, or of several together: 1 - the sum of what is observed / the sum of what is expected. */
export class AlphaU implements Estimator {
  readonly size: number;
  readonly pairable = undefined;
  readonly #blocks: readonly Block[];
  readonly #continua: Continua;
  readonly #categories: ReadonlySet<string>;

  constructor(blocks: readonly Block[], continua: Continua, categories: Iterable<string>) {
    this.#blocks = blocks;
    this.#continua = continua;
    this.#categories = new Set(categories);
    this.size = blocks.length;
  }

  /**
   * Of one continuum these are the figures as published. Of several, each with readings of its own, squared differences are
   * added up, observed and expected.
   */
  estimate(drawn?: ArrayLike<number>): Agreement {
    const lengths = this.#continua.map(() => 0);
    const sums = this.#continua.map(() => new Map<string, Sums>());
    const add = ({ continuum, length, stretches }: Block) => {
      for (const [category, byReading] of stretches) {
        if (!this.#categories.has(category)) continue;
        let sum = sums[continuum]!.get(category);
        if (sum === undefined) {
          sum = new Sums(this.#continua[continuum]!);
          sums[continuum]!.set(category, sum);
        }
        sum.add(byReading, lengths[continuum]!);
      }
      lengths[continuum]! += length;
    };
    if (drawn === undefined) for (const block of this.#blocks) add(block);
    else for (let i = 0; i < drawn.length; i++) add(this.#blocks[drawn[i]!]!);
    let [observed, expected, scale] = [0, 0, 0];
    for (const [continuum, byCategory] of sums.entries()) {
      const readings = this.#continua[continuum]!;
      const length = lengths[continuum]!;
      const weight = readings * (readings - 1) * length * length;
      scale += weight;
      for (const sum of byCategory.values()) {
        sum.finish(length);
        observed += sum.observed;
        expected += weight * expectedOf(sum, readings, length);
      }
    }
    return agreementFrom(observed / scale, expected / scale);
  }
}

/** The squared differences of all ordered pairs of readings in one block. */
function differenceOf(byReading: readonly (readonly Stretch[])[]): number {
  let sum = 0;
  for (let i = 0; i < byReading.length; i++)
    for (let j = i + 1; j < byReading.length; j++) sum += 2 * differenceOfTwo(byReading[i]!, byReading[j]!);
  return sum;
}

/** Of stretches that overlap, how far their ends are apart; of one that falls into a gap of the other, its length; squared. */
function differenceOfTwo(some: readonly Stretch[], others: readonly Stretch[]): number {
  let sum = 0;
  const met = new Set<Stretch>();
  let first = 0;
  for (const one of some) {
    while (first < others.length && others[first]!.end <= one.start) first++;
    let isAlone = true;
    for (let i = first; i < others.length && others[i]!.start < one.end; i++) {
      const other = others[i]!;
      sum += (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
      met.add(other);
      isAlone = false;
    }
    if (isAlone) sum += (one.end - one.start) ** 2;
  }
  for (const other of others) if (!met.has(other)) sum += (other.end - other.start) ** 2;
  return sum;
}

/** The mean of the differences that all places of all stretches in all readings would make. */
function expectedOf({ lengths, gaps }: Sums, readings: number, length: number): number {
  const sorted = gaps.toSorted((a, b) => b - a);
  const rising = lengths.toSorted((a, b) => b - a);
  // Longest first, so that each stretch adds only the gaps that the one before did not fit.
  let [fitting, room] = [0, 0];
  let [sum, squares] = [0, 0];
  for (const own of rising) {
    while (fitting < sorted.length && sorted[fitting]! >= own) room += sorted[fitting++]! + 1;
    sum += ((lengths.length - 1) / 3) * (2 * own ** 3 - 3 * own ** 2 + own);
    sum += own * own * (room - fitting * own);
    squares += own * (own - 1);
  }
  const all = readings * length;
  return ((2 / length) * sum) / (all * (all - 1) - squares);
}
