/** Alarms of a placed passage: its words, the words at its edges, and who speaks them. */
import type { WordTable } from '../align/word-table.ts';
import type { Id, Utterance } from '../model.ts';
import { alarmsBetween } from './alarms.ts';
import type { WordSpan } from './candidate.ts';
import type { FactWord } from './facts.ts';
import type { Alarm, NewPassage } from './placement.ts';
import type { VersionPair } from './version-pair.ts';

export class PassageAlarms {
  readonly #versions: VersionPair;
  readonly #names: ReadonlySet<string>;
  readonly #renamed: ReadonlyMap<Id, Id>;
  readonly #namesSpeakers: boolean;

  constructor(versions: VersionPair, names: ReadonlySet<string>, renamed: ReadonlyMap<Id, Id>) {
    this.#versions = versions;
    this.#names = names;
    this.#renamed = renamed;
    this.#namesSpeakers = versions.new.some(utterance => utterance.speaker !== undefined);
  }

  /** Alarms for words that stand for a quote in the new version. */
  ofWords(quote: WordSpan, span: WordSpan): Alarm[] {
    const { words, lists } = this.#versions;
    const compare = (oldSpan: WordSpan, newSpan: WordSpan) =>
      alarmsBetween(
        this.#factWords(this.#versions.old, words.old, oldSpan),
        this.#factWords(this.#versions.new, words.new, newSpan),
        lists,
        this.#names,
      );
    const inside = compare(quote, span);
    if (inside.some(alarm => alarm.kind === 'negation')) return inside;
    const widerQuote = withFreeNeighbours(quote, words.map.newOf, words.old);
    const widerSpan = withFreeNeighbours(span, words.map.oldOf, words.new);
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

  #factWords(list: readonly Utterance[], table: WordTable, { start, end }: WordSpan): FactWord[] {
    const { keys } = this.#versions.words;
    const result: FactWord[] = [];
    for (let word = start; word < end; word++) {
      if (keys.isMarker(table.keys[word]!)) continue;
      const text = list[table.utteranceOf[word]!]!.text ?? '';
      const inSameUtterance = word > 0 && table.utteranceOf[word - 1] === table.utteranceOf[word];
      const lead = text.slice(inSameUtterance ? table.ends[word - 1] : 0, table.starts[word]);
      result.push({
        text: text.slice(table.starts[word], table.ends[word]),
        fold: keys.fold(table.keys[word]!),
        opensSentence: !inSameUtterance || table.ends[word - 1] === 0 || OPENS_SENTENCE.test(lead),
      });
    }
    return result;
  }
}

const OPENS_SENTENCE = /[.!?\u2026:\u2014\n"\u201c\u00ab]/;

/** A "not" put just before or after a quote turns its meaning as well. */
function withFreeNeighbours({ start, end }: WordSpan, counterpart: Int32Array, table: WordTable): WordSpan {
  const free = (word: number, inside: number) =>
    counterpart[word] === -1 && table.utteranceOf[word] === table.utteranceOf[inside];
  let first = start;
  while (free(first - 1, start)) first--;
  let last = end;
  while (free(last, end - 1)) last++;
  return { start: first, end: last };
}

function isSame(one: WordSpan, other: WordSpan): boolean {
  return one.start === other.start && one.end === other.end;
}
