/** Texts of a record and of quotations as words, one table for each, with the same keys. */
import { isNumberFold } from '../align/words/word-cutter.ts';
import { WordKeys } from '../align/words/word-keys.ts';
import { WordTable } from '../align/words/word-table.ts';
import type { ComparedWords } from '../anchor/facts.ts';
import { SpanWords } from '../anchor/span-words.ts';
import { TellingKeys } from '../anchor/telling-keys.ts';
import { firstIndex } from '../binary-search.ts';
import { diffSequence } from '../diff/sequence.ts';
import { foldWord } from '../language/fold-word.ts';
import type { Utterance } from '../model/model.ts';
import type { Span } from '../model/span.ts';
import { withoutEllipses, withoutSic } from './editorial-marks.ts';
import type { MatchContext } from './match.ts';
import type { SearchedText } from './record.ts';
import { sentenceAround } from './sentence.ts';
import { unbroken } from './verbatim-texts.ts';

/** Words of a table, half-open. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/** Words of a quotation that stand in the record as they are. */
export interface SameWords {
  readonly quoted: WordRange;
  readonly words: WordRange;
  /** In the text of the record; UTF-16 code units. */
  readonly span: Span;
}

/** A passage of the record laid beside a quotation. */
export interface Near {
  readonly text: number;
  readonly words: WordRange;
  /** Share of the quotation's words that stand in the passage, and of the passage's in the quotation. */
  readonly share: number;
  readonly density: number;
  /** The first words of the quotation that are not the record's; empty where it only lacks some. */
  readonly changed: WordRange;
}

/** Of the words of a passage, so large a share stands in the quotation that alters it. */
const LEAST_DENSITY = 0.3;
const BLANKS_AND_DASHES = /[\s\u2010-\u2015\u2212-]+/;
const MOST_WORDS_OF_A_NUMBER = 8;
const GROUPED = /(\d) (?=\d{3}(?!\d))/g;
const QUESTION = /[?؟？;՞]/;

export class ComparedTexts {
  readonly #written: readonly string[];
  readonly #record: readonly SearchedText[];
  /** By index of a text of the record, its index among those that are compared. */
  readonly #numbers = new Map<number, number>();
  readonly #keys = new WordKeys();
  readonly #quoted: WordTable;
  readonly #words: WordTable;
  readonly #quotedTexts: readonly Utterance[];
  readonly #recordTexts: readonly Utterance[];
  readonly #telling: TellingKeys;

  /**
   * @param edited the quotations without their editors' marks, as long as they were written
   * @param wanted indexes of the texts of the record that are compared with any
   */
  constructor(
    written: readonly string[],
    edited: readonly string[],
    record: readonly SearchedText[],
    wanted: ReadonlySet<number>,
    { lists, names }: MatchContext,
  ) {
    this.#written = written;
    this.#record = record;
    for (const text of wanted) this.#numbers.set(text, this.#numbers.size);
    this.#quotedTexts = edited.map(text => ({ text }));
    this.#recordTexts = [...wanted].map(text => ({ text: record[text]!.text }));
    const table = (texts: readonly Utterance[]) =>
      new WordTable(
        texts.map(({ text = '' }) => ({ text, marker: undefined })),
        this.#keys,
        lists,
      );
    this.#quoted = table(this.#quotedTexts);
    this.#words = table(this.#recordTexts);
    this.#telling = new TellingKeys(this.#keys, lists, names);
  }

