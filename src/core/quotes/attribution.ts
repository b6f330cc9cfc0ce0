/** Whom a draft names as the speaker of a quotation. */

import { deniesAlone } from '../anchor/negations.ts';
import type { AttributionWords } from '../language/attribution-words.ts';
import { foldsOf, wordsIn } from '../language/folded-words.ts';
import type { WordLists } from '../language/word-lists.ts';
import { lazilyFor } from '../lazily.ts';
import type { Id } from '../model/model.ts';
import type { Span } from '../model/span.ts';
import type { DraftBlock } from './draft.ts';
import type { Mention, PartyNames } from './party-names.ts';
import { sentenceAround } from './sentence.ts';

export interface Attribution {
  /** The parties that may be meant; none where the subject is a pronoun or a stranger, who is not judged. */
  readonly parties: readonly Id[];
  /** Where the draft names them, in the text of the block of the quotation or of the one before it. */
  readonly span: Span;
  readonly isInBlockBefore: boolean;
}

/** So far beside a quotation its sentence is read; UTF-16 code units. */
const REACH = 400;
/** Stands for the characters of quotations, so that nobody in them is taken for a speaker; no letter, and in ASCII. */
const MASK = '\x1a';
/** Words between a subject and its verb that no list has. */
const MOST_BETWEEN = 2;
const LONGEST_APPOSITION = 12;
const LONGEST_BRACKET = 4;
/** Articles and titles between a verb and the subject behind it. */
const MOST_BEFORE_NAME = 4;
const CAPITAL = /^\p{Lu}/u;
/** In Armenian a point, or the mark of a pause, leads to what is said; its sentences end with another mark. */
const ARMENIAN_COLON = /(?<=[\u0531-\u0587])[.\u2024\u055d]\s*$/;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The phrases of a language as folded words, made once. */
const foldedPhrases = lazilyFor(({ according, accordingBehind }: AttributionWords) => ({
  according: [...according].map(foldsOf),
  accordingBehind: [...accordingBehind].map(foldsOf),
}));

/** The text of a block without its quotations, of the same length. */
export function maskQuotations(text: string, quotations: readonly Span[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of quotations) {
    masked += text.slice(from, start) + MASK.repeat(end - start);
    from = end;
  }
  return masked + text.slice(from);
}

/** What a draft says around a quotation. */
export interface QuotationContext {
  readonly block: DraftBlock;
  /** The text of the block with every quotation masked. */
  readonly masked: string;
  /** The block before it with every quotation masked, if the quotation may belong to its sentence. */
  readonly maskedBefore: string | undefined;
  /** With its marks. */
  readonly outer: Span;
}

/**
 * The party that is the subject of a verb of saying in the sentence of a quotation, outside of it.
 * @returns undefined where the sentence has no such verb
 */
export function attributionOf(
  context: QuotationContext,
  names: PartyNames,
  words: AttributionWords,
  lists: WordLists,
): Attribution | undefined {
  const own = sentenceOf(context);
  const found = new Sentence(own.text, own.quotation, names, words, lists).speaker();
  if (found !== undefined) return { ...found, span: moved(found.span, own.offset), isInBlockBefore: false };
  const { maskedBefore } = context;
  if (maskedBefore === undefined || context.masked.slice(0, context.outer.start).trim() !== '')
    return undefined;
  const before = maskedBefore.trimEnd();
  if (!/[:：]$/.test(before)) return undefined;
  const offset = Math.max(0, before.length - REACH);
  const window = before.slice(offset);
  const sentence = sentenceAround(window, { start: window.length, end: window.length });
  const text = `${window.slice(sentence.start)} `;
  const quotation = { start: text.length, end: text.length };
  const led = new Sentence(text, quotation, names, words, lists).speaker();
  return led && { ...led, span: moved(led.span, offset + sentence.start), isInBlockBefore: true };
}

