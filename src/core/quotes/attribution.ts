/** Whom a draft names as the speaker of a quotation. */

import { deniesAlone } from '../anchor/negations.ts';
import type { AttributionWords } from '../language/attribution-words.ts';
import { foldWord } from '../language/fold-word.ts';
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
  /** Where the draft names them, in the text of the block below. */
  readonly span: Span;
  /** The block of that text: 0 is the quotation's own, -1 the one before it, 1 the one behind it. */
  readonly block: -1 | 0 | 1;
}

/** So far beside a quotation its sentence is read; UTF-16 code units. */
const REACH = 400;
/** Stands for the characters of quotations, so that nobody in them is taken for a speaker; no letter, and in ASCII. */
const MASK = '\x1a';
/** Words between a subject and its verb that no list has. */
const MOST_BETWEEN = 2;
const LONGEST_APPOSITION = 12;
const LONGEST_BRACKET = 4;
const MOST_WORDS_OF_A_NAME = 8;
/** Articles and titles between a verb and the subject behind it. */
const MOST_BEFORE_NAME = 4;
/** Words between a preposition and the capital that it governs: "in the old town of Tornby". */
const MOST_BEHIND_PREPOSITION = 3;
const LONGEST_SIGNATURE = 160;
/** The dash before a name that signs a quotation, with what may stand before it. */
const SIGNS = /^[\s.,;!?…]*(?:[\u2012-\u2015]|--{1,2}|(?<![^\s])-(?=\s))\s*/;
/** The end of a line before one that neither names a speaker ("Lind: ...") nor begins with a dash. */
const SOFT_BREAK = /(?:\r\n?|\n)(?![^\n:.!?\x1a]{1,60}[:：]\s|[ \t]*[-\u2012-\u2015])/g;
/** "Lind was saying" is no passive. */
const PROGRESSIVE = /ing$/;
const DASH = /[\u2012-\u2015]|\s--?\s/;
const LAST_WORD = /(?<!\p{L})(\p{L}{1,6})\.$/u;
const NO_TITLES = { shortenedTitles: new Set<string>() };
const CAPITAL = /^\p{Lu}/u;
/** In Armenian a point, or the mark of a pause, leads to what is said; its sentences end with another mark. */
const ARMENIAN_COLON = /(?<=[\u0531-\u0587])[.\u2024\u055d]\s*$/;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A phrase with a name in it, as folded words: "according to *", "in *'s words". */
interface NamingPhrase {
  readonly before: readonly string[];
  /** What is written as one word with the name: "'s". */
  readonly ending: string;
  readonly behind: readonly string[];
}

/** The phrases of a language, split once. */
const namingPhrases = lazilyFor(({ according }: AttributionWords): readonly NamingPhrase[] =>
  according.map(phrase => {
    const [before, rest = ''] = phrase.split('*');
    const ending = /^\S*/.exec(rest)![0];
    return { before: foldsOf(before!), ending, behind: foldsOf(rest.slice(ending.length)) };
  }),
);

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
  /** The blocks before and behind it with every quotation masked. */
  readonly maskedBefore: string | undefined;
  readonly maskedBehind: string | undefined;
  /** With its marks. */
  readonly outer: Span;
}

/**
 * The party that is the subject of a verb of saying in the sentence of a quotation, outside of it, or that signs it.
 * @returns undefined where there is no such party, pronoun or stranger
 */
export function attributionOf(
  context: QuotationContext,
  names: PartyNames,
  words: AttributionWords,
  lists: WordLists,
): Attribution | undefined {
  const own = sentenceOf(context, words, lists);
  const found = new Sentence(own.text, own.quotation, names, words, lists).speaker();
  if (found !== undefined) return { ...found, span: moved(found.span, own.offset), block: 0 };
  return signature(context, names, words) ?? leadBefore(context, names, words, lists);
}

/**
 * The party that is the subject of a verb of saying in a clause that stands beside quoted words.
 * @returns its span in the clause
 */
