/** Alarms of a placed passage: its words, the words at its edges, and who speaks them. */
import type { WordKeys } from '../align/words/word-keys.ts';
import type { WordTable } from '../align/words/word-table.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Id, Utterance } from '../model/model.ts';
import { alarmsBetween, type ComparedWords } from './alarms.ts';
import type { WordSpan } from './candidate.ts';
import { type FactWord, hasCapital, isNegation, mayTell, mayTellByCapital } from './meaning-words.ts';
import type { Alarm, NewPassage } from './placement.ts';
import type { VersionPair } from './version-pair.ts';

export class PassageAlarms {
  readonly #versions: VersionPair;
  readonly #names: ReadonlySet<string>;
  readonly #renamed: ReadonlyMap<Id, Id>;
  readonly #namesSpeakers: boolean;
  #telling: TellingKeys | undefined;

  constructor(versions: VersionPair, names: ReadonlySet<string>, renamed: ReadonlyMap<Id, Id>) {
    this.#versions = versions;
    this.#names = names;
    this.#renamed = renamed;
    this.#namesSpeakers = versions.new.some(utterance => utterance.speaker !== undefined);
  }

  /** Alarms for words that stand for a quote in the new version. */
  ofWords(quote: WordSpan, span: WordSpan): Alarm[] {
    const { words, lists } = this.#versions;
    this.#telling ??= new TellingKeys(words.keys, lists, this.#names);
    const telling = this.#telling;
    const { old, new: fresh } = this.#versions;
    const compare = (oldSpan: WordSpan, newSpan: WordSpan) =>
      alarmsBetween(
        new PassageWords(old, words.old, oldSpan, words.keys, telling),
        new PassageWords(fresh, words.new, newSpan, words.keys, telling),
        lists,
        this.#names,
      );
    const inside = compare(quote, span);
    if (inside.some(alarm => alarm.kind === 'negation')) return inside;
    const widerQuote = withFreeNeighbours(quote, words.map.newOf, words.old);
    const widerSpan = withFreeNeighbours(span, words.map.oldOf, words.new);
    if (!telling.haveNegation(words.old, widerQuote) && !telling.haveNegation(words.new, widerSpan))
      return inside;
    if (isSame(widerQuote, quote) && isSame(widerSpan, span)) return inside;
    const atEdges = compare(widerQuote, widerSpan);
    return [...inside, ...atEdges.filter(alarm => alarm.kind === 'negation')];
  }

  /** An alarm where the passage is spoken by someone else than before. A version that names no speaker at all corrects none. */
  ofSpeaker(oldUtterance: number, passages: readonly NewPassage[]): Alarm[] {
    if (!this.#namesSpeakers) return [];
    const old = this.#versions.old[oldUtterance]!.speaker;
    const expected = old === undefined ? undefined : (this.#renamed.get(old) ?? old);
    for (const { utterance } of passages) {
      const now = this.#versions.new[utterance]!.speaker;
      if (now !== expected) return [{ kind: 'speaker', old, new: now }];
    }
    return [];
  }
}

const [NOT_ASKED, NEVER, BY_CAPITAL, ALWAYS, NEGATION] = [0, 1, 2, 3, 4];

/** By key, whether a word may tell something; asked once for each. */
class TellingKeys {
  readonly #keys: WordKeys;
  readonly #lists: WordLists;
  readonly #names: ReadonlySet<string>;
  readonly #known: Uint8Array;

  constructor(keys: WordKeys, lists: WordLists, names: ReadonlySet<string>) {
    this.#keys = keys;
    this.#lists = lists;
    this.#names = names;
    this.#known = new Uint8Array(keys.size);
  }

  of(key: number): number {
    if (this.#known[key] === NOT_ASKED) this.#known[key] = this.#ask(this.#keys.fold(key));
    return this.#known[key]!;
  }

  haveNegation(table: WordTable, { start, end }: WordSpan): boolean {
    for (let word = start; word < end; word++) if (this.of(table.keys[word]!) === NEGATION) return true;
    return false;
  }

  #ask(fold: string): number {
    if (isNegation(fold, this.#lists)) return NEGATION;
    if (mayTell(fold, this.#lists, this.#names)) return ALWAYS;
    return mayTellByCapital(fold, this.#lists) ? BY_CAPITAL : NEVER;
  }
}

/** The words of a span, without its markers. */
class PassageWords implements ComparedWords {
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
    this.#words = haveMarker(table, span, keys) ? withoutMarkers(table, span, keys) : undefined;
    this.length = this.#words?.length ?? span.end - span.start;
  }

  key(index: number): number {
    return this.#table.keys[this.#word(index)]!;
  }

  folds(): string[] {
    const folds: string[] = [];
    for (let index = 0; index < this.length; index++) folds.push(this.#keys.fold(this.key(index)));
    return folds;
  }

  mayTell(index: number): boolean {
    const telling = this.#telling.of(this.key(index));
    return telling >= ALWAYS || (telling === BY_CAPITAL && hasCapital(this.#spelling(this.#word(index))));
  }

  at(index: number): FactWord | undefined {
    if (index >= this.length) return undefined;
    const word = this.#word(index);
    const { starts, ends, utteranceOf } = this.#table;
    const inSameUtterance = word > 0 && utteranceOf[word - 1] === utteranceOf[word];
    const lead = this.#textOf(word).slice(inSameUtterance ? ends[word - 1] : 0, starts[word]);
    return {
      text: this.#spelling(word),
      fold: this.#keys.fold(this.key(index)),
      opensSentence: !inSameUtterance || ends[word - 1] === 0 || OPENS_SENTENCE.test(lead),
    };
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

function haveMarker(table: WordTable, { start, end }: WordSpan, keys: WordKeys): boolean {
  for (let word = start; word < end; word++) if (keys.isMarker(table.keys[word]!)) return true;
  return false;
}

function withoutMarkers(table: WordTable, { start, end }: WordSpan, keys: WordKeys): number[] {
  const words: number[] = [];
  for (let word = start; word < end; word++) if (!keys.isMarker(table.keys[word]!)) words.push(word);
  return words;
}

const OPENS_SENTENCE = /[.!?\u2026:\u2014\n"\u201c\u00ab]/;

/** A "not" put just before or after a quote turns its meaning as well. */
function withFreeNeighbours({ start, end }: WordSpan, counterpart: Int32Array, table: WordTable): WordSpan {
  const { utteranceOf, firsts } = table;
  const least = firsts[utteranceOf[start]!]!;
  let first = start;
  while (first > least && counterpart[first - 1] === -1) first--;
  const most = firsts[utteranceOf[end - 1]! + 1]!;
  let last = end;
  while (last < most && counterpart[last] === -1) last++;
  return { start: first, end: last };
}

function isSame(one: WordSpan, other: WordSpan): boolean {
  return one.start === other.start && one.end === other.end;
}
