/** Alarms for what changed directly beside a passage, and for the verb that governs it. */
import type { AlignedTranscripts } from '../align/align-transcripts.ts';
import type { WordTable } from '../align/words/word-table.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Utterance } from '../model/model.ts';
import type { WordSpan } from './candidate.ts';
import { TELLING } from './facts.ts';
import type { Alarm } from './placement.ts';
import { OPENS_SENTENCE } from './span-words.ts';
import type { TellingKeys } from './telling-keys.ts';
import type { VersionPair } from './version-pair.ts';

/** Changes of these kinds tell of a passage that they only stand beside. */
const TOLD_BESIDE: ReadonlySet<Alarm['kind']> = new Set(['negation', 'number', 'unit', 'date']);
/** So many changed words in a row stand beside a passage; what is further off belongs to other words. */
const MOST_BESIDE = 4;
/** So many words before a passage its verb is looked for. */
const MOST_BEFORE = 12;

/** A governing verb, and what it says of the words behind it. */
interface Verb {
  readonly act: string;
  readonly text: string;
}

const NO_VERBS: readonly Verb[] = [];
const NO_ALARMS: readonly Alarm[] = [];

export class BesidePassage {
  readonly #versions: VersionPair;
  readonly #telling: TellingKeys;

  constructor(versions: VersionPair, telling: TellingKeys) {
    this.#versions = versions;
    this.#telling = telling;
  }

  /**
   * What changed directly beside a passage.
   * @param inside what changed in it, which is not told again
   * @param compare gives the alarms between two spans
   */
  alarms(
    quote: WordSpan,
    span: WordSpan,
    inside: readonly Alarm[],
    compare: (old: WordSpan, fresh: WordSpan) => readonly Alarm[],
  ): readonly Alarm[] {
    const { words } = this.#versions;
    const widerQuote = withNeighbours(quote, words.old, word => isChanged(words, word));
    const widerSpan = withNeighbours(span, words.new, word => isNew(words, word));
    const old = this.#tellingBeside(words.old, widerQuote, quote);
    const fresh = this.#tellingBeside(words.new, widerSpan, span);
    if (((old | fresh) & (TELLING.beside | TELLING.contrary)) === 0) return NO_ALARMS;
    const isDenied = inside.some(({ kind }) => kind === 'negation');
    return compare(widerQuote, widerSpan).filter(
      alarm => TOLD_BESIDE.has(alarm.kind) && !(isDenied && alarm.kind === 'negation') && !has(inside, alarm),
    );
  }

  /** What the words of a wider span tell that the inner one lacks. */
  #tellingBeside(table: WordTable, wider: WordSpan, inner: WordSpan): number {
    let telling = 0;
    for (let word = wider.start; word < inner.start; word++) telling |= this.#telling.of(table.keys[word]!);
    for (let word = inner.end; word < wider.end; word++) telling |= this.#telling.of(table.keys[word]!);
    return telling;
  }

  /** A change of the verb that governs a passage, in the sentence before it: "he denies that". */
  governing(quote: WordSpan, span: WordSpan): readonly Alarm[] {
    const { words, lists, old: oldList, new: newList } = this.#versions;
    const old = this.#verbsBefore(words.old, oldList, quote.start, lists);
    const fresh = this.#verbsBefore(words.new, newList, span.start, lists);
    if (old === NO_VERBS && fresh === NO_VERBS) return NO_ALARMS;
    const gone = old.filter(verb => !fresh.some(({ act }) => act === verb.act));
    const added = fresh.filter(verb => !old.some(({ act }) => act === verb.act));
    return Array.from({ length: Math.max(gone.length, added.length) }, (_, index) => ({
      kind: 'attribution',
      old: gone[index]?.text,
      new: added[index]?.text,
    }));
  }

  #verbsBefore(
    table: WordTable,
    list: readonly Utterance[],
    start: number,
    lists: WordLists,
  ): readonly Verb[] {
    const utterance = table.utteranceOf[start]!;
    const least = Math.max(table.firsts[utterance]!, start - MOST_BEFORE);
    let verbs = NO_VERBS;
    for (let word = start - 1; word >= least; word--) {
      if (!this.#telling.governs(table.keys[word]!)) continue;
      const text = list[utterance]!.text ?? '';
      const between = text.slice(table.ends[word], table.starts[start]);
      if (OPENS_SENTENCE.test(between)) break;
      const act = lists.governing.get(this.#versions.words.keys.fold(table.keys[word]!))!;
      verbs = [...verbs, { act, text: text.slice(table.starts[word], table.ends[word]) }];
    }
    return verbs;
  }
}

function has(alarms: readonly Alarm[], { kind, old, new: fresh }: Alarm): boolean {
  return alarms.some(alarm => alarm.kind === kind && alarm.old === old && alarm.new === fresh);
}

/** A span with the words directly beside it that the other version does not have so: a "not" just before it turns it. */
function withNeighbours(
  { start, end }: WordSpan,
  table: WordTable,
  changed: (word: number) => boolean,
): WordSpan {
  const { utteranceOf, firsts } = table;
  const least = Math.max(firsts[utteranceOf[start]!]!, start - MOST_BESIDE);
  let first = start;
  while (first > least && changed(first - 1)) first--;
  const most = Math.min(firsts[utteranceOf[end - 1]! + 1]!, end + MOST_BESIDE);
  let last = end;
  while (last < most && changed(last)) last++;
  return { start: first, end: last };
}

/** Whether an old word has no counterpart, or one that is only like it. */
function isChanged({ map, keys, old }: AlignedTranscripts, word: number): boolean {
  return (map.newOf[word] === -1 || map.likeness[word]! < 1) && !keys.isMarker(old.keys[word]!);
}

/** The same for a word of the new version. */
function isNew({ map, keys, new: fresh }: AlignedTranscripts, word: number): boolean {
  const oldWord = map.oldOf[word]!;
  return (oldWord === -1 || map.likeness[oldWord]! < 1) && !keys.isMarker(fresh.keys[word]!);
}
