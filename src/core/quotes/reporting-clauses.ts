/**
 * Clauses that say inside the quotation marks who speaks, as newspapers in many languages write them: «We came, — said
 * Petrov, — and saw». Only a verb of saying with its subject behind it is one: any other word may be what somebody said.
 */
import { isDenyingWord } from '../anchor/negations.ts';
import { isOfficePart, partOfOffice } from '../anchor/offices.ts';
import { wordsIn } from '../language/folded-words.ts';
import type { Span } from '../model/span.ts';
import { type Attribution, speakerIn } from './attribution.ts';
import { TURNING } from './cut-off.ts';
import type { MatchContext } from './match.ts';
import type { PartyNames } from './party-names.ts';

type Context = Pick<MatchContext, 'words' | 'lists'>;

export interface ReportedWords {
  /** The quotation with blanks for the clauses and what parts them, as long as it was written. */
  readonly text: string;
  /** The clauses, in the quotation; UTF-16 code units. */
  readonly clauses: readonly Span[];
}

const MOST_WORDS = 8;
const MOST_UNITS = 120;
/** A comma or a dash, with the marks beside it. */
const PARTING =
  /(?:[,.!?…]{0,5}\s{0,3}[\u2012-\u2015][,.]?|(?:[,.!?…]{1,5}\s{0,3}|\s{1,3})--?(?=\s)|,(?=\s))\s{0,3}/gu;
const END = /[.!?…]?\s*$/u;
const ENDS_SENTENCE = /[.!?…]+/u;
const LETTER = /\p{L}/u;
const CAPITAL = /^\p{Lu}/u;
/** Between the words of a clause: "a-t-il", "д-р Петров", "M. Lind". */
const BETWEEN_WORDS = /^(?:\s+|-|\.\s?)$/;

/** A quotation without the clauses that say who speaks; undefined if it has none, or they name different parties. */
export function withoutReportingClauses(
  text: string,
  names: PartyNames,
  context: Context,
): ReportedWords | undefined {
  if (context.words.insideMarks.size === 0) return undefined;
  const marks = [...text.matchAll(PARTING)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const last = text.length - END.exec(text.slice(-MOST_UNITS))![0].length;
  marks.push({ start: last, end: text.length });
  const clauses: Span[] = [];
  let without = '';
  let from = 0;
  for (let index = 0; index + 1 < marks.length; index++) {
    const opening = marks[index]!;
    const closing = marks[index + 1]!;
    const clause = { start: opening.end, end: closing.start };
    if (opening.start < from || !isReportingClause(text.slice(clause.start, clause.end), names, context))
      continue;
    if (!LETTER.test(text.slice(from, opening.start))) continue;
    clauses.push(clause);
    const [before, behind] = [opening, closing].map(({ start, end }) => text.slice(start, end));
    const mark = ENDS_SENTENCE.exec(before!)?.[0] ?? ',';
    without += text.slice(from, opening.start) + mark.padEnd(clause.end - opening.start);
    without += (ENDS_SENTENCE.exec(behind!)?.[0] ?? '').padEnd(behind!.length);
    from = closing.end;
  }
  if (clauses.length === 0) return undefined;
  const speakers = clauses.map(clause => speakerInside(text, [clause], names, context)?.parties ?? []);
  const named = new Set(speakers.filter(all => all.length > 0).map(all => all.join(' ')));
  return named.size > 1 ? undefined : { text: without + text.slice(from), clauses };
}

/** The first clause that says who speaks as a party does, with the place of the name in the quotation. */
export function speakerInside(
  text: string,
  clauses: readonly Span[],
  names: PartyNames,
  { words, lists }: Context,
): Omit<Attribution, 'block'> | undefined {
  const found = clauses.flatMap(({ start, end }) => {
    const speaker = speakerIn(text.slice(start, end), names, words, lists);
    if (speaker === undefined) return [];
    return { ...speaker, span: { start: start + speaker.span.start, end: start + speaker.span.end } };
  });
  return found.find(({ parties }) => parties.length > 0) ?? found[0];
}

/** Whether a text is one verb of saying, its subject behind it, and words that may stand between them. */
function isReportingClause(text: string, names: PartyNames, { words, lists }: Context): boolean {
  if (text.length > MOST_UNITS) return false;
  const list = wordsIn(text);
  const [first] = list;
  const isVerb = ({ word }: { readonly word: string }) => words.saying.has(word) || words.telling.has(word);
  const verb = list.findIndex(isVerb);
  if (first === undefined || verb < 0 || list.length > MOST_WORDS) return false;
  const mentions = names.mentions(list);
  let hasSubject = false;
  for (const [index, { word, start, end }] of list.entries()) {
    const next = list[index + 1];
    const mark = text.slice(end, next?.start ?? text.length);
    if (next === undefined ? mark !== '' : !BETWEEN_WORDS.test(mark)) return false;
    const isName =
      mentions.some(mention => mention.first <= index && index <= mention.last) ||
      CAPITAL.test(text.slice(start, end));
    if (mark.startsWith('.') && !(isName && word.length === 1) && !words.shortenedTitles.has(word))
      return false;
    if (index === verb) {
      if (TURNING.has(lists.governing.get(word) ?? '')) return false;
      continue;
    }
    if (isDenyingWord(word, lists)) return false;
    const isInverted = text[start - 1] === '-';
    const isPronoun = words.insideMarks.has(word);
    if (index > verb || isInverted) {
      if (isPronoun || (isName && !words.pronouns.has(word))) {
        hasSubject = true;
        continue;
      }
      if (partOfOffice(word, lists) !== undefined || isOfficePart(word, lists)) {
        hasSubject = true;
        continue;
      }
    }
    const isBeforeDay = words.prepositions.has(word) && lists.weekdays.has(next?.word ?? '');
    const isSmall = isBeforeDay || mayStandBeside(word, words, lists);
    if (!isSmall || isPronoun) return false;
  }
  return hasSubject && text.startsWith(text.trim());
}

/** Whether a word tells nothing but when, to whom or of which title: "yesterday", "to us", "Mr". */
function mayStandBeside(word: string, words: Context['words'], lists: Context['lists']): boolean {
  return (
    words.between.has(word) ||
    words.articles.has(word) ||
    words.shortenedTitles.has(word) ||
    lists.weekdays.has(word) ||
    lists.relativeDays.has(word) ||
    lists.titles.has(word)
  );
}
