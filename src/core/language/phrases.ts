/** Finds many phrases in a text at once, whatever their case. */
import { foldWord } from './fold.ts';

/** A place of a phrase: a half-open range in UTF-16 code units of the text. */
export interface FoundPhrase<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

/** A word of a text, folded. */
export interface FoldedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Phrase<V> {
  /** Runs of words; up to `MAX_GAP` others may stand between two runs. */
  readonly runs: readonly (readonly string[])[];
  readonly value: V;
}

/** `accepts ... as fact`: so many words may stand for the dots. */
const MAX_GAP = 10;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ]\p{L}+)*/gu;
/** The same in ASCII, found several times as fast. */
const WORD_OF_ASCII = /[A-Za-z0-9]+(?:'[A-Za-z]+)*/g;
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORD = /^[a-z0-9']+$/;

/** The words of a text. A word with an apostrophe is one word: don't. */
export function foldedWords(text: string): FoldedWord[] {
  return Array.from(text.matchAll(ASCII.test(text) ? WORD_OF_ASCII : WORD), ({ 0: word, index }) => ({
    word: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

export class PhraseFinder<V> {
  readonly #byFirstWord = new Map<string, Phrase<V>[]>();
  #quick: RegExp | undefined | null = null;

  /** Of phrases with the same words the first one given counts. */
  constructor(phrases: Iterable<readonly [phrase: string, value: V]>) {
    for (const [text, value] of phrases) {
      const runs = text.split('...').map(run => foldedWords(run).map(({ word }) => word));
      const first = runs[0]?.[0];
      if (first === undefined || runs.some(run => run.length === 0)) continue;
      const sameStart = this.#byFirstWord.get(first) ?? [];
      sameStart.push({ runs, value });
      this.#byFirstWord.set(first, sameStart);
    }
    for (const sameStart of this.#byFirstWord.values()) sameStart.sort((a, b) => sizeOf(b) - sizeOf(a));
  }

  /** Rules out texts that have the beginning of no phrase; a hundred times faster than reading their words. */
  get #rulesOut(): RegExp | undefined {
    if (this.#quick === null) this.#quick = quickTest(this.#byFirstWord);
    return this.#quick;
  }

  get isEmpty(): boolean {
    return this.#byFirstWord.size === 0;
  }

  /** The places of the phrases, in order; where several begin, the longest of them. */
  find(text: string): FoundPhrase<V>[] {
    if (this.isEmpty || this.#rulesOut?.test(text) === false) return [];
    const words = foldedWords(text);
    const found: FoundPhrase<V>[] = [];
    for (let index = 0; index < words.length; ) {
      const match = this.#longestAt(words, index);
      if (match === undefined) {
        index++;
        continue;
      }
      const { phrase, last } = match;
      found.push({ start: words[index]!.start, end: words[last]!.end, value: phrase.value });
      // What stands for the dots may hold another phrase.
      index = phrase.runs.length > 1 ? index + 1 : last + 1;
    }
    return found;
  }

  has(text: string): boolean {
    return this.find(text).length > 0;
  }

  #longestAt(words: readonly FoldedWord[], index: number): { phrase: Phrase<V>; last: number } | undefined {
    for (const phrase of this.#byFirstWord.get(words[index]!.word) ?? []) {
      const last = lastWordOf(phrase.runs, words, index);
      if (last !== undefined) return { phrase, last };
    }
    return undefined;
  }
}

/**
 * A pattern that every text with one of the phrases matches; none where a phrase is not in ASCII. Phrases that begin
 * with one word share it: then each place of a text is compared with few beginnings.
 */
function quickTest(byFirstWord: ReadonlyMap<string, readonly Phrase<unknown>[]>): RegExp | undefined {
  const beginnings: string[] = [];
  for (const [first, phrases] of byFirstWord) {
    const firstRuns = phrases.map(({ runs }) => runs[0]!);
    if (!firstRuns.every(run => run.every(word => ASCII_WORD.test(word)))) return undefined;
    const rests = new Set(firstRuns.map(run => run.slice(1).join('\\W+')));
    beginnings.push(rests.has('') ? first : `${first}\\W+(?:${[...rests].join('|')})`);
  }
  return new RegExp(`\\b(?:${beginnings.join('|').replaceAll("'", "['’ʼ]")})(?![a-z0-9])`, 'i');
}

function sizeOf({ runs }: Phrase<unknown>): number {
  return runs.reduce((sum, run) => sum + run.length, 0);
}

/** The index of the last word of a phrase that begins at a word; undefined where it does not. */
function lastWordOf(
  runs: readonly (readonly string[])[],
  words: readonly FoldedWord[],
  start: number,
): number | undefined {
  let next = start;
  for (const [number, run] of runs.entries()) {
    const latest = number === 0 ? next : next + MAX_GAP;
    while (next <= latest && !startsWith(words, next, run)) next++;
    if (next > latest) return undefined;
    next += run.length;
  }
  return next - 1;
}

function startsWith(words: readonly FoldedWord[], at: number, run: readonly string[]): boolean {
  return run.every((word, offset) => words[at + offset]?.word === word);
}

const finders = new WeakMap<readonly string[], PhraseFinder<string>>();

/** The finder of a list, made once for each list: building one takes longer than searching a small file. */
export function finderOf(phrases: readonly string[]): PhraseFinder<string> {
  let finder = finders.get(phrases);
  if (finder === undefined) {
    finder = new PhraseFinder(phrases.map(phrase => [phrase, phrase] as const));
    finders.set(phrases, finder);
  }
  return finder;
}

const foldedSets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The words of a list, folded, made once for each list. */
export function foldedSetOf(words: readonly string[]): ReadonlySet<string> {
  let set = foldedSets.get(words);
  if (set === undefined) {
    set = new Set(words.map(foldWord));
    foldedSets.set(words, set);
  }
  return set;
}
