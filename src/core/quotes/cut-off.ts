import { negationsIn } from '../anchor/negations.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Span } from '../model/span.ts';
import type { ComparedTexts } from './compared-texts.ts';
import type { CutTexts, WordRange } from './cut-texts.ts';
import type { MatchedPassage } from './match.ts';
import { sentenceAround } from './sentence.ts';

/** Governing verbs that turn the words they govern: not "I think". */
export const TURNING: ReadonlySet<string> = new Set(['deny', 'doubt', 'refuse']);

/** A word of the sentence around a passage that denies, doubts or refuses, and is not quoted; the nearest one. Or the rest of a number. */
export function cutOff(
  texts: ComparedTexts,
  { text, span }: MatchedPassage,
  lists: WordLists,
): string | undefined {
  const { record } = texts;
  const passage = record.wordsAt(text, span);
  if (passage.start === passage.end) return undefined;
  const number = cutNumber(record, passage, span);
  if (number !== undefined) return number;
  const sentence = record.wordsAt(text, sentenceAround(record.text(text), record.spanOf(passage), lists));
  if (sentence.start === passage.start && sentence.end === passage.end) return undefined;
  const words = texts.ofRecord(sentence);
  const start = passage.start - sentence.start;
  const end = passage.end - sentence.start;
  const turning = [...negationsIn(words, lists).values()]
    .filter(fact => fact.end <= start || fact.start >= end)
    .map(fact => ({ at: fact.start, text: fact.text }));
  for (let index = 0; index < words.length; index++) {
    if (index >= start && index < end) continue;
    const act = lists.governing.get(words.fold(index));
    if (act !== undefined && TURNING.has(act)) turning.push({ at: index, text: words.at(index)!.text });
  }
  const distance = (at: number) => (at < start ? start - at : at - end);
  return turning.sort((a, b) => distance(a.at) - distance(b.at))[0]?.text;
}

/** The rest of a number that a passage begins or ends in; undefined where it has whole words. */
function cutNumber(record: CutTexts, { start, end }: WordRange, span: Span): string | undefined {
  const text = record.textAround(start);
  const last = end - 1;
  if (record.startOf(start) < span.start && record.endOf(start) > span.start)
    return text.slice(record.startOf(start), span.start).trim();
  if (record.startOf(last) < span.end && record.endOf(last) > span.end)
    return text.slice(span.end, record.endOf(last)).trim();
  return signBeside(record, start, start - 1) ?? signBeside(record, last, end);
}

/** The sign of a number, such as a currency, if it is the word beside it. */
function signBeside(record: CutTexts, number: number, sign: number): string | undefined {
  if (!record.areOfOneText(sign, number) || !record.isNumber(number)) return undefined;
  const spelled = record.spelled(sign);
  return /^[%&+=<>#\u00b0\u066a\u2030\uff05\p{Sc}]$/u.test(spelled) ? spelled : undefined;
}
