/** The context that makes a quote unique in its text, as Apache Annotator describes text quotes. */
import { latePattern } from '../lazily.ts';
import type { TextRange } from '../model/view.ts';
import { clusterEdges } from '../text/cluster-edges.ts';
import { toUtf16Range } from '../text/code-points.ts';
import { occurrences } from './locate-quote.ts';

/** A word longer than this is cut rather than copied whole into the context (UTF-16 code units). */
const LONGEST_WORD = 50;
const insideWord = latePattern(String.raw`(?<=[\p{L}\p{N}\p{M}_])(?=[\p{L}\p{N}\p{M}_])`, 'uy');

/** Words to store beside a quote. Neither is present where the quote alone is unique. */
export interface QuoteContext {
  readonly before?: string;
  readonly after?: string;
}

/**
 * The least text before and after a range that no other place with the same quote has, grown to whole words.
 * @param range code points; it must not be empty and split no grapheme cluster.
 */
export function growContext(text: string, range: TextRange): QuoteContext {
  const { start, end } = toUtf16Range(text, range);
  const others = occurrences(text, { quote: text.slice(start, end) }).filter(place => place.start !== start);
  if (others.length === 0) return {};
  const { before, after } = leastDistinction(text, { start, end }, others);
  const isEdge = clusterEdges(text);
  return {
    ...(before > 0 && { before: text.slice(outwards(text, start - before, -1, isEdge), start) }),
    ...(after > 0 && { after: text.slice(end, outwards(text, end + after, 1, isEdge)) }),
  };
}

/** Lengths before and after, the smallest in sum, that tell a place from all others. */
function leastDistinction(
  text: string,
  own: TextRange,
  others: readonly TextRange[],
): { before: number; after: number } {
  const sameAfter = commonStarts(text.slice(own.end), text);
  const sameBefore = commonStarts(reversed(text.slice(0, own.start)), reversed(text));
  const rivals = others
    .map(place => ({
      before: sameBefore[text.length - place.start] ?? 0,
      after: sameAfter[place.end] ?? 0,
    }))
    .sort((a, b) => b.before - a.before);
  let best = { before: Infinity, after: Infinity };
  let after = 0;
  const consider = (before: number) => {
    const fits = before <= own.start && own.end + after <= text.length;
    if (fits && before + after < best.before + best.after) best = { before, after };
  };
  // Each step gives up telling the rivals seen so far apart by the words before them.
  for (const rival of rivals) {
    consider(rival.before + 1);
    after = Math.max(after, rival.after + 1);
  }
  consider(0);
  return best;
}

/** For every offset of a text, how many code units it has in common with a pattern from there on (the Z algorithm). */
function commonStarts(pattern: string, text: string): Int32Array {
  const length = pattern.length + text.length;
  // No code unit equals -1 or -2, so no match runs across the seam or past the end.
  const unit = (index: number) => {
    if (index < pattern.length) return pattern.charCodeAt(index);
    if (index === pattern.length) return -1;
    return index <= length ? text.charCodeAt(index - pattern.length - 1) : -2;
  };
  const common = new Int32Array(length + 2);
  let left = 0;
  let right = 0;
  for (let index = 1; index <= length; index++) {
    let count = index < right ? Math.min(right - index, common[index - left]!) : 0;
    while (unit(count) === unit(index + count)) count++;
    common[index] = count;
    if (index + count > right) [left, right] = [index, index + count];
  }
  return common.subarray(pattern.length + 1);
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}

/** Moves an offset outwards to an edge between words, or at least between grapheme clusters. */
function outwards(text: string, from: number, step: 1 | -1, isEdge: (offset: number) => boolean): number {
  let cluster = from;
  while (!isEdge(cluster)) cluster += step;
  let word = cluster;
  while (!isEdge(word) || isInsideWord(text, word)) {
    word += step;
    if (Math.abs(word - cluster) > LONGEST_WORD) return cluster;
  }
  return word;
}

function isInsideWord(text: string, offset: number): boolean {
  const pattern = insideWord();
  pattern.lastIndex = offset;
  return pattern.test(text);
}