export function speakerIn(
  clause: string,
  names: PartyNames,
  words: AttributionWords,
  lists: WordLists,
): Omit<Attribution, 'block'> | undefined {
  const before = `${MASK} `;
  const sentence = new Sentence(before + clause, { start: 0, end: MASK.length }, names, words, lists);
  const found = sentence.speaker();
  return found && { ...found, span: moved(found.span, -before.length) };
}

/** Who is named under a quotation or behind it, after a dash: "— Karl Lind, mayor". */
function signature(
  { masked, outer, block, maskedBehind }: QuotationContext,
  names: PartyNames,
  words: AttributionWords,
): Attribution | undefined {
  const behind = masked.slice(outer.end, outer.end + REACH);
  if (behind.trim() !== '') {
    const signed = signedBy(behind, names, words);
    return signed && { ...signed, span: moved(signed.span, outer.end), block: 0 };
  }
  const isAlone = block.isQuoted || masked.slice(0, outer.start).trim() === '';
  if (!isAlone || maskedBehind === undefined || maskedBehind.length > LONGEST_SIGNATURE) return undefined;
  const signed = signedBy(maskedBehind, names, words);
  return signed && { ...signed, block: 1 };
}

/** The name in a text that is a signature: a dash, a name, and what tells who that is. */
function signedBy(
  text: string,
  names: PartyNames,
  { articles, saying, telling }: AttributionWords,
): Omit<Attribution, 'block'> | undefined {
  const dash = SIGNS.exec(text)?.[0].length;
  if (dash === undefined) return undefined;
  const line = text.slice(dash).split('\n', 1)[0]!;
  if (line.length > LONGEST_SIGNATURE) return undefined;
  const list = wordsIn(line);
  const [mention] = names.mentions(list);
  if (mention === undefined || mention.first > MOST_BEFORE_NAME) return undefined;
  const isTitle = ({ word, start, end }: Word) => articles.has(word) || CAPITAL.test(line.slice(start, end));
  if (!list.slice(0, mention.first).every(isTitle)) return undefined;
  // "“We signed.” — Lind, the mayor, left.": that is a sentence of its own.
  const rest = line.slice(list[mention.last]!.end);
  const isSignature = /^\s*\.?\s*$/.test(rest) || /^\s*[,(][^!?\x1a]*[^.!?\s\x1a]\s*$/.test(rest);
  if (!isSignature || list.some(({ word }) => saying.has(word) || telling.has(word))) return undefined;
  const span = { start: list[mention.first]!.start, end: list[mention.last]!.end };
  return { parties: mention.parties, span: moved(span, dash) };
}

/** Who is named in the block before a quotation that begins its own, before a colon. */
function leadBefore(
  { masked, outer, maskedBefore }: QuotationContext,
  names: PartyNames,
  words: AttributionWords,
  lists: WordLists,
): Attribution | undefined {
  if (maskedBefore === undefined || masked.slice(0, outer.start).trim() !== '') return undefined;
  const before = maskedBefore.trimEnd();
  if (!/[:：]$/.test(before)) return undefined;
  const offset = Math.max(0, before.length - REACH);
  const window = inOneLine(before.slice(offset));
  const sentence = sentenceAround(window, { start: window.length, end: window.length }, lists);
  const text = `${window.slice(sentence.start)} `;
  const quotation = { start: text.length, end: text.length };
  const led = new Sentence(text, quotation, names, words, lists).speaker();
  return led && { ...led, span: moved(led.span, offset + sentence.start), block: -1 };
}

/** A party that the sentence of a quotation names, for a language whose verbs of saying nobody listed. */
export function namedBeside(context: QuotationContext, names: PartyNames, lists: WordLists): Id | undefined {
  const { text } = sentenceOf(context, NO_TITLES, lists);
  return names.mentions(wordsIn(text))[0]?.parties[0] ?? names.firstUnspaced(text);
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The text of a paragraph in one line, of the same length: most lines end only where the page does. */
function inOneLine(text: string): string {
  return text.replace(SOFT_BREAK, end => ' '.repeat(end.length));
}

/** The sentence of a quotation as the draft has it, without what its words end themselves. */
function sentenceOf(
  { block, masked, outer }: QuotationContext,
  { shortenedTitles }: Pick<AttributionWords, 'shortenedTitles'>,
  lists: WordLists,
): {
  readonly text: string;
  readonly quotation: Span;
  readonly offset: number;
} {
  const offset = Math.max(0, outer.start - REACH);
  const window = inOneLine(masked.slice(offset, outer.end + REACH));
  const inner = moved(outer, -offset);
  const lead = ARMENIAN_COLON.exec(window.slice(0, inner.start));
  const from = lead?.index ?? inner.start;
  let { start, end } = sentenceAround(window, { start: from, end: inner.end }, lists);
  // "said Prof. Lind" goes on behind the point.
  const last = LAST_WORD.exec(window.slice(inner.end, end))?.[1];
  if (last !== undefined && shortenedTitles.has(foldWord(last)))
    ({ end } = sentenceAround(window, { start: inner.start, end: Math.min(end + 1, window.length) }, lists));
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
  /** Index of the first word that names them. */
  readonly first: number;
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

  speaker(): Omit<Attribution, 'block'> | undefined {
    const candidates = [...this.#byVerbs(), ...this.#byPhrases(), ...this.#byColon()];
    candidates.sort((a, b) => a.distance - b.distance);
    const [nearest] = candidates;
    if (nearest === undefined) return undefined;
    const { span } = nearest;
    // "X replied, when Y asked her, ...": either may be meant.
    const main = this.#isSubordinate(nearest) && candidates.find(other => !this.#isSubordinate(other));
    if (!main) return { parties: nearest.parties, span };
    return main.parties.length === 0 ? main : { parties: [...nearest.parties, ...main.parties], span };
  }

  /** Whether a subject stands in a clause that depends on another: "when the mayor asked". */
  #isSubordinate({ first }: Candidate): boolean {
    const { articles, subordinating } = this.#words;
    for (let at = first - 1; at >= 0; at--) {
      if (this.#isParted(at)) return false;
      const { word, start, end } = this.#list[at]!;
      if (subordinating.has(word)) return true;
      if (!articles.has(word) && !CAPITAL.test(this.#text.slice(start, end))) return false;
    }
    return false;
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
        // "Lind complained that he had been told ...": nobody tells who told.
        else if (telling.has(word)) yield this.#candidate({ parties: [], first: verb, last: verb }, verb);
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
    if (before === undefined || PROGRESSIVE.test(this.#list[verb]!.word)) return false;
    return passive.has(before.word) && !this.#isParted(verb - 1);
  }

  /** Whether a preposition leads to the agent of a passive whose verb comes later: "wurde von Lind gesagt". */
  #isAgent(preposition: number): boolean {
    const { agent, passive } = this.#words;
    if (!agent.has(this.#list[preposition]!.word)) return false;
    for (let at = preposition - 1; at >= Math.max(0, preposition - MOST_BEHIND_PREPOSITION); at--) {
      if (this.#isParted(at)) return false;
      if (passive.has(this.#list[at]!.word)) return true;
    }
    return false;
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
    const { pronouns, between, relative } = this.#words;
    let unknown = 0;
    let hasCrossed = false;
    for (let at = verb - 1; at >= 0; at--) {
      if (/^\)/.test(this.#between(at))) at = this.#bracketBefore(at) ?? at;
      const mark = this.#between(at);
      if (mark.includes(MASK) || /[;:.!?)]/.test(mark)) return undefined;
      if (mark.includes(',')) {
        if (hasCrossed) return undefined;
        // "X, who later said": no other words stand between the comma and the verb.
        const isRelative = at < verb - 1 && unknown === 0 && relative.has(this.#list[at + 1]!.word);
        const mention = isRelative ? this.#mentionEndingAt(at) : undefined;
        if (mention !== undefined) return this.#withOthers(mention);
        hasCrossed = true;
        const comma = this.#markBefore(at, /,/);
        if (comma === undefined) return undefined;
        at = comma;
      } else if (DASH.test(mark)) at = this.#markBefore(at, DASH) ?? at;
      const { word, start, end } = this.#list[at]!;
      const mention = this.#mentionEndingAt(at);
      if (mention !== undefined && !this.#isObject(mention, verb))
        return this.#besideAuxiliary(mention) ?? this.#withOthers(mention);
      if (mention !== undefined) {
        at = mention.first;
        if (++unknown > MOST_BETWEEN) return undefined;
        continue;
      }
      // An object may stand before its verb: "Lind lui a dit", "López le dijo".
      if (between.has(word) || relative.has(word)) continue;
      // "qu'elle a dit", "she'd said"
      if (word.split("'").some(part => pronouns.has(part))) return { parties: [], first: at, last: at };
      if (CAPITAL.test(this.#text.slice(start, end))) {
        // "Lind on Friday said", "am Freitag sagte Lind": what a preposition governs is no subject.
        const preposition = this.#prepositionBefore(at);
        if (preposition === undefined && at > 0) return { parties: [], first: at, last: at };
        if (preposition !== undefined) at = preposition;
      }
      if (++unknown > MOST_BETWEEN) return undefined;
    }
    return undefined;
  }

  #prepositionBefore(at: number): number | undefined {
    for (let word = at - 1; word >= Math.max(0, at - MOST_BEHIND_PREPOSITION); word--) {
      if (this.#isParted(word) || this.#mentionEndingAt(word) !== undefined) return undefined;
      if (this.#words.prepositions.has(this.#list[word]!.word)) return word;
    }
    return undefined;
  }

  /** The word before the bracket that opens what ends at a word: "X (58) said". */
  #bracketBefore(at: number): number | undefined {
    for (let word = at - 1; word >= Math.max(0, at - LONGEST_BRACKET); word--)
      if (this.#between(word).includes('(')) return word;
    return undefined;
  }

  /** The word before the mark that opens the apposition which ends at a word. */
  #markBefore(at: number, opening: RegExp): number | undefined {
    for (let word = at - 1; word >= Math.max(0, at - LONGEST_APPOSITION); word--) {
      const mark = this.#between(word);
      if (mark.includes(MASK) || /[;:.!?]/.test(mark)) return undefined;
      if (opening.test(mark)) return word;
    }
    return undefined;
  }

  /** "Kruse hat Lind gesagt", "sie hat Lind gesagt": who stands before the auxiliary may be the subject, or is it. */
  #besideAuxiliary({ parties, first, last }: Mention): Subject | undefined {
    const { between, relative, pronouns } = this.#words;
    const [before, auxiliary, behind] = [this.#list[first - 2], this.#list[first - 1], this.#list[last + 1]];
    if (before === undefined || !between.has(auxiliary!.word)) return undefined;
    if (this.#isParted(first - 2) || this.#isParted(first - 1) || this.#isParted(last)) return undefined;
    // "It was Lind who said"
    if (behind !== undefined && relative.has(behind.word)) return undefined;
    if (pronouns.has(before.word)) return { parties: [], first: first - 2, last: first - 2 };
    const other = this.#mentionEndingAt(first - 2);
    return other && { parties: [...parties, ...other.parties], first, last };
  }

  /** Whether a name before a verb is the object of another one: "Osei thanked Lind and said", "attacked Lind by saying". */
  #isObject({ last }: Mention, verb: number): boolean {
    const next = last + 1;
    if (next >= verb) return false;
    const { joining, agent, between } = this.#words;
    const { word } = this.#list[next]!;
    if (!joining.has(word)) return next === verb - 1 && agent.has(word);
    return this.#list.slice(next + 1, verb).every(other => between.has(other.word));
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
      if (mention !== undefined) return this.#withJoined(mention);
      const { word, start, end } = this.#list[at]!;
      // "dit le maire": some articles are pronouns elsewhere.
      if (articles.has(word)) allowed = 1;
      else if (pronouns.has(word)) return { parties: [], first: at, last: at };
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
    return first === 0 && (next === undefined || !this.#words.prepositions.has(next.word));
  }

  /** A mention with those that "and" joins to it, or that stand beside it: then either may be the subject. */
  #withOthers(mention: Mention): Subject | undefined {
    const { joining, prepositions } = this.#words;
    const parties = new Set(mention.parties);
    let { first } = mention;
    let isList = false;
    for (;;) {
      const before = this.#list[first - 1];
      if (before === undefined) break;
      if (prepositions.has(before.word)) {
        if (this.#isAgent(first - 1)) break;
        return undefined;
      }
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

  /** A mention behind a verb with those behind it: "said X, Y and Z". */
  #withJoined(mention: Mention): Subject | undefined {
    const { joining } = this.#words;
    const parties = new Set<Id>();
    let isList = false;
    let { last } = mention;
    for (;;) {
      const next = this.#list[last + 1];
      if (next === undefined || (this.#isParted(last) && this.#between(last).trim() !== ',')) break;
      const joins = joining.has(next.word);
      if (!joins && !this.#between(last).includes(',')) break;
      const other = this.#mentions.find(({ first }) => first === last + (joins ? 2 : 1));
      if (other === undefined) break;
      for (const id of other.parties) parties.add(id);
      isList ||= joins;
      last = other.last;
    }
    const subject = this.#withOthers(mention);
    return isList && subject ? { ...subject, parties: [...subject.parties, ...parties] } : subject;
  }

  *#byPhrases(): Generator<Candidate> {
    for (const phrase of namingPhrases(this.#words)) {
      const isBefore = phrase.behind.length === 0;
      for (const { start, end } of this.#phrase(isBefore ? phrase.before : phrase.behind)) {
        const subject = isBefore ? this.#namedBehind(end) : this.#namedBefore(start, phrase);
        if (subject !== undefined) yield this.#candidate(subject, isBefore ? end - 1 : start);
      }
    }
  }

  #namedBehind(end: number): Subject | undefined {
    let at = end;
    while (at < this.#list.length && this.#words.articles.has(this.#list[at]!.word)) at++;
    return this.#mentionFrom(at, end);
  }

  /** Who is named before the end of a phrase: "X zufolge", "in X's words", "as X, the mayor, put it". */
  #namedBefore(at: number, { before, ending }: NamingPhrase): Subject | undefined {
    const subject =
      this.#inAnyCaseBefore(at, ending) ?? (ending === '' ? this.#subjectBefore(at) : undefined);
    if (subject === undefined || subject.parties.length === 0) return undefined;
    if (before.length === 0) return subject;
    const least = Math.max(0, subject.first - MOST_BEFORE_NAME);
    for (let end = subject.first; end >= least; end--) {
      const start = end - before.length;
      if (before.every((word, index) => this.#list[start + index]?.word === word)) return subject;
      if (end > 0 && this.#isParted(end - 1)) return undefined;
    }
    return undefined;
  }

  /** The name that ends right before a word, in any case and without an ending. */
  #inAnyCaseBefore(at: number, ending: string): Subject | undefined {
    if (ending === '') return this.#inAnyCase().find(({ last }) => last === at - 1);
    const last = this.#list[at - 1];
    if (last === undefined || !last.word.endsWith(ending) || this.#isParted(at - 1)) return undefined;
    const first = Math.max(0, at - MOST_WORDS_OF_A_NAME);
    const bare = { ...last, word: last.word.slice(0, -ending.length) };
    const mention = this.#names
      .mentions([...this.#list.slice(first, at - 1), bare])
      .find(other => first + other.last === at - 1);
    return mention && { parties: mention.parties, first: first + mention.first, last: at - 1 };
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
    return { parties, span, distance, first };
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
    if (!mark.includes(MASK) && !/[,;:.!?()]/.test(mark)) return false;
    const { word } = this.#list[at]!;
    const isShortened =
      /^\.[-\s]?$/.test(mark) && (word.length === 1 || this.#words.shortenedTitles.has(word));
    return !isShortened;
  }
}
