/** What an editor's marks do to the meaning: words left out, words in brackets. */

import type { ComparedWords, Fact } from '../anchor/facts.ts';
import { factsIn } from '../anchor/meaning-words.ts';
import { bareName, hasCapital } from '../anchor/names.ts';
import { negationsIn } from '../anchor/negations.ts';
import { partOfOffice } from '../anchor/offices.ts';
import type { Alarm } from '../anchor/placement.ts';
import { pushAll } from '../long-lists.ts';
import type { ComparedTexts } from './compared-texts.ts';
import { type CutTexts, intersection, type WordRange } from './cut-texts.ts';
import type { EditedWords } from './editorial-marks.ts';
import type { PairedWords } from './laid-beside.ts';
import type { MatchContext } from './match.ts';
import { sentenceAround } from './sentence.ts';

/** Words in brackets stand for so many words of the record at most. */
const MOST_REPLACED = 8;
const MEASURED: ReadonlySet<Fact['kind']> = new Set(['number', 'unit', 'date'] as const);
/** So far beside a bracket at an edge the record is looked at. */
const BESIDE_EDGE = 4;

export interface LeftOut {
  readonly alarms: readonly Alarm[];
  /** Whether brackets stand for words that are no name, pronoun or article. */
  readonly isChanged: boolean;
}

/**
 * Compares what a quotation leaves out of one passage, and what its editor writes instead, as changed words are.
 * @param passages the parts that it has, in order
 */
export function leftOutAlarms(
  texts: ComparedTexts,
  quotation: number,
  { ellipses, brackets }: EditedWords,
  passages: readonly PairedWords[],
  context: MatchContext,
): LeftOut {
  const alarms: Alarm[] = [];
  let isChanged = false;
  const whole: WordRange = { start: passages[0]!.words.start, end: passages.at(-1)!.words.end };
  const quoted = texts.quotations.wordsOf(quotation);
  for (let gap = 0; gap <= passages.length; gap++) {
    const before = passages[gap - 1];
    const behind = passages[gap];
    const editors: WordRange = {
      start: before?.quoted.end ?? quoted.start,
      end: behind?.quoted.start ?? quoted.end,
    };
    const isInside = before !== undefined && behind !== undefined;
    const out: WordRange = {
      start: before?.words.end ?? whole.start,
      end: behind?.words.start ?? whole.end,
    };
    if (!isInside && editors.start === editors.end) continue;
    const hasEllipsis = isInside && ellipses.some(({ start }) => isBetween(texts, start, before, behind));
    const isReplaced = isInside && !hasEllipsis && editors.start < editors.end;
    if (isInside && !hasEllipsis && brackets.length > 0 && !isReplaceable(texts, out, context))
      isChanged = true;
    const there = isInside ? out : beside(texts, whole, before === undefined, editors);
    const replaced = isInside ? out : headOfSentence(texts.record, whole.start, context);
    const stranger = strangerIn(texts, editors, replaced, context);
    pushAll(alarms, alarmsOf(texts, whole, out, { isInside, isReplaced }, editors, there, stranger, context));
  }
  return { alarms, isChanged };
}

function isBetween(texts: ComparedTexts, at: number, before: PairedWords, behind: PairedWords): boolean {
  const { quotations } = texts;
  return at >= quotations.spanOf(before.quoted).end && at < quotations.spanOf(behind.quoted).start;
}

/** The words of the record beside the first or last part. */
function beside(texts: ComparedTexts, whole: WordRange, isBefore: boolean, editors: WordRange): WordRange {
  const all = texts.record.wordsAround(whole.start);
  const count = editors.end - editors.start + BESIDE_EDGE;
  return isBefore
    ? { start: Math.max(all.start, whole.start - count), end: whole.start }
    : { start: whole.end, end: Math.min(all.end, whole.end + count) };
}

/** The words of its sentence before a word. */
function headOfSentence(record: CutTexts, word: number, { lists }: MatchContext): WordRange {
  const at = record.startOf(word);
  const { start } = sentenceAround(record.textAround(word), { start: at, end: at }, lists);
  return record.touched(record.wordsAround(word), { start, end: at });
}

/**
 * The first word of an editor as a name: at the beginning of a sentence its capital says nothing, but there it stands
 * for a name of the record ("[Martha] left" for "Maria Soler left").
 */
function strangerIn(
  texts: ComparedTexts,
  editors: WordRange,
  replaced: WordRange,
  { lists, words, names }: MatchContext,
): Fact | undefined {
  const written = texts.ofQuotation(editors);
  const first = written.at(0);
  if (first === undefined || !hasCapital(first.text) || !written.opensSentence(0)) return undefined;
  const { fold, text } = first;
  const isSmall = words.pronouns.has(fold) || words.articles.has(fold) || lists.determiners.has(fold);
  if (isSmall || lists.capitalised.has(fold) || partOfOffice(fold, lists) !== undefined) return undefined;
  const length = replaced.end - replaced.start;
  if (length === 0 || length > MOST_REPLACED) return undefined;
  const facts = factsIn(texts.ofRecord(replaced), lists, names);
  if (!facts.some(({ kind }) => kind === 'name')) return undefined;
  return { kind: 'name', value: bareName(fold, lists), text, start: 0, end: 1 };
}

