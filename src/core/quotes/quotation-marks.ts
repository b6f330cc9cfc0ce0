/**
 * Pairs of quotation marks in a text, in the ways of all languages. One pass: each opening mark is put on the stack and
 * taken from it once, so a text of ten thousand opening marks takes no longer than any other.
 */
import { UNSPACED } from '../align/words/word-characters.ts';
import { lazily } from '../lazily.ts';
import type { Span } from '../model/span.ts';

/** What closes each opening mark. A mark may open in one language and close in another. */
const CLOSING: Readonly<Record<string, string | readonly string[]>> = {
  '“': '”',
  '„': '“”‟"',
  '‟': '”',
  // Finnish and Swedish close with the same mark; Arabic and Hebrew often with its mirror image.
  '”': '”“',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‘': '’',
  '‚': '‘’',
  '‛': '’',
  '"': '"',
  "'": "'",
  '「': '」',
  '『': '』',
  '｢': '｣',
  '﹁': '﹂',
  '﹃': '﹄',
  '〝': '〞〟',
  '＂': '＂',
  '״': '״',
  // Two characters typed for one, as in TeX.
  '``': ["''", '’’', '"'],
  '‘‘': ['’’'],
  ',,': ["''", '‘‘', '’’', '“', '”', '"'],
};

/** By closing mark, the marks that it closes. */
const OPENING: ReadonlyMap<string, readonly string[]> = openingByClosing();

function openingByClosing(): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const [open, closing] of Object.entries(CLOSING))
    for (const close of closing) result.set(close, [...(result.get(close) ?? []), open]);
  return result;
}

