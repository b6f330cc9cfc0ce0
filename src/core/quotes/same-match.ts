/** Whether the words of a quotation are the record's, where they seem to stand: verbatim, or folded. */
import type { WordLists } from '../language/word-lists.ts';
import type { ComparedTexts } from './compared-texts.ts';
import { cutOff } from './cut-off.ts';
import type { Match, MatchedPassage, WholeQuotation } from './match.ts';
import { changedQuestions, isVerbatim } from './same-characters.ts';
import { sameWords } from './same-words.ts';

const ALL = { start: 0, end: Infinity };

export function sameMatch(
  texts: ComparedTexts,
  quotation: number,
  { quoted, places }: WholeQuotation,
  lists: WordLists,
): Match | undefined {
  const verbatim: MatchedPassage[] = [];
  const folded: MatchedPassage[] = [];
  let notes: readonly string[] = [];
  for (const { text, span: place } of places) {
    const passage = sameWords(texts, quotation, quoted, ALL, text, place);
    if (passage === undefined) continue;
    const { words, span } = passage;
    if (isVerbatim(texts, quotation, text, span)) verbatim.push({ text, span });
    else {
      if (folded.length === 0) notes = changedQuestions(texts, quotation, words);
      folded.push({ text, span });
    }
  }
  if (verbatim.length > 0)
    return withCuts(texts, lists, {
      name: 'verbatim',
      alarms: [],
      notes: [],
      places: verbatim,
      quoted: undefined,
    });
  if (folded.length === 0) return undefined;
  return withCuts(texts, lists, {
    name: 'folded',
    alarms: [],
    notes,
    places: folded,
    quoted: texts.quotations.spanOf(texts.quotations.wordsOf(quotation)),
  });
}

/** A match with what each of its places leaves out of the record's sentence. */
export function withCuts(texts: ComparedTexts, lists: WordLists, match: Match): Match {
  return { ...match, places: match.places.map(place => ({ ...place, cut: cutOff(texts, place, lists) })) };
}
