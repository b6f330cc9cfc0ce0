/** Returns the known word closest to a misspelt one, for "did you mean". */

/**
 * The candidate closest to `word`, ignoring case, or undefined if none is close enough to be meant. About a third
 * of the letters may differ, at most three; in words under three letters nothing may, for any two of those look alike.
 * One slip more is allowed where the letters are the same but for one, in another order: `tgas` is `tag`. Of equally
 * close candidates the first is taken.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const sought = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const allowed = allowedDistance(Math.min(word.length, candidate.length));
    if (Math.abs(word.length - candidate.length) > allowed) continue;
    const known = candidate.toLowerCase();
    const distance = editDistance(sought, known);
    const isMeant = distance <= allowed || (distance === allowed + 1 && isShuffled(sought, known));
    if (isMeant && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** "did you mean show?", for the hint behind a word that nobody knows; undefined where none is close. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const meant = closest(word, candidates);
  return meant === undefined ? undefined : `did you mean ${meant}?`;
}

function allowedDistance(length: number): number {
  return length < 3 ? 0 : Math.min(3, Math.max(1, Math.floor(length / 3)));
}

/** Whether two words of three letters or more begin alike and have the same letters, but for one that one of them lacks. */
function isShuffled(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 3 || short[0] !== long[0]) return false;
  const left = [...long];
  for (const letter of short) {
    const at = left.indexOf(letter);
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return left.length <= 1;
}

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment), in UTF-16 code units: insertions,
 * deletions, substitutions and swaps of neighbours that turn one word into the other.
 */
function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped && row > 1 && column > 1) cost = Math.min(cost, beforePrevious[column - 2]! + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length]!;
}