/** Whether words are a name, a pronoun or an article, or nothing. */
function isReplaceable(
  texts: ComparedTexts,
  range: WordRange,
  { lists, words, names }: MatchContext,
): boolean {
  if (range.end - range.start > MOST_REPLACED) return false;
  const left = texts.ofRecord(range);
  for (let index = 0; index < left.length; index++) {
    const word = left.at(index)!;
    const isSmall =
      words.pronouns.has(word.fold) || words.articles.has(word.fold) || lists.determiners.has(word.fold);
    if (!isSmall && !hasCapital(word.text) && !names.has(word.fold)) return false;
  }
  return true;
}

function alarmsOf(
  texts: ComparedTexts,
  whole: WordRange,
  out: WordRange,
  { isInside, isReplaced }: { readonly isInside: boolean; readonly isReplaced: boolean },
  editors: WordRange,
  there: WordRange,
  stranger: Fact | undefined,
  context: MatchContext,
): Alarm[] {
  const { lists, names, words } = context;
  const written = texts.ofQuotation(editors);
  const inBrackets = factsIn(written, lists, names).filter(
    fact => fact.kind !== 'name' || !isSmallWord(written, fact, words),
  );
  if (stranger !== undefined && !inBrackets.some(({ start }) => start === 0)) inBrackets.push(stranger);
  const left = isInside ? turningFacts(texts, whole, out, context) : [];
  const record = factsIn(texts.ofRecord(there), lists, names);
  const alarms: Alarm[] = [];
  const denied = left.filter(({ kind }) => kind === 'negation');
  const denying = inBrackets.filter(({ kind }) => kind === 'negation');
  for (const { text } of denied.slice(denying.length))
    alarms.push({ kind: 'negation', old: text, new: undefined });
  for (const { text } of denying.slice(denied.length))
    alarms.push({ kind: 'negation', old: undefined, new: text });
  for (const fact of left)
    if (fact.kind === 'attribution' && !inBrackets.some(other => isSame(other, fact)))
      alarms.push({ kind: 'attribution', old: fact.text, new: undefined });
  // A name may give way to a pronoun in brackets; a number or a date to nothing else.
  if (isReplaced)
    for (const fact of record)
      if (MEASURED.has(fact.kind) && !inBrackets.some(other => isSame(other, fact)))
        alarms.push({ kind: fact.kind, old: fact.text, new: undefined });
  for (const fact of inBrackets)
    if (
      fact.kind !== 'negation' &&
      !record.some(other => isSame(other, fact)) &&
      !standsIn(texts, there, fact, written)
    )
      alarms.push({ kind: fact.kind, old: undefined, new: fact.text });
  return alarms;
}

function isSame(one: Fact, other: Fact): boolean {
  return one.kind === other.kind && one.value === other.value;
}

/** A name at the beginning of a sentence is no name to the record's facts. */
function standsIn(texts: ComparedTexts, there: WordRange, fact: Fact, written: ComparedWords): boolean {
  const record = texts.ofRecord(there);
  for (let word = fact.start; word < fact.end; word++) {
    const fold = written.fold(word);
    let isThere = false;
    for (let index = 0; index < record.length && !isThere; index++) isThere = record.fold(index) === fold;
    if (!isThere) return false;
  }
  return true;
}

function isSmallWord(written: ComparedWords, { start }: Fact, words: MatchContext['words']): boolean {
  const fold = written.fold(start);
  return words.pronouns.has(fold) || words.articles.has(fold);
}

/** Negations and governing verbs left out of the sentences of which words stand in the quotation. */
function turningFacts(
  texts: ComparedTexts,
  whole: WordRange,
  out: WordRange,
  { lists, names }: MatchContext,
): Fact[] {
  if (out.start === out.end) return [];
  const spanned = texts.ofRecord(whole);
  const stretches = partsOfSentences(texts.record, out, lists);
  const denials = [...negationsIn(spanned, lists).values()];
  const governing = factsIn(spanned, lists, names).filter(({ kind }) => kind === 'attribution');
  return [...denials, ...governing].filter(({ start, end }) =>
    stretches.some(part => whole.start + start < part.end && whole.start + end > part.start),
  );
}

/** Of words between others of their text, those that share a sentence with these: no whole sentences. */
function partsOfSentences(
  record: CutTexts,
  between: WordRange,
  lists: MatchContext['lists'],
): readonly WordRange[] {
  const text = record.textAround(between.start);
  const all = record.wordsAround(between.start);
  const before = record.endOf(between.start - 1);
  const behind = record.startOf(between.end);
  const head = sentenceAround(text, { start: before, end: before }, lists).end;
  if (head >= record.startOf(between.end - 1)) return [between];
  const tail = sentenceAround(text, { start: behind, end: behind }, lists).start;
  return [
    record.touched(all, { start: before, end: Math.max(before, head) }),
    record.touched(all, { start: Math.min(tail, behind), end: behind }),
  ]
    .map(part => intersection(between, part))
    .filter(({ start, end }) => start < end);
}
