/** The best way to lay two short sequences of words beside each other. */

/** Opening a gap costs more than a common word scores: a lone "the" inside replaced text is not a match. */
const GAP_COST = 0.35;

/** Largest number of cells a table may have: a millisecond, and a bound on hostile input. */
export const MOST_CELLS = 160_000;

const FROM_PAIR_DIAGONAL = 1;
const GAP_BITS = 1;
const [GAP_FROM_OLD_PAIR, GAP_FROM_OLD_GAP, GAP_FROM_NEW_PAIR, GAP_FROM_NEW_GAP] = [0, 1, 2, 3];

/**
 * Pairs words of two sequences in order so that the sum of the scores, less the cost of gaps, is largest (dynamic
 * programming with two states, after Gotoh). The caller keeps the product of the lengths below `MOST_CELLS`, and writes
 * the scores before it asks for the path. Reuses its tables from one search to the next.
 */
export class BestPath {
  /** The score of pairing an old word with a new one, a row per old word; 0 or less if they must not be paired. */
  scores = new Float64Array(0);
  /** Places of the words of each pair, the last pair first. */
  oldPlaces = new Int32Array(0);
  newPlaces = new Int32Array(0);
  #pairs = new Float32Array(0);
  #gaps = new Float32Array(0);
  #steps = new Uint8Array(0);

  /** Makes room for the scores of sequences of these lengths. */
  prepare(oldLength: number, newLength: number): void {
    const cells = (oldLength + 1) * (newLength + 1);
    if (this.#steps.length < cells) {
      this.#steps = new Uint8Array(cells);
      this.scores = new Float64Array(cells);
    }
    if (this.#pairs.length <= newLength) {
      this.#pairs = new Float32Array(newLength + 1);
      this.#gaps = new Float32Array(newLength + 1);
    }
    const shorter = Math.min(oldLength, newLength);
    if (this.oldPlaces.length < shorter) {
      this.oldPlaces = new Int32Array(shorter);
      this.newPlaces = new Int32Array(shorter);
    }
  }

  /** Finds the path for the scores that were written. Returns the number of pairs. */
  find(oldLength: number, newLength: number): number {
    const paired = this.#fill(oldLength, newLength);
    return this.#trace(oldLength, newLength, paired);
  }

  /** Whether the best path ends with a pair. The sums of one line are enough; the steps of all are kept. */
  #fill(oldLength: number, newLength: number): boolean {
    const width = newLength + 1;
    const pairs = this.#pairs;
    const gaps = this.#gaps;
    const steps = this.#steps;
    const scores = this.scores;
    pairs.fill(Number.NEGATIVE_INFINITY, 0, width);
    gaps.fill(-GAP_COST, 0, width);
    pairs[0] = 0;
    let place = 0;
    for (let line = 1; line <= oldLength; line++) {
      let diagonalPair = pairs[0]!;
      let diagonalGap = gaps[0]!;
      let leftPair = Number.NEGATIVE_INFINITY;
      let leftGap = gaps[0]!;
      pairs[0] = leftPair;
      for (let column = 1; column <= newLength; column++) {
        const abovePair = pairs[column]!;
        const aboveGap = gaps[column]!;
        const score = scores[place++]!;
        let step = 0;
        if (score > 0) {
          const fromPair = diagonalPair >= diagonalGap;
          pairs[column] = score + (fromPair ? diagonalPair : diagonalGap);
          if (fromPair) step = FROM_PAIR_DIAGONAL;
        } else pairs[column] = Number.NEGATIVE_INFINITY;
        let best = aboveGap;
        let from = GAP_FROM_OLD_GAP;
        if (leftGap > best) {
          best = leftGap;
          from = GAP_FROM_NEW_GAP;
        }
        if (abovePair - GAP_COST > best) {
          best = abovePair - GAP_COST;
          from = GAP_FROM_OLD_PAIR;
        }
        if (leftPair - GAP_COST > best) {
          best = leftPair - GAP_COST;
          from = GAP_FROM_NEW_PAIR;
        }
        gaps[column] = best;
        steps[line * width + column] = step | (from << GAP_BITS);
        diagonalPair = abovePair;
        diagonalGap = aboveGap;
        leftPair = pairs[column]!;
        leftGap = gaps[column]!;
      }
    }
    return pairs[newLength]! >= gaps[newLength]!;
  }

  #trace(oldLength: number, newLength: number, endsWithPair: boolean): number {
    const width = newLength + 1;
    let line = oldLength;
    let column = newLength;
    let paired = endsWithPair;
    let count = 0;
    while (line > 0 && column > 0) {
      const step = this.#steps[line * width + column]!;
      if (paired) {
        paired = (step & FROM_PAIR_DIAGONAL) !== 0;
        line--;
        column--;
        this.oldPlaces[count] = line;
        this.newPlaces[count] = column;
        count++;
        continue;
      }
      const from = step >> GAP_BITS;
      paired = from === GAP_FROM_OLD_PAIR || from === GAP_FROM_NEW_PAIR;
      if (from === GAP_FROM_OLD_PAIR || from === GAP_FROM_OLD_GAP) line--;
      else column--;
    }
    return count;
  }
}
