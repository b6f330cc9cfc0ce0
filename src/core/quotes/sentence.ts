/**
 * The sentence of a passage, for what turns its meaning. Pins need a rule that never changes and goes on where in doubt;
 * here a sentence that is too long makes an alarm of another sentence's "not".
 */
import { latePattern } from '../lazily.ts';
import type { Span } from '../model/span.ts';
import { sentencesAround } from '../text/sentences.ts';

/** Without marks, a sentence is what stands so near; UTF-16 code units. */
const REACH = 240;
/** A short word, a point, and a capital: "for us. Is that clear". */
const BOUNDARY = latePattern(
  String.raw`(?<![\p{L}\p{N}'’.])(\p{Ll}{2,3})\.["”’»)\]]*\s+(?=["“‘«„([]*\p{Lu})`,
  'gu',
);
/** Short words with a point that end no sentence. */
const ABBREVIATIONS = new Set(
  'al bzw ca cf dgl ed etc evt ggf inc inkl max min no nos op pp sog usw vgl vol vs гг др им ин пр руб см ст тов тыс ул'.split(
    ' ',
  ),
);

/** The sentence or sentences in which a passage stands, as far as they are near it. */
export function sentenceAround(text: string, passage: Span): Span {
  const offset = Math.max(0, passage.start - REACH);
  const near = text.slice(offset, passage.end + REACH);
  const inner = { start: passage.start - offset, end: passage.end - offset };
  const whole = sentencesAround(near, inner);
  let { start, end } = whole;
  const sentence = near.slice(start, end);
  // Most sentences have no point but their last character, and need not go through the pattern.
  if (!sentence.slice(0, -1).includes('.')) return { start: start + offset, end: end + offset };
  for (const { 0: found, 1: word = '', index } of sentence.matchAll(BOUNDARY())) {
    if (ABBREVIATIONS.has(word)) continue;
    const mark = whole.start + index + word.length + 1;
    const next = whole.start + index + found.length;
    if (mark >= inner.end) {
      end = mark;
      break;
    }
    if (next <= inner.start) start = Math.max(start, next);
  }
  return { start: start + offset, end: end + offset };
}