  ofQuotation(range: WordRange): ComparedWords {
    return new SpanWords(this.#quotedTexts, this.#quoted, range, this.#keys, this.#telling);
  }

  ofRecord(range: WordRange): ComparedWords {
    return new SpanWords(this.#recordTexts, this.#words, range, this.#keys, this.#telling);
  }

  wordsOfQuotation(quotation: number): WordRange {
    const { firsts } = this.#quoted;
    return { start: firsts[quotation]!, end: firsts[quotation + 1]! };
  }

  /** The words that a stretch of a quotation touches. */
  quotedAt(quotation: number, span: Span): WordRange {
    return touched(this.#quoted, quotation, span);
  }

  /** The words of the record that a stretch of a text touches. */
  wordsAt(text: number, span: Span): WordRange {
    return touched(this.#words, this.#numbers.get(text)!, span);
  }

  spanOfQuoted({ start, end }: WordRange): Span {
    return { start: this.#quoted.starts[start] ?? 0, end: this.#quoted.ends[end - 1] ?? 0 };
  }

  /** The stretch of a text of the record that words take. */
  spanOfWords({ start, end }: WordRange): Span {
    return { start: this.#words.starts[start]!, end: this.#words.ends[end - 1]! };
  }

  /** The words of the sentences around words of the record. */
  sentencesAround(text: number, range: WordRange): WordRange {
    return this.wordsAt(text, sentenceAround(this.#record[text]!.text, this.spanOfWords(range)));
  }

  /** The rest of a number that a passage begins or ends in; undefined where it has whole words. */
  cutNumber({ start, end }: WordRange, span: Span): string | undefined {
    const { starts, ends, utteranceOf } = this.#words;
    const text = this.#recordTexts[utteranceOf[start]!]!.text!;
    if (starts[start]! < span.start && ends[start]! > span.start)
      return text.slice(starts[start], span.start).trim();
    if (starts[end - 1]! < span.end && ends[end - 1]! > span.end)
      return text.slice(span.end, ends[end - 1]).trim();
    return this.#signBeside(start, start - 1) ?? this.#signBeside(end - 1, end);
  }

  /** The sign of a number, such as a currency, if it is the word beside it. */
  #signBeside(number: number, sign: number): string | undefined {
    const { keys, utteranceOf } = this.#words;
    if (utteranceOf[sign] !== utteranceOf[number] || !isNumberFold(this.#keys.fold(keys[number]!)))
      return undefined;
    const spelled = this.#spelledInRecord(sign);
    return /^[%&+=<>#\u00b0\u066a\u2030\uff05\p{Sc}]$/u.test(spelled) ? spelled : undefined;
  }

  /** Words of the same text before or behind others, up to a number. */
  neighbours({ start, end }: WordRange, isBefore: boolean, count: number): WordRange {
    const { firsts, utteranceOf } = this.#words;
    const text = utteranceOf[start]!;
    return isBefore
      ? { start: Math.max(firsts[text]!, start - count), end: start }
      : { start: end, end: Math.min(firsts[text + 1]!, end + count) };
  }

  /** Of words between others of their text, those that share a sentence with these: no whole sentences. */
  partsOfSentences(between: WordRange): readonly WordRange[] {
    const { utteranceOf, starts, ends } = this.#words;
    const { text = '' } = this.#recordTexts[utteranceOf[between.start]!]!;
    const before = ends[between.start - 1]!;
    const behind = starts[between.end]!;
    const head = sentenceAround(text, { start: before, end: before }).end;
    if (head >= starts[between.end - 1]!) return [between];
    const tail = sentenceAround(text, { start: behind, end: behind }).start;
    const number = utteranceOf[between.start]!;
    return [
      intersection(between, touched(this.#words, number, { start: before, end: Math.max(before, head) })),
      intersection(between, touched(this.#words, number, { start: Math.min(tail, behind), end: behind })),
    ].filter(({ start, end }) => start < end);
  }

  /**
   * Compares a stretch of a quotation with one of the record. Signs beside its words belong to it: "$5".
   * @param within the stretch of the quotation that the words beside it may be of
   * @returns undefined if any word differs, or is a number written otherwise
   */
  sameWords(quotation: number, span: Span, within: Span, text: number, place: Span): SameWords | undefined {
    const inner = this.quotedAt(quotation, span);
    const outer = intersection(this.quotedAt(quotation, within), this.wordsOfQuotation(quotation));
    const found = this.wordsAt(text, place);
    const number = this.#numbers.get(text)!;
    const words = {
      start: found.start - (inner.start - outer.start),
      end: found.end + (outer.end - inner.end),
    };
    if (words.start < this.#words.firsts[number]! || words.end > this.#words.firsts[number + 1]!)
      return undefined;
    if (this.areSame(outer, words)) return { quoted: outer, words, span: this.spanOfWords(words) };
    const { firsts } = this.#quoted;
    const isOuter = { start: outer.start === firsts[quotation], end: outer.end === firsts[quotation + 1] };
    return this.#cutNumbers(outer, words, place, isOuter);
  }

  /**
   * As {@link sameWords}, where the quotation begins or ends inside a number of several words: "million euros" of "five
   * million euros". A number is cut between its words only, and at an edge of the quotation.
   */
  #cutNumbers(
    quoted: WordRange,
    words: WordRange,
    place: Span,
    isOuter: { readonly start: boolean; readonly end: boolean },
  ): SameWords | undefined {
    const { starts, ends, utteranceOf } = this.#words;
    const text = this.#recordTexts[utteranceOf[words.start]!]!.text!;
    let { start, end } = words;
    let from = quoted.start;
    let to = quoted.end;
    if (starts[start]! < place.start) {
      if (!isOuter.start || !isBetweenWords(text.slice(starts[start], place.start))) return undefined;
      const cut = spelling(text.slice(place.start, Math.min(ends[start]!, place.end)));
      from = this.#spelledUpTo(quoted, cut);
      start++;
    }
    if (ends[end - 1]! > place.end && from < to) {
      if (!isOuter.end || !isBetweenWords(text.slice(place.end, ends[end - 1]))) return undefined;
      const cut = spelling(text.slice(Math.max(starts[end - 1]!, place.start), place.end));
      to = this.#spelledFrom({ start: from, end: to }, cut);
      end--;
    }
    if (from < 0 || to < 0 || !this.areSame({ start: from, end: to }, { start, end: Math.max(start, end) }))
      return undefined;
    return { quoted, words, span: place };
  }

  /** The word behind the first ones of a quotation that are spelled so; -1 if none are. */
  #spelledUpTo({ start, end }: WordRange, wanted: string): number {
    const text = this.#quotedTexts[this.#quoted.utteranceOf[start]!]!.text!;
    for (let word = start; word < Math.min(end, start + MOST_WORDS_OF_A_NUMBER); word++)
      if (spelling(text.slice(this.#quoted.starts[start], this.#quoted.ends[word])) === wanted)
        return word + 1;
    return -1;
  }

  #spelledFrom({ start, end }: WordRange, wanted: string): number {
    const text = this.#quotedTexts[this.#quoted.utteranceOf[end - 1]!]!.text!;
    for (let word = end - 1; word >= Math.max(start, end - MOST_WORDS_OF_A_NUMBER); word--)
      if (spelling(text.slice(this.#quoted.starts[word], this.#quoted.ends[end - 1])) === wanted) return word;
    return -1;
  }

  /** Whether words of a quotation and of the record are the same, and numbers are written alike. */
  areSame(quoted: WordRange, words: WordRange): boolean {
    if (words.end - words.start !== quoted.end - quoted.start) return false;
    for (let at = 0; at < words.end - words.start; at++)
      if (!this.#isSame(quoted.start + at, words.start + at)) return false;
    return true;
  }

  #isSame(quoted: number, word: number): boolean {
    const key = this.#quoted.keys[quoted]!;
    if (key !== this.#words.keys[word]!) return false;
    if (!isNumberFold(this.#keys.fold(key))) return true;
    return spelling(this.#spelledInQuotation(quoted)) === spelling(this.#spelledInRecord(word));
  }

  #spelledInQuotation(word: number): string {
    const text = this.#quotedTexts[this.#quoted.utteranceOf[word]!]!.text!;
    return text.slice(this.#quoted.starts[word], this.#quoted.ends[word]);
  }

  #spelledInRecord(word: number): string {
    const text = this.#recordTexts[this.#words.utteranceOf[word]!]!.text!;
    return text.slice(this.#words.starts[word], this.#words.ends[word]);
  }

  /**
   * Whether a quotation has the characters of the record, with those beside its words. A line break is a blank; `[sic]` and
   * an ellipsis at an edge are nothing.
   */
  isVerbatim(quotation: number, text: number, span: Span): boolean {
    const written = this.#written[quotation]!;
    const record = this.#record[text]!.text;
    const { start, end } = this.spanOfQuoted(this.wordsOfQuotation(quotation));
    const said = withoutSic(written.slice(start, end));
    if (unbroken(said) !== unbroken(record.slice(span.start, span.end))) return false;
    const lead = unbroken(withoutMarks(written.slice(0, start)).trimStart());
    const tail = unbroken(withoutMarks(written.slice(end)).trimEnd());
    return (
      unbroken(record.slice(Math.max(0, span.start - 2 * lead.length - 2), span.start)).endsWith(lead) &&
      unbroken(record.slice(span.end, span.end + 2 * tail.length + 2)).startsWith(tail)
    );
  }

  /** Question marks of the record that a quotation has not. */
  changedQuestions(quotation: number, { start, end }: WordRange): string[] {
    const quoted = this.wordsOfQuotation(quotation);
    const written = this.#written[quotation]!;
    const notes: string[] = [];
    for (let at = 0; at < end - start; at++) {
      const word = start + at;
      const text = this.#recordTexts[this.#words.utteranceOf[word]!]!.text!;
      const isLast = word + 1 === end;
      const behind = isLast
        ? text.slice(this.#words.ends[word]!, this.#words.ends[word]! + 1)
        : text.slice(this.#words.ends[word]!, this.#words.starts[word + 1]!);
      const there = written.slice(
        this.#quoted.ends[quoted.start + at]!,
        isLast ? undefined : this.#quoted.starts[quoted.start + at + 1]!,
      );
      if (QUESTION.test(behind) === QUESTION.test(there)) continue;
      const said = this.#spelledInRecord(word);
      notes.push(
        QUESTION.test(behind)
          ? `the record has a question mark behind "${said}"`
          : `the record has no question mark behind "${said}"`,
      );
    }
    return notes;
  }

  /**
   * Lays a quotation beside words of the record and keeps those that stand for it.
   * @param leastDensity so large a share of these words is in the quotation
   * @returns undefined if they share too little
   */
  laidBeside(
    quotation: number,
    around: WordRange,
    text: number,
    leastDensity = LEAST_DENSITY,
  ): Near | undefined {
    const quoted = this.wordsOfQuotation(quotation);
    const runs = diffSequence(folds(this.ofRecord(around)), folds(this.ofQuotation(quoted)));
    const kept = runs.filter(run => run.kept);
    const [first, last] = [kept[0], kept.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const count = kept.reduce((sum, run) => sum + run.newEnd - run.newStart, 0);
    const length = quoted.end - quoted.start;
    // As many words of the record at an edge as the quotation has others there.
    const start = around.start + Math.max(0, first.oldStart - first.newStart);
    const end = Math.min(around.end, around.start + last.oldEnd + (length - last.newEnd));
    const density = count / (end - start);
    if (density < leastDensity) return undefined;
    const { newStart, newEnd } = runs.find(
      run => !run.kept && (run.newEnd > run.newStart || (run.newStart > 0 && run.newEnd < length)),
    ) ?? { newStart: 0, newEnd: 0 };
    const changed = { start: quoted.start + newStart, end: quoted.start + newEnd };
    return { text, words: { start, end }, share: count / length, density, changed };
  }
}

function folds(words: ComparedWords): string[] {
  return Array.from({ length: words.length }, (_, index) => words.fold(index));
}

function touched({ starts, ends, firsts }: WordTable, index: number, { start, end }: Span): WordRange {
  const most = firsts[index + 1]!;
  const first = firstIndex(firsts[index]!, most, word => ends[word]! > start);
  return { start: first, end: firstIndex(first, most, word => starts[word]! >= end) };
}

function intersection(one: WordRange, other: WordRange): WordRange {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
}

function withoutMarks(text: string): string {
  return withoutEllipses(withoutSic(text)).trim() === '' ? '' : withoutSic(text);
}

/** Whether a part of a number has words of its own, and a blank or a dash beside the rest: no sign, nor "1." of "1.5". */
function isBetweenWords(part: string): boolean {
  return (
    /\p{L}|\p{N}/u.test(part) && (BLANKS_AND_DASHES.test(part[0]!) || BLANKS_AND_DASHES.test(part.at(-1)!))
  );
}

/** How a number is written: blanks between its digits and the shape of its dashes do not count. */
function spelling(text: string): string {
  const minus = /^[-\u2212\u2013]/.test(text) ? '-' : '';
  const words = text.split(BLANKS_AND_DASHES).filter(part => part !== '');
  return minus + words.map(foldWord).join(' ').replace(GROUPED, '$1');
}
