import { negationsIn } from '../anchor/negations.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { ComparedTexts } from './compared-texts.ts';
import type { MatchedPassage } from './match.ts';

/** Governing verbs that turn the words they govern: not "I think". */
const TURNING: ReadonlySet<string> = new Set(['deny', 'doubt', 'refuse']);

/** A word of the sentence around a passage that denies, doubts or refuses, and is not quoted; the nearest one. Or the rest of a number. */
export function cutOff(
  texts: ComparedTexts,
  { text, span }: MatchedPassage,
  lists: WordLists,
): string | undefined {
  const passage = texts.wordsAt(text, span);
  if (passage.start === passage.end) return undefined;
  const number = texts.cutNumber(passage, span);
  if (number !== undefined) return number;
  const sentence = texts.sentencesAround(text, passage);
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
