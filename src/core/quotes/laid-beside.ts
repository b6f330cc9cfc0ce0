/** A quotation laid beside words of the record. */
import type { ComparedWords } from '../anchor/facts.ts';
import { diffSequence } from '../diff/sequence.ts';
import type { ComparedTexts } from './compared-texts.ts';
import type { WordRange } from './cut-texts.ts';

/** A passage of the record that stands for a quotation. */
export interface Near {
  readonly text: number;
  readonly words: WordRange;
  /** Share of the quotation's words that stand in the passage, and of the passage's in the quotation. */
  readonly share: number;
  readonly density: number;
  /** The first words of the quotation that are not the record's; empty where it only lacks some. */
  readonly changed: WordRange;
}

/** Of the words of a passage, so large a share stands in the quotation that alters it. */
const LEAST_DENSITY = 0.3;

/**
 * Lays a quotation beside words of the record and keeps those that stand for it.
 * @param leastDensity so large a share of these words is in the quotation
 * @returns undefined if they share too little
 */
export function laidBeside(
  texts: ComparedTexts,
  quotation: number,
  around: WordRange,
  text: number,
  leastDensity = LEAST_DENSITY,
): Near | undefined {
  const quoted = texts.quotations.wordsOf(quotation);
  const runs = diffSequence(folds(texts.ofRecord(around)), folds(texts.ofQuotation(quoted)));
  const kept = runs.filter(run => run.kept);
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const count = kept.reduce((sum, run) => sum + run.newEnd - run.newStart, 0);
  const length = quoted.end - quoted.start;
  // As many words of the record at an edge as the quotation has others there.
  const start = around.start + Math.max(0, first.oldStart - first.newStart);
  const end = Math.min(around.end, around.start + last.oldEnd + (length - last.newEnd));
  const density = count / (end - start);
  if (density < leastDensity) return undefined;
  const { newStart, newEnd } = runs.find(
    run => !run.kept && (run.newEnd > run.newStart || (run.newStart > 0 && run.newEnd < length)),
  ) ?? { newStart: 0, newEnd: 0 };
  const changed = { start: quoted.start + newStart, end: quoted.start + newEnd };
  return { text, words: { start, end }, share: count / length, density, changed };
}

/** Words of a quotation, and those of the record that stand for them. */
export interface PairedWords {
  readonly quoted: WordRange;
  readonly words: WordRange;
}

/**
 * The words between an editor's marks, each part with its words of the record. A part that shares no word with the record
 * belongs to its neighbour.
 * @param segments of the quotation, in their order
 * @param words that stand for the whole quotation
 */
export function partsBeside(
  texts: ComparedTexts,
  segments: readonly WordRange[],
  words: WordRange,
): readonly PairedWords[] {
  const whole = { start: segments[0]!.start, end: segments.at(-1)!.end };
  const recordWords = texts.ofRecord(words);
  const runs = diffSequence(folds(recordWords), folds(texts.ofQuotation(whole)));
  const parts: { quoted: WordRange; first: number; last: number; least: number }[] = [];
  let skipped: number | undefined;
  for (const { start: own, end } of segments) {
    const from = skipped ?? own;
    const [start, stop] = [from - whole.start, end - whole.start];
    const kept = runs.filter(run => run.kept && run.newStart < stop && run.newEnd > start);
    const [head, tail] = [kept[0], kept.at(-1)];
    skipped = head === undefined ? from : undefined;
    if (head === undefined || tail === undefined) continue;
    // As many words of the record at an edge as the quotation has others there.
    const first = words.start + head.oldStart + (start - head.newStart);
    const edge = words.start + tail.oldEnd + (stop - tail.newEnd);
    // "didn't" stands for two words: the one that denies is not left out.
    const isDenial = stop > tail.newEnd && edge < words.end && recordWords.mayDeny(edge - words.start);
    const last = isDenial ? edge + 1 : edge;
    const least = words.start + head.oldStart + Math.max(0, start - head.newStart);
    parts.push({ quoted: { start: from, end }, first, last, least });
  }
  const behind = parts.at(-1);
  if (skipped !== undefined && behind !== undefined)
    parts[parts.length - 1] = { ...behind, quoted: { ...behind.quoted, end: whole.end }, last: words.end };
  let before = words.start;
  return parts.map(({ quoted, first, last }, index) => {
    const next = parts[index + 1];
    const start = Math.max(before, first);
    before = Math.max(start, Math.min(last, next?.least ?? words.end));
    return { quoted, words: { start, end: before } };
  });
}

function folds(words: ComparedWords): string[] {
  return Array.from({ length: words.length }, (_, index) => words.fold(index));
}
