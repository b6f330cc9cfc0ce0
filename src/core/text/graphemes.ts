/** Grapheme clusters (UAX #29): what a reader takes for one character. No position may split one. */
import { codePointLength } from './code-points.ts';
import { isSimple } from './simple-characters.ts';

let segmenter: Intl.Segmenter | undefined;

/** The grapheme clusters of a text, in order; together they are the text. */
export function graphemes(text: string): string[] {
  if (isSimple(text)) return text.split('');
  // Cluster rules do not depend on the locale; naming one keeps the machine's out.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), segment => segment.segment);
}

/** Code point offsets at which clusters start, and the length of the text as the last one. */
export function graphemeBoundaries(text: string): number[] {
  const boundaries = [0];
  let offset = 0;
  for (const cluster of graphemes(text)) {
    offset += codePointLength(cluster);
    boundaries.push(offset);
  }
  return boundaries;
}

/** The smallest range (code points, half-open) that holds the given one and splits no cluster. */
export function widenToGraphemes(
  text: string,
  range: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  if (isSimple(text)) return { start: range.start, end: range.end };
  const boundaries = graphemeBoundaries(text);
  return {
    start: boundaries.findLast(boundary => boundary <= range.start) ?? 0,
    end: boundaries.find(boundary => boundary >= range.end) ?? boundaries.at(-1)!,
  };
}
