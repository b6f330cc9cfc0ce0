/** The words of a span of a transcript, as they are compared for alarms. */
import type { WordKeys } from '../align/words/word-keys.ts';
import type { WordTable } from '../align/words/word-table.ts';
import type { Utterance } from '../model/model.ts';
import type { WordSpan } from './candidate.ts';
import { type ComparedWords, type FactWord, TELLING } from './facts.ts';
import { hasCapital } from './names.ts';
import type { TellingKeys } from './telling-keys.ts';

/** The words of a span, without its markers. */
export class SpanWords implements ComparedWords {
  readonly length: number;
  readonly #start: number;
  /** By place in the passage; undefined where the words stand in a row, as those of one utterance do. */
  readonly #words: readonly number[] | undefined;
  readonly #list: readonly Utterance[];
  readonly #table: WordTable;
  readonly #keys: WordKeys;
  readonly #telling: TellingKeys;

  constructor(
    list: readonly Utterance[],
    table: WordTable,
    span: WordSpan,
    keys: WordKeys,
    telling: TellingKeys,
  ) {
    this.#list = list;
    this.#table = table;
    this.#keys = keys;
    this.#telling = telling;
    this.#start = span.start;
    this.#words = haveMarker(table, span) ? withoutMarkers(table, span) : undefined;
    this.length = this.#words?.length ?? span.end - span.start;
  }

  key(index: number): number {
    return this.#table.keys[this.#word(index)]!;
  }

  fold(index: number): string {
    return this.#keys.fold(this.key(index));
  }

  telling(index: number): number {
    return this.#telling.of(this.key(index));
  }

  mayDeny(index: number): boolean {
    return this.#telling.denies(this.key(index)) && (this.telling(index) & TELLING.denies) !== 0;
  }

  mayTell(index: number): boolean {
    const telling = this.telling(index);
    if (telling & TELLING.always) return true;
    if ((telling & TELLING.byCapital) === 0) return false;
    const word = this.#word(index);
    return hasCapital(this.#textOf(word), this.#table.starts[word]);
  }

  at(index: number): FactWord | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const word = this.#word(index);
    return { text: this.#spelling(word), fold: this.#keys.fold(this.key(index)) };
  }

  opensSentence(index: number): boolean {
    const word = this.#word(index);
    if (this.#opens(word, OPENS_SENTENCE)) return !this.#followsTitle(word);
    return this.#opensBehindAside(word);
  }

  opensClause(index: number): boolean {
    return this.#opens(this.#word(index), OPENS_CLAUSE);
  }

  /** Behind Mr. no sentence begins. */
  #followsTitle(word: number): boolean {
    const { keys, utteranceOf, starts, ends } = this.#table;
    if (word === 0 || utteranceOf[word - 1] !== utteranceOf[word]) return false;
    if ((this.#telling.of(keys[word - 1]!) & TELLING.title) === 0) return false;
    return TITLE_POINT.test(this.#textOf(word).slice(ends[word - 1], starts[word]));
  }

  /** Whether a word is the first of its utterance, or such a mark stands before it. */
  #opens(word: number, marks: RegExp): boolean {
    const { starts, ends, utteranceOf } = this.#table;
    if (word === 0 || utteranceOf[word - 1] !== utteranceOf[word] || ends[word - 1] === 0) return true;
    const lead = starts[word]! - ends[word - 1]!;
    return lead > 0 && marks.test(this.#textOf(word).slice(ends[word - 1], starts[word]));
  }

  /** Whether nothing but marks and sounds stands between a word and where a sentence begins: "(Laughter) Then". */
  #opensBehindAside(word: number): boolean {
    const start = this.#table.starts[word]!;
    const from = Math.max(0, start - LONGEST_ASIDE);
    let before = this.#textOf(word).slice(from, start).trimEnd();
    if (!ASIDE.test(before)) return false;
    while (ASIDE.test(before)) before = before.replace(ASIDE, '');
    return before === '' ? from === 0 : OPENS_SENTENCE.test(before.at(-1)!);
  }

  get letters(): ComparedWords['letters'] {
    let count = 0;
    for (let index = 0, last = -1; index < this.length; index++) {
      const utterance = this.#table.utteranceOf[this.#word(index)]!;
      if (utterance === last) continue;
      last = utterance;
      const text = this.#list[utterance]!.text ?? '';
      if (SMALL_LETTER.test(text)) return 'small';
      count += text.match(ANY_CAPITAL)?.length ?? 0;
    }
    return count < LEAST_CAPITALS ? 'few' : 'capitals';
  }

  #word(index: number): number {
    return this.#words === undefined ? this.#start + index : this.#words[index]!;
  }

  #spelling(word: number): string {
    return this.#textOf(word).slice(this.#table.starts[word], this.#table.ends[word]);
  }

  #textOf(word: number): string {
    return this.#list[this.#table.utteranceOf[word]!]!.text ?? '';
  }
}

/** A marker has no extent. */
function haveMarker({ ends }: WordTable, { start, end }: WordSpan): boolean {
  for (let word = start; word < end; word++) if (ends[word] === 0) return true;
  return false;
}

function withoutMarkers({ ends }: WordTable, { start, end }: WordSpan): number[] {
  const words: number[] = [];
  for (let word = start; word < end; word++) if (ends[word] !== 0) words.push(word);
  return words;
}

/** Acronyms alone are shorter than this. */
const LEAST_CAPITALS = 12;
const SMALL_LETTER = /\p{Ll}/u;
const ANY_CAPITAL = /\p{Lu}/gu;

/** What captions put before a sentence: a sound in brackets, the mark of a turn or of music. */
const ASIDE = /\s*(?:\[[^[\]]*\]|\([^()]*\)|>+|[-\u2013*\u266a\u266b\u00bf\u00a1])\s*$/;
const LONGEST_ASIDE = 120;

const TITLE_POINT = /^\.?\s*$/;

export const OPENS_SENTENCE = /[.!?\u2026:\u2014\n"\u201c\u00ab]/;

export const OPENS_CLAUSE = /[.,;:!?()\u2013\u2014\u2026\n\u055d\u0589\u060c\u061b\u061f]/;
