/** The best way to lay two short sequences of words beside each other. */

/** Beginning a gap costs more than a common word brings: a lone "the" inside replaced text is no counterpart. */
const GAP_COST = 0.35;

export interface PathScores {
  /** What it brings to pair an old with a new word; 0 or less where they may not be paired. */
  score(oldWord: number, newWord: number): number;
  pair(oldWord: number, newWord: number): void;
}

/** Largest number of cells a table may have: a millisecond, and a bound on hostile input. */
export const MOST_CELLS = 160_000;

const FROM_PAIR_DIAGONAL = 1;
const GAP_BITS = 1;
const [GAP_FROM_OLD_PAIR, GAP_FROM_OLD_GAP, GAP_FROM_NEW_PAIR, GAP_FROM_NEW_GAP] = [0, 1, 2, 3];

/**
 * Pairs words of two sequences in order so that the sum of the scores, less the cost of gaps, is largest (dynamic
 * programming with two states, after Gotoh). The caller keeps the product of the lengths below `MOST_CELLS`.
 */
export class BestPath {
  #scores = new Float32Array(0);
  #pairs = new Float32Array(0);
  #gaps = new Float32Array(0);
  #steps = new Uint8Array(0);

  find(oldWords: Int32Array, newWords: Int32Array, scores: PathScores): void {
    const lines = oldWords.length + 1;
    const width = newWords.length + 1;
    this.#reserve(lines * width);
    if (!this.#score(oldWords, newWords, scores)) return;
    this.#fill(lines, width);
    this.#trace(oldWords, newWords, lines, width, scores);
  }

  #reserve(cells: number): void {
    if (this.#steps.length >= cells) return;
    this.#scores = new Float32Array(cells);
    this.#pairs = new Float32Array(cells);
    this.#gaps = new Float32Array(cells);
    this.#steps = new Uint8Array(cells);
  }

  /** Scores each cell that lays an old beside a new word; false where no two may be paired. */
  #score(oldWords: Int32Array, newWords: Int32Array, scores: PathScores): boolean {
    const table = this.#scores;
    let cell = newWords.length + 1;
    let some = false;
    for (let line = 0; line < oldWords.length; line++) {
      const oldWord = oldWords[line]!;
      cell++;
      for (let column = 0; column < newWords.length; column++) {
        const score = scores.score(oldWord, newWords[column]!);
        table[cell++] = score;
        if (score > 0) some = true;
      }
    }
    return some;
  }

  #fill(lines: number, width: number): void {
    const scores = this.#scores;
    const pairs = this.#pairs;
    const gaps = this.#gaps;
    const steps = this.#steps;
    pairs.fill(Number.NEGATIVE_INFINITY, 0, width);
    gaps.fill(-GAP_COST, 0, width);
    pairs[0] = 0;
    for (let column = 1; column < width; column++) steps[column] = GAP_FROM_NEW_GAP << GAP_BITS;
    for (let line = 1; line < lines; line++) {
      pairs[line * width] = Number.NEGATIVE_INFINITY;
      gaps[line * width] = -GAP_COST;
      steps[line * width] = GAP_FROM_OLD_GAP << GAP_BITS;
      for (let column = 1; column < width; column++) {
        const cell = line * width + column;
        const diagonal = cell - width - 1;
        const above = cell - width;
        const left = cell - 1;
        let step = 0;
        const score = scores[cell]!;
        if (score > 0) {
          const fromPair = pairs[diagonal]! >= gaps[diagonal]!;
          pairs[cell] = score + (fromPair ? pairs[diagonal]! : gaps[diagonal]!);
          if (fromPair) step = FROM_PAIR_DIAGONAL;
        } else pairs[cell] = Number.NEGATIVE_INFINITY;
        let best = gaps[above]!;
        let from = GAP_FROM_OLD_GAP;
        if (gaps[left]! > best) {
          best = gaps[left]!;
          from = GAP_FROM_NEW_GAP;
        }
        if (pairs[above]! - GAP_COST > best) {
          best = pairs[above]! - GAP_COST;
          from = GAP_FROM_OLD_PAIR;
        }
        if (pairs[left]! - GAP_COST > best) {
          best = pairs[left]! - GAP_COST;
          from = GAP_FROM_NEW_PAIR;
        }
        gaps[cell] = best;
        steps[cell] = step | (from << GAP_BITS);
      }
    }
  }

  #trace(oldWords: Int32Array, newWords: Int32Array, lines: number, width: number, scores: PathScores): void {
    let line = lines - 1;
    let column = width - 1;
    let paired = this.#pairs[line * width + column]! >= this.#gaps[line * width + column]!;
    while (line > 0 && column > 0) {
      const step = this.#steps[line * width + column]!;
      if (paired) {
        scores.pair(oldWords[line - 1]!, newWords[column - 1]!);
        paired = (step & FROM_PAIR_DIAGONAL) !== 0;
        line--;
        column--;
        continue;
      }
      const from = step >> GAP_BITS;
      paired = from === GAP_FROM_OLD_PAIR || from === GAP_FROM_NEW_PAIR;
      if (from === GAP_FROM_OLD_PAIR || from === GAP_FROM_OLD_GAP) line--;
      else column--;
    }
  }
}
