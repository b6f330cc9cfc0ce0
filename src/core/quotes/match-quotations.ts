/** Matches quotations with one record: those that it has word for word first, which few of its texts have to be read for. */
import { Comparison } from './comparison.ts';
import { type Match, type MatchContext, NOT_FOUND } from './match.ts';
import { PassageSearch } from './passage-search.ts';
import type { SearchedText } from './record.ts';
import { VerbatimTexts } from './verbatim-texts.ts';

/** The match of each quotation, in their order. Quotations of the same words are compared once. */
export function matchQuotations(
  quotations: readonly string[],
  record: readonly SearchedText[],
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
  record: readonly SearchedText[],
  context: MatchContext,
): Map<string, Match> {
  const found = new Map<string, Match>();
  const filter = new VerbatimTexts(quotations);
  const indexes = filter.among(record);
  if (indexes.length === 0) return found;
  const texts = indexes.map(index => record[index]!);
  const sought = quotations.filter(quotation => filter.isSought(quotation));
  for (const [index, match] of sameMatches(
    new PassageSearch(sought, texts),
    sought,
    texts,
    context,
  ).entries())
    if (match?.name === 'verbatim') {
      const places = match.places.map(place => ({ ...place, text: indexes[place.text]! }));
      found.set(sought[index]!, { ...match, places });
    }
  return found;
}

/** Those that are verbatim or folded. */
function sameMatches(
  search: PassageSearch,
  quotations: readonly string[],
  record: readonly SearchedText[],
  context: MatchContext,
): (Match | undefined)[] {
  const whole = quotations.map((_, quotation) => search.whole(quotation));
  const texts = new Set(whole.flatMap(runs => runs.map(({ place }) => search.record.textOf(place))));
  const comparison = new Comparison(search, quotations, record, texts, context);
  return whole.map((runs, quotation) => comparison.same(quotation, runs));
}

function otherMatches(
  quotations: readonly string[],
  record: readonly SearchedText[],
  context: MatchContext,
): Match[] {
  const search = new PassageSearch(quotations, record);
  const same = sameMatches(search, quotations, record, context);
  const parts = same.map((match, quotation) => (match === undefined ? search.parts(quotation) : undefined));
  const texts = new Set(parts.flatMap(each => (each === undefined ? [] : [...search.textsOf(each)])));
  const comparison = new Comparison(search, quotations, record, texts, context);
  return same.map((match, quotation) => {
    const each = parts[quotation];
    return match ?? (each && comparison.changed(quotation, each)) ?? NOT_FOUND;
  });
}