const MARK = /,,|``|''|‘‘|’’|["'“„‟”«»‹›‘’‚‛「」『』｢｣﹁﹂﹃﹄〝〞〟＂״]/g;
/** Their two forms look alike, or they are apostrophes too: what stands beside them decides. */
const UNDIRECTED = '"\'＂״';
/** Opening marks that close in other languages. */
const BOTH_WAYS = '“”«»‹›‘';
const APOSTROPHES = "'’";
/** Words that begin with an apostrophe, and years. */
const BEGINS_WITH_APOSTROPHE = /^(?:tis|twas|em|til|cause|cos|bout|round|n|s|t)(?![\p{L}\p{N}])|^\p{N}/iu;

/** The marks of Hebrew abbreviations: צה״ל, צה"ל. */
const GERSHAYIM = '"״”“';
const HEBREW_LETTER = /[\u05d0-\u05ea]/;
/** Prepositions and particles that are written as one word with a quotation: ש"לא הסכמנו". */
const HEBREW_PREFIX = /(?<![\u05d0-\u05ea])[\u05d1\u05d4\u05d5\u05db\u05dc\u05de\u05e9]{1,3}$/;
/** Of an abbreviation only its last letter stands behind the mark. */
const HEBREW_WORD = /^[\u05d0-\u05ea]{2}/;

const letter = lazily(() => /[\p{L}\p{N}\p{M}]/u);
const unspaced = lazily(() => new RegExp(`[${UNSPACED}]`, 'u'));
const SPACE = /\s/;
const BEFORE_OPENING = /[\s([{\u2012-\u2015\-/<>=:;,.!?…"'“„«»‹›‘‚「『]/;

export interface MarkedQuotation {
  /** With the marks. */
  readonly outer: Span;
  /** Between the marks. */
  readonly inner: Span;
}

export interface PairedMarks {
  /** In order of their starts; those inside another are among them. */
  readonly pairs: readonly MarkedQuotation[];
  /** The first mark that nothing closes and that no pair contains. */
  readonly unclosed: Span | undefined;
}

interface OpenMark {
  readonly mark: string;
  readonly at: number;
}

export function pairMarks(text: string): PairedMarks {
  const stack: OpenMark[] = [];
  const counts = new Map<string, number>();
  const pairs: MarkedQuotation[] = [];
  const apostrophes = new ClosingAhead(text, APOSTROPHE_OR_OPENING);
  const directed = new ClosingAhead(text, LOW_OR_CLOSING);
  const push = (mark: string, at: number) => {
    stack.push({ mark, at });
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  };
  const pop = () => {
    const top = stack.pop()!;
    counts.set(top.mark, counts.get(top.mark)! - 1);
    return top;
  };
  const isOpen = (open: string) => (counts.get(open) ?? 0) > 0;
  const canCloseAny = (mark: string, at: number) => {
    const opened = OPENING.get(mark)?.filter(isOpen) ?? [];
    // An inch mark inside „...“ ends nothing.
    if (mark === '"' && opened.every(open => open === '„') && directed.behind(at)) return false;
    return opened.length > 0 && canClose(mark, text, at, apostrophes);
  };
  const take = (mark: string, at: number): boolean => {
    if (canCloseAny(mark, at)) {
      let top = pop();
      while (!CLOSING[top.mark]!.includes(mark)) top = pop();
      const inner = { start: top.at + top.mark.length, end: at };
      if (inner.end > inner.start) pairs.push({ outer: { start: top.at, end: at + mark.length }, inner });
      return true;
    }
    if (!Object.hasOwn(CLOSING, mark) || !canOpen(mark, text, at)) return false;
    push(mark, at);
    return true;
  };
  for (const { 0: mark, index: at } of text.matchAll(MARK)) {
    if (take(mark, at) || mark.length === 1) continue;
    // "He said 'no'": two marks that end one quotation each.
    for (const [offset, single] of [...mark].entries()) take(single, at + offset);
  }
  pairs.sort((a, b) => a.outer.start - b.outer.start);
  const [first] = stack;
  return { pairs, unclosed: first && { start: first.at, end: first.at + first.mark.length } };
}

/** The pairs that stand in no other. */
export function outermost(pairs: readonly MarkedQuotation[]): MarkedQuotation[] {
  let end = -1;
  return pairs.filter(({ outer }) => {
    if (outer.start < end) return false;
    end = outer.end;
    return true;
  });
}

function canOpen(mark: string, text: string, at: number): boolean {
  const next = text[at + mark.length];
  if (next === undefined) return false;
  const before = at === 0 ? ' ' : text[at - 1]!;
  const isFree = BEFORE_OPENING.test(before) || unspaced().test(before);
  if (APOSTROPHES.includes(mark) && BEGINS_WITH_APOSTROPHE.test(text.slice(at + 1, at + 9))) return false;
  if (GERSHAYIM.includes(mark) && isInHebrewWord(text, at))
    return (
      HEBREW_PREFIX.test(text.slice(Math.max(0, at - 4), at)) && HEBREW_WORD.test(text.slice(at + 1, at + 3))
    );
  if (mark.length > 1) return isFree && !SPACE.test(next);
  if (UNDIRECTED.includes(mark) || mark === '”' || mark === '‘')
    return isFree && !SPACE.test(next) && !(mark === "'" && APOSTROPHES.includes(next));
  return !SPACE.test(next) || '«»‹›“„'.includes(mark);
}

function canClose(mark: string, text: string, at: number, apostrophes: ClosingAhead): boolean {
  if (GERSHAYIM.includes(mark) && isInHebrewWord(text, at)) return false;
  const before = text[at - 1] ?? ' ';
  const next = text[at + mark.length] ?? ' ';
  const isBehindSpace = SPACE.test(before);
  const opensWord = isBehindSpace && letter().test(next);
  if (mark.length > 1) return !isBehindSpace && !letter().test(next);
  if (APOSTROPHES.includes(mark)) {
    if (isBehindSpace || letter().test(next)) return false;
    return !(before === 's' && next === ' ' && /\p{Ll}/u.test(text[at + 2] ?? '') && apostrophes.behind(at));
  }
  if (UNDIRECTED.includes(mark)) return !isBehindSpace || !letter().test(next);
  if (BOTH_WAYS.includes(mark)) return !opensWord;
  return true;
}

function isInHebrewWord(text: string, at: number): boolean {
  return HEBREW_LETTER.test(text[at - 1] ?? '') && HEBREW_LETTER.test(text[at + 1] ?? '');
}

/** The next single mark that may close, or the next that opens: before the first "the dogs’ bone" is no end. */
const APOSTROPHE_OR_OPENING = /[‘‚\n]|(?<closing>[’'])(?![\p{L}\p{N}])/gu;
/** The next mark that closes „ for sure, or the next „. */
const LOW_OR_CLOSING = /„|(?<closing>[“”‟])/g;

/** Whether a closing mark comes later, before another quotation opens. */
class ClosingAhead {
  readonly #text: string;
  readonly #pattern: RegExp;
  #last: { readonly from: number; readonly isAhead: boolean; readonly until: number } | undefined;

  constructor(text: string, pattern: RegExp) {
    this.#text = text;
    this.#pattern = pattern;
  }

  behind(at: number): boolean {
    // What was found for an earlier place holds up to the mark that was found.
    if (this.#last !== undefined && at >= this.#last.from && at < this.#last.until) return this.#last.isAhead;
    this.#pattern.lastIndex = at + 1;
    const found = this.#pattern.exec(this.#text);
    const isAhead = found?.groups?.closing !== undefined;
    this.#last = { from: at, isAhead, until: found?.index ?? this.#text.length };
    return isAhead;
  }
}
