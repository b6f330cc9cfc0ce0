/** Finds many phrases in a text at once, whatever their case. */
import { latePattern, lazilyFor } from '../lazily.ts';
import { getOrMake } from '../maps.ts';
import { type FoldedWord, foldedWords, foldsOf, wordsIn } from './folded-words.ts';

/** A place of a phrase: a half-open range in UTF-16 code units of the text. */
export interface FoundPhrase<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

interface Phrase<V> {
  /** Runs of words; up to `MAX_GAP` others may stand between two runs. */
  readonly runs: readonly (readonly string[])[];
  readonly value: V;
}

/** `accepts ... as fact`: so many words may stand for the dots. */
const MAX_GAP = 10;

/** Code units after which a finder compiles its pattern: in a small project none does. */
const WORTH_A_PATTERN = 10_000;
const ASCII_WORD = /^[a-z0-9']+$/;
const PLAIN_WORD = /^[A-Za-z0-9]+$/;

/** Phrases that begin with one word. Most such words turn up in no text: the phrases are split when one does. */
class Beginning<V> {
  readonly #written: (readonly [phrase: string, value: V])[] = [];
  #phrases: readonly Phrase<V>[] | undefined;

  add(phrase: readonly [string, V]): void {
    this.#written.push(phrase);
  }

  /** The longest first. */
  get phrases(): readonly Phrase<V>[] {
    this.#phrases ??= this.#written
      .map(([text, value]) => ({ runs: text.split('...').map(foldsOf), value }))
      .filter(({ runs }) => runs.every(run => run.length > 0))
      .sort((a, b) => sizeOf(b) - sizeOf(a));
    return this.#phrases;
  }
}

/** The first word of a phrase, folded. Nearly always it ends at a blank, and the others need not be read. */
function firstWordOf(phrase: string): string | undefined {
  const blank = phrase.indexOf(' ');
  const first = blank === -1 ? phrase : phrase.slice(0, blank);
  return PLAIN_WORD.test(first) ? first.toLowerCase() : foldsOf(phrase.split('...', 1)[0]!)[0];
}

export class PhraseFinder<V> {
  readonly #byFirstWord = new Map<string, Beginning<V>>();
  #quick: RegExp | undefined | null = null;
  /** Code units of the texts searched so far. */
  #searched = 0;

  /** Of phrases with the same words the first one given counts. */
  constructor(phrases: Iterable<readonly [phrase: string, value: V]>) {
    for (const phrase of phrases) {
      const first = firstWordOf(phrase[0]);
      if (first !== undefined) getOrMake(this.#byFirstWord, first, () => new Beginning<V>()).add(phrase);
    }
  }

  /**
   * Whether a text surely has none of the phrases. A pattern tells a hundred times faster than reading the words, but to
   * compile it takes as long as reading the words of many texts.
   */
  #isRuledOut(text: string): boolean {
    this.#searched += text.length;
    if (this.#searched < WORTH_A_PATTERN) return false;
    if (this.#quick === null) this.#quick = quickTest(this.#byFirstWord);
    return this.#quick?.test(text) === false && !hasOtherForms(text);
  }

  get isEmpty(): boolean {
    return this.#byFirstWord.size === 0;
  }

  /** The places of the phrases, in order; where several begin, the longest of them. */
  find(text: string): FoundPhrase<V>[] {
    return this.isEmpty || this.#isRuledOut(text) ? [] : this.#findIn(foldedWords(text));
  }

  #findIn(words: readonly FoldedWord[]): FoundPhrase<V>[] {
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

  /** The first place in a text that nobody else looks into: its words are not kept, and seldom told. */
  firstIn(text: string): FoundPhrase<V> | undefined {
    if (this.isEmpty || this.#isRuledOut(text)) return undefined;
    return this.#findIn(wordsIn(text))[0];
  }

  #longestAt(words: readonly FoldedWord[], index: number): { phrase: Phrase<V>; last: number } | undefined {
    const beginning = this.#byFirstWord.get(words[index]!.word);
    if (beginning === undefined) return undefined;
    for (const phrase of beginning.phrases) {
      const last = lastWordOf(phrase.runs, words, index);
      if (last !== undefined) return { phrase, last };
    }
    return undefined;
  }
}

/**
 * Letters and digits that fold to those of ASCII: full-width, superior and inferior, enclosed, mathematical (the first
 * halves of their surrogates), ligatures, ß and ı. Digits of other scripts are looked for apart.
 */
const OTHER_FORMS =
  /[\xaa\xb2\xb3\xb9-\xbe\xdf\u0130\u0131\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d65\u1d9c-\u1da0\u1dbb\u1e9a\u2070-\u209c\u2102-\u2189\u2460-\u24ea\u2c7c\u2c7d\u3251-\u325f\u32b1-\u32bf\ua7f1-\ua7f4\ud801\ud833-\ud83e\ufb00-\ufb06\uff10-\uff5a]/;

/** What most texts consist of: no such letters are among these, and few ranges are faster to look for. */
const NOT_COMMON = /[^\x00-\x7f\xc0-\xde\xe0-\u012f\u0400-\u0587\u2010-\u2027\u4e00-\u9fff]/;

const digitsOfAnyScript = latePattern('\\p{Nd}', 'u');

/** Whether a text may have a phrase in other letters than those of ASCII. */
function hasOtherForms(text: string): boolean {
  if (!NOT_COMMON.test(text)) return false;
  return OTHER_FORMS.test(text) || digitsOfAnyScript().test(text.replace(/[\x00-\x7f]+/g, ''));
}

/**
 * A pattern that every text with one of the phrases in letters of ASCII matches; none where a phrase is not in ASCII.
 * Phrases that begin with one word share it: then each place of a text is compared with few beginnings.
 */
function quickTest(byFirstWord: ReadonlyMap<string, Beginning<unknown>>): RegExp | undefined {
  const beginnings: string[] = [];
  for (const [first, { phrases }] of byFirstWord) {
    const firstRuns = phrases.map(({ runs }) => runs[0]!);
    if (!firstRuns.every(run => run.every(word => ASCII_WORD.test(word)))) return undefined;
    const rests = new Set(firstRuns.map(run => run.slice(1).join('(?:\\W|_)+')));
    beginnings.push(rests.has('') ? first : `${first}(?:\\W|_)+(?:${[...rests].join('|')})`);
  }
  return new RegExp(`(?:\\b|_)(?:${beginnings.join('|').replaceAll("'", "['’ʼ]")})(?![a-z0-9])`, 'i');
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
  for (let number = 0; number < runs.length; number++) {
    const run = runs[number]!;
    const latest = number === 0 ? next : next + MAX_GAP;
    while (next <= latest && !startsWith(words, next, run)) next++;
    if (next > latest) return undefined;
    next += run.length;
  }
  return next - 1;
}

function startsWith(words: readonly FoldedWord[], at: number, run: readonly string[]): boolean {
  for (let offset = 0; offset < run.length; offset++)
    if (words[at + offset]?.word !== run[offset]) return false;
  return true;
}

/** The finder of a list, made once for each list: building one takes longer than searching a small file. */
export const finderOf = lazilyFor(
  (phrases: readonly string[]) => new PhraseFinder(phrases.map(phrase => [phrase, phrase] as const)),
);