/** A party that the sentence of a quotation names, for a language whose verbs of saying nobody listed. */
export function namedBeside(context: QuotationContext, names: PartyNames): Id | undefined {
  const { text } = sentenceOf(context);
  return names.mentions(wordsIn(text))[0]?.parties[0] ?? names.firstUnspaced(text);
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The sentence of a quotation as the draft has it, without what its words end themselves. */
function sentenceOf({ block, masked, outer }: QuotationContext): {
  readonly text: string;
  readonly quotation: Span;
  readonly offset: number;
} {
  const offset = Math.max(0, outer.start - REACH);
  const window = masked.slice(offset, outer.end + REACH);
  const inner = moved(outer, -offset);
  const lead = ARMENIAN_COLON.exec(window.slice(0, inner.start));
  let { start, end } = sentenceAround(window, lead === null ? inner : { start: lead.index, end: inner.end });
  // "We signed." He left: the quotation ends the sentence.
  const lastOfQuotation = block.text
    .slice(outer.start, outer.end - 1)
    .trimEnd()
    .at(-1);
  const behind = masked.slice(outer.end, outer.end + REACH).trimStart();
  if (lastOfQuotation === '.' && CAPITAL.test(behind)) end = inner.end;
  const before = window.slice(start, inner.start);
  const other = before.lastIndexOf(MASK);
  if (other >= 0) {
    const at = offset + start + other;
    const isEnd = /[.!?]/.test(block.text.slice(0, at).trimEnd().at(-1) ?? '');
    if (isEnd && CAPITAL.test(before.slice(other + 1).trimStart())) start += other + 1;
  }
  return { text: window.slice(start, end), quotation: moved(inner, -start), offset: offset + start };
}

/** Somebody who is said to speak, and how far from the quotation. */
interface Candidate {
  readonly parties: readonly Id[];
  readonly span: Span;
  readonly distance: number;
}

/** A subject; nobody where it is a pronoun or a stranger. */
interface Subject {
  readonly parties: readonly Id[];
  readonly first: number;
  readonly last: number;
}

class Sentence {
  readonly #text: string;
  readonly #quotation: Span;
  readonly #list: readonly Word[];
  readonly #names: PartyNames;
  readonly #mentions: readonly Mention[];
  #declined: readonly Mention[] | undefined;
  readonly #words: AttributionWords;
  readonly #lists: WordLists;

  constructor(text: string, quotation: Span, names: PartyNames, words: AttributionWords, lists: WordLists) {
    this.#text = text;
    this.#quotation = quotation;
    this.#list = wordsIn(text);
    this.#names = names;
    this.#mentions = names.mentions(this.#list);
    this.#words = words;
    this.#lists = lists;
  }

  speaker(): Omit<Attribution, 'isInBlockBefore'> | undefined {
    const candidates = [...this.#byVerbs(), ...this.#byPhrases(), ...this.#byColon()];
    candidates.sort((a, b) => a.distance - b.distance);
    const [nearest] = candidates;
    return nearest && { parties: nearest.parties, span: nearest.span };
  }

  *#byVerbs(): Generator<Candidate> {
    const { saying, telling, passive, agent } = this.#words;
    for (let verb = 0; verb < this.#list.length; verb++) {
      const { word } = this.#list[verb]!;
      if (!saying.has(word) && !telling.has(word)) continue;
      if (this.#isDenied(verb)) continue;
      if (this.#isPassive(verb, passive)) {
        const by = this.#agentBehind(verb, agent);
        if (by !== undefined) yield this.#candidate(by, verb);
        continue;
      }
      const subject =
        this.#subjectBefore(verb) ??
        (telling.has(word) && !this.#followsQuotation(verb) ? undefined : this.#subjectBehind(verb)) ??
        this.#subjectAround(verb);
      if (subject !== undefined) yield this.#candidate(subject, verb);
    }
  }

  #isDenied(verb: number): boolean {
    for (let at = verb - 1; at >= Math.max(0, verb - 2); at--) {
      if (this.#isParted(at)) return false;
      // A name may begin or end as words do that deny: "Yılmaz dedi".
      const isName = this.#mentions.some(({ first, last }) => first <= at && at <= last);
      if (!isName && deniesAlone(this.#list[at]!.word, this.#lists)) return true;
    }
    return false;
  }

  #isPassive(verb: number, passive: ReadonlySet<string>): boolean {
    const before = this.#list[verb - 1];
    return before !== undefined && passive.has(before.word) && !this.#isParted(verb - 1);
  }

  #agentBehind(verb: number, agent: ReadonlySet<string>): Subject | undefined {
    for (let at = verb + 1; at <= Math.min(verb + 6, this.#list.length - 2); at++) {
      if (!agent.has(this.#list[at]!.word)) continue;
      const mention = this.#inAnyCase().find(({ first }) => first > at && first <= at + MOST_BEFORE_NAME);
      return mention && { parties: mention.parties, first: mention.first, last: mention.last };
    }
    return undefined;
  }

  /** The subject before a verb: "X said", "X, the president, said", "X has later said", "it was X who said". */
  #subjectBefore(verb: number): Subject | undefined {
    const { pronouns, between } = this.#words;
    let unknown = 0;
    let hasCrossed = false;
    for (let at = verb - 1; at >= 0; at--) {
      if (/^\)/.test(this.#between(at))) at = this.#bracketBefore(at) ?? at;
      const mark = this.#between(at);
      if (mark.includes(MASK) || /[;:.!?)]/.test(mark)) return undefined;
      if (mark.includes(',')) {
        if (hasCrossed) return undefined;
        // "X, who said": what stands between the comma and the verb are such words alone.
        const relative = at < verb - 1 && unknown === 0 ? this.#mentionEndingAt(at) : undefined;
        if (relative !== undefined) return this.#withOthers(relative);
        hasCrossed = true;
        const comma = this.#commaBefore(at);
        if (comma === undefined) return undefined;
        at = comma;
      }
      const { word, start, end } = this.#list[at]!;
      const mention = this.#mentionEndingAt(at);
      if (mention !== undefined) return this.#withOthers(mention);
      // Some words are both: Spanish "le" in "López le dijo".
      if (between.has(word)) continue;
      if (pronouns.has(word)) return { parties: [], first: at, last: at };
      if (CAPITAL.test(this.#text.slice(start, end)) && at > 0) return { parties: [], first: at, last: at };
      if (++unknown > MOST_BETWEEN) return undefined;
    }
    return undefined;
  }

  /** The word before the bracket that opens what ends at a word: "X (58) said". */
  #bracketBefore(at: number): number | undefined {
    for (let word = at - 1; word >= Math.max(0, at - LONGEST_BRACKET); word--)
      if (this.#between(word).includes('(')) return word;
    return undefined;
  }

  /** The word before the comma that opens the apposition which ends at a word. */
  #commaBefore(at: number): number | undefined {
    for (let word = at - 1; word >= Math.max(0, at - LONGEST_APPOSITION); word--) {
      const mark = this.#between(word);
      if (mark.includes(MASK) || /[;:.!?]/.test(mark)) return undefined;
      if (mark.includes(',')) return word;
    }
    return undefined;
  }

  /** The subject behind a verb: "said X", "said President X". */
  #subjectBehind(verb: number): Subject | undefined {
    const { pronouns, articles, between } = this.#words;
    let allowed = 0;
    let stranger: number | undefined;
    const nobody = () =>
      stranger === undefined ? undefined : { parties: [], first: stranger, last: stranger };
    for (let at = verb + 1; at <= Math.min(verb + MOST_BEFORE_NAME, this.#list.length - 1); at++) {
      if (this.#isParted(at - 1)) return nobody();
      const mention = this.#mentions.find(({ first }) => first === at);
      if (mention !== undefined) return this.#withOthers(mention);
      const { word, start, end } = this.#list[at]!;
      if (pronouns.has(word)) return { parties: [], first: at, last: at };
      if (articles.has(word)) allowed = 1;
      else if (CAPITAL.test(this.#text.slice(start, end))) stranger ??= at;
      else if (!between.has(word) && allowed-- <= 0) return nobody();
    }
    return nobody();
  }

  /** Whether a word is the first behind the quotation. */
  #followsQuotation(word: number): boolean {
    const isFirst = (this.#list[word - 1]?.end ?? 0) <= this.#quotation.start;
    return isFirst && this.#list[word]!.start >= this.#quotation.end;
  }

  /** The subject before a quotation whose verb stands right behind it, as in Turkish: Kaya "..." dedi. */
  #subjectAround(verb: number): Subject | undefined {
    if (!this.#followsQuotation(verb)) return undefined;
    const isVerbLast = this.#words.verbLast.has(this.#list[verb]!.word);
    const beside = this.#mentionEndingAt(verb - 1);
    const mark =
      beside &&
      this.#between(verb - 1)
        .split(MASK)[0]!
        .trim();
    if (beside !== undefined && (mark === '' || (isVerbLast && mark === ',')))
      return this.#withOthers(beside);
    if (!isVerbLast) return undefined;
    // "Demir, Kaya'ya "..." dedi": a comma marks the subject, or it is the first word.
    const subject = this.#mentions.findLast(
      ({ first, last }) =>
        last < verb && (this.#between(last).trimStart().startsWith(',') || this.#isFirstSubject(first, last)),
    );
    return subject && this.#withOthers(subject);
  }

  /** Whether a name begins the sentence, and no postposition stands behind it. */
  #isFirstSubject(first: number, last: number): boolean {
    const next = this.#list[last + 1];
    return first === 0 && (next === undefined || !this.#words.addressee.has(next.word));
  }

  /** A mention with those that "and" joins to it, or that stand beside it: then either may be the subject. */
  #withOthers(mention: Mention): Subject | undefined {
    const { joining, addressee } = this.#words;
    const parties = new Set(mention.parties);
    let { first } = mention;
    let isList = false;
    for (;;) {
      const before = this.#list[first - 1];
      if (before === undefined) break;
      if (addressee.has(before.word)) return undefined;
      isList ||= joining.has(before.word);
      const end = joining.has(before.word) ? first - 2 : first - 1;
      const other = this.#mentionEndingAt(end);
      if (other === undefined || this.#between(end).includes(MASK)) break;
      // "Asked by Y, X said": a comma alone joins nobody.
      if (!isList && this.#between(end).includes(',')) break;
      for (const id of other.parties) parties.add(id);
      first = other.first;
    }
    return { parties: [...parties], first: mention.first, last: mention.last };
  }

  *#byPhrases(): Generator<Candidate> {
    const { articles } = this.#words;
    const { according, accordingBehind } = foldedPhrases(this.#words);
    for (const phrase of according)
      for (const { end } of this.#phrase(phrase)) {
        let at = end;
        while (at < this.#list.length && articles.has(this.#list[at]!.word)) at++;
        const mention = this.#mentionFrom(at, end);
        if (mention !== undefined) yield this.#candidate(mention, end - 1);
      }
    for (const phrase of accordingBehind)
      for (const { start } of this.#phrase(phrase)) {
        const mention = this.#inAnyCase().find(({ last }) => last === start - 1);
        if (mention !== undefined) yield this.#candidate(mention, start);
      }
  }

  /** Who is named behind a phrase, perhaps with a first name or a title before: "по словам Ивана Петрова". */
  #mentionFrom(at: number, least: number): Mention | undefined {
    for (let word = at; word < Math.min(at + MOST_BEFORE_NAME, this.#list.length); word++) {
      const mention = this.#inAnyCase().find(
        ({ first, last }) => first >= least && first <= word && last >= word,
      );
      if (mention !== undefined) return mention;
      const { start, end } = this.#list[word]!;
      if (!CAPITAL.test(this.#text.slice(start, end)) || this.#isParted(word)) return undefined;
    }
    return undefined;
  }

  /** The names in the sentence, also in other cases than that of a subject. */
  #inAnyCase(): readonly Mention[] {
    this.#declined ??= this.#names.mentions(this.#list, 'any case');
    return this.#declined;
  }

  /** The places of a phrase, as indexes of words. */
  *#phrase(folds: readonly string[]): Generator<{ start: number; end: number }> {
    for (let at = 0; at + folds.length <= this.#list.length; at++)
      if (folds.every((fold, index) => this.#list[at + index]!.word === fold))
        yield { start: at, end: at + folds.length };
  }

  /** A name alone before a colon. */
  *#byColon(): Generator<Candidate> {
    const before = this.#text.slice(0, this.#quotation.start);
    if (!/[:：]\s*$/.test(before) && !ARMENIAN_COLON.test(before)) return;
    const behind = this.#list.findLastIndex(({ end }) => end <= this.#quotation.start);
    const last = behind >= 0 && /^\)/.test(this.#between(behind)) ? this.#bracketBefore(behind) : behind;
    const mention = last === undefined ? undefined : this.#mentionEndingAt(last);
    if (mention === undefined) return;
    const lead = this.#list.slice(0, mention.first);
    if (lead.every(({ word }) => this.#words.articles.has(word)))
      yield this.#candidate(mention, mention.last);
  }

  #candidate({ parties, first, last }: Subject, verb: number): Candidate {
    const span = { start: this.#list[first]!.start, end: this.#list[last]!.end };
    const start = Math.min(span.start, this.#list[verb]!.start);
    const end = Math.max(span.end, this.#list[verb]!.end);
    const distance =
      end <= this.#quotation.start ? this.#quotation.start - end : Math.max(0, start - this.#quotation.end);
    return { parties, span, distance };
  }

  #mentionEndingAt(at: number): Mention | undefined {
    return this.#mentions.find(({ last }) => last === at);
  }

  /** What stands between a word and the next one. */
  #between(at: number): string {
    return this.#text.slice(this.#list[at]!.end, this.#list[at + 1]?.start ?? this.#text.length);
  }

  #isParted(at: number): boolean {
    const mark = this.#between(at);
    return mark.includes(MASK) || /[,;:.!?()]/.test(mark);
  }
}
