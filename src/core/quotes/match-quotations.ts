/** Matches quotations with one record: those that it has word for word first, which few of its texts have to be read for. */
import { ComparedTexts } from './compared-texts.ts';
import { Comparison } from './comparison.ts';
import { type Match, type MatchContext, NOT_FOUND, type WholeQuotation } from './match.ts';
import { PassageSearch } from './passage-search.ts';
import type { SearchedTexts } from './record.ts';
import { sameMatch } from './same-match.ts';
import { verbatimPlaces } from './verbatim-places.ts';

/** The match of each quotation, in their order. Quotations of the same words are compared once. */
export function matchQuotations(
  quotations: readonly string[],
  record: SearchedTexts,
  context: MatchContext,
): Match[] {
  const distinct = [...new Set(quotations)];
  const matches = verbatimMatches(distinct, record, context);
  const others = distinct.filter(quotation => !matches.has(quotation));
  if (others.length > 0)
    for (const [index, match] of otherMatches(others, record, context).entries())
      matches.set(others[index]!, match);
  return quotations.map(quotation => matches.get(quotation)!);
}

/** The matches of quotations that stand in the record word for word: only the texts that have them are looked into. */
function verbatimMatches(
  quotations: readonly string[],
  record: SearchedTexts,
  context: MatchContext,
): Map<string, Match> {
  const found = verbatimPlaces(quotations, record);
  const written = [...found.keys()];
  const wholes = [...found.values()];
  const texts = new ComparedTexts(written, written, record, textsOf(wholes), context);
  const matches = new Map<string, Match>();
  for (const [index, quotation] of written.entries()) {
    const match = sameMatch(texts, index, wholes[index]!, context.lists);
    if (match?.name === 'verbatim') matches.set(quotation, match);
  }
  return matches;
}

function otherMatches(quotations: readonly string[], record: SearchedTexts, context: MatchContext): Match[] {
  const search = new PassageSearch(quotations, record);
  const edited = search.edited.map(({ text }) => text);
  const wholes = quotations.map((_, quotation) => search.whole(quotation));
  const texts = new ComparedTexts(quotations, edited, record, textsOf(wholes), context);
  const same = wholes.map((whole, quotation) => sameMatch(texts, quotation, whole, context.lists));
  const parts = same.map((match, quotation) => (match === undefined ? search.parts(quotation) : undefined));
  const near = new Set(parts.flatMap(each => (each === undefined ? [] : [...search.textsOf(each)])));
  const nearTexts = new ComparedTexts(quotations, edited, record, near, context);
  const comparison = new Comparison(search, nearTexts, record, context);
  return same.map((match, quotation) => {
    const each = parts[quotation];
    return match ?? (each && comparison.changed(quotation, each)) ?? NOT_FOUND;
  });
}

/** Indexes of the texts in which quotations seem to stand. */
function textsOf(wholes: readonly WholeQuotation[]): Set<number> {
  return new Set(wholes.flatMap(({ places }) => places.map(({ text }) => text)));
}
