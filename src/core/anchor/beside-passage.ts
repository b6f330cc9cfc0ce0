/** Alarms for what changed directly beside a passage, and for the verb that governs it. */
import type { WordKeys } from '../align/words/word-keys.ts';
import type { WordTable } from '../align/words/word-table.ts';
import type { WordSpan } from './candidate.ts';
import { type ComparedVersion, comparedVersions } from './compared-version.ts';
import { type Fact, TELLING } from './facts.ts';
import { factsIn } from './meaning-words.ts';
import { hasCapital } from './names.ts';
import { contrariesOf, negationsIn } from './negations.ts';
import { isOfficePart } from './offices.ts';
import type { Alarm } from './placement.ts';
import { OPENS_CLAUSE, OPENS_SENTENCE, SpanWords } from './span-words.ts';
import type { TellingKeys } from './telling-keys.ts';
import type { VersionPair } from './version-pair.ts';

/** Changes of these kinds tell of a passage that they only stand beside. */
const TOLD_BESIDE: ReadonlySet<Alarm['kind']> = new Set(['negation', 'number', 'unit', 'date']);
/** So many changed words in a row stand beside a passage; what is further off belongs to other words. */
const MOST_BESIDE = 4;
/** So many words on each side of a passage belong to its clause, as far as no mark says otherwise. */
const MOST_IN_CLAUSE = 8;
/** So many words before a passage its verb is looked for, and behind it: "they paid, he denies". */
const MOST_BEFORE = 20;
const MOST_BEHIND = 3;
const ENDS_SENTENCE = /[.!?\u2026\u0589\u061f\u0964\n]/;

/** A governing verb, and what it says of the words behind it. */
interface Verb {
  readonly act: string;
  readonly text: string;
}

/** What may stand between the parts of a name. */
const JOINS_NAME = /^[\s\u2010\u2011-]*$/;

/** The word at an edge of a passage, and its neighbour outside. */
interface Edge {
  readonly inner: number;
  readonly outer: number;
  /** Whether the neighbour is a word of the same utterance, and the other version does not have it so. */
  readonly isThere: boolean;
  readonly isChanged: boolean;
}

const EDGES = ['start', 'end'] as const;

/** @param names folded words known to name someone */
export function besidePassage(versions: VersionPair, tellingKeys: TellingKeys, names: ReadonlySet<string>) {
  const [oldVersion, newVersion] = comparedVersions(versions);

  /**
   * What changed directly beside a passage.
   * @param inside what changed in it, which is not told again
   * @param compare gives the alarms between two spans
   */
  function alarms(
    quote: WordSpan,
    span: WordSpan,
    inside: readonly Alarm[],
    compare: (old: WordSpan, fresh: WordSpan) => readonly Alarm[],
  ): readonly Alarm[] {
    const widerQuote = withNeighbours(oldVersion, quote);
    const widerSpan = withNeighbours(newVersion, span);
    const old = tellingBeside(oldVersion, widerQuote, quote);
    const fresh = tellingBeside(newVersion, widerSpan, span);
    if (((old | fresh) & (TELLING.beside | TELLING.contrary)) === 0) return [];
    const isDenied = inside.some(({ kind }) => kind === 'negation');
    return compare(widerQuote, widerSpan).filter(
      alarm => TOLD_BESIDE.has(alarm.kind) && !(isDenied && alarm.kind === 'negation') && !has(inside, alarm),
    );
  }

  /** A name, title or office at an edge of a passage that grew or lost a part beside it: New Guinea, prime minister. */
  function ofNames(quote: WordSpan, span: WordSpan): readonly Alarm[] {
    const alarms: Alarm[] = [];
    for (const edge of EDGES) {
      const [before, now] = edge === 'start' ? [quote.start - 1, span.start - 1] : [quote.end, span.end];
      if (oldVersion.changed[before] !== 1 && newVersion.changed[now] !== 1) continue;
      const [old, fresh] = [besideEdge(oldVersion, quote, edge), besideEdge(newVersion, span, edge)];
      if (!old.isChanged && !fresh.isChanged) continue;
      const [was, is] = [namePart(oldVersion, old), namePart(newVersion, fresh)];
      if (was?.value !== is?.value) alarms.push({ kind: 'name', old: was?.text, new: is?.text });
    }
    return alarms;
  }

  function besideEdge(
    { table, changed }: ComparedVersion,
    { start, end }: WordSpan,
    edge: 'start' | 'end',
  ): Edge {
    const [inner, outer] = edge === 'start' ? [start, start - 1] : [end - 1, end];
    const isThere = table.utteranceOf[outer] === table.utteranceOf[inner] && table.ends[outer] !== 0;
    return { inner, outer, isChanged: isThere && changed[outer] === 1, isThere };
  }

  /** The word beside an edge, where it is part of the name that stands at the edge. */
  function namePart(
    { utterances, table }: ComparedVersion,
    { inner, outer, isThere }: Edge,
  ): Fact | undefined {
    if (!isThere) return undefined;
    const text = utterances[table.utteranceOf[inner]!]!.text ?? '';
    const mayName =
      hasCapital(text, table.starts[outer]) || (tellingKeys.of(table.keys[outer]!) & TELLING.always) !== 0;
    if (!mayName) return undefined;
    const { words, lists } = versions;
    const [first, last] = [Math.min(inner, outer), Math.max(inner, outer)];
    const between = text.slice(table.ends[first], table.starts[last]);
    const isTitle = (word: number) => (tellingKeys.of(table.keys[word]!) & TELLING.title) !== 0;
    if (!JOINS_NAME.test(isTitle(first) ? between.replace('.', '') : between)) return undefined;
    const span = new SpanWords(utterances, table, { start: first, end: last + 1 }, words.keys, tellingKeys);
    const facts = factsIn(span, lists, names);
    const at = (word: number) => facts.find(fact => fact.kind === 'name' && fact.start === word - first);
    const part = at(outer);
    const isOfName = isTitle(outer) || isOfficePart(words.keys.fold(table.keys[outer]!), lists);
    return isOfName || at(inner) !== undefined ? part : undefined;
  }

  function tellingBeside({ table }: ComparedVersion, wider: WordSpan, inner: WordSpan): number {
    let telling = 0;
    for (let word = wider.start; word < inner.start; word++) telling |= tellingKeys.of(table.keys[word]!);
    for (let word = inner.end; word < wider.end; word++) telling |= tellingKeys.of(table.keys[word]!);
    return telling;
  }

  /**
   * A negation in the clause of a passage, but not in the passage, that only one version has: "no money was paid". So is a
   * word of which the other version has the contrary: unable for able.
   */
  function denying(quote: WordSpan, span: WordSpan): readonly Alarm[] {
    const [old, fresh] = [oldVersion, newVersion];
    const gone = [...denialsAround(old, quote), ...contrariesAround(old, quote, fresh, span)];
    const added = [...denialsAround(fresh, span), ...contrariesAround(fresh, span, old, quote)];
    // One for another is the same: not, never.
    const common = Math.min(gone.length, added.length);
    if (gone.length === added.length) return [];
    return [
      ...gone.slice(common).map(text => ({ kind: 'negation', old: text, new: undefined }) as const),
      ...added.slice(common).map(text => ({ kind: 'negation', old: undefined, new: text }) as const),
    ];
  }

  /** Changed words in the clause of a passage, in one version, of which the other version has the contrary there. */
  function contrariesAround(
    version: ComparedVersion,
    span: WordSpan,
    other: ComparedVersion,
    otherSpan: WordSpan,
  ): readonly string[] {
    const own = changedAround(version, span, key => tellingKeys.mayBeContrary(key));
    if (own.length === 0) return [];
    const others = changedAround(other, otherSpan, () => true);
    const { keys } = versions.words;
    const { utterances, table } = version;
    const known = new Set(others.map(word => keys.fold(other.table.keys[word]!)));
    return own
      .filter(word =>
        contrariesOf(keys.fold(table.keys[word]!), versions.lists).some(rest => known.has(rest)),
      )
      .map(word =>
        (utterances[table.utteranceOf[word]!]!.text ?? '').slice(table.starts[word], table.ends[word]),
      );
  }

  /** The changed words in the clause of a passage whose key is meant. */
  function changedAround(
    { table, changed }: ComparedVersion,
    { start, end }: WordSpan,
    isMeant: (key: number) => boolean,
  ): readonly number[] {
    const [least, most] = around(table, { start, end }, MOST_IN_CLAUSE);
    const found: number[] = [];
    for (let word = least; word < most; word++) {
      const isInside = word >= start && word < end;
      if (!isInside && changed[word] === 1 && isMeant(table.keys[word]!)) found.push(word);
    }
    return found;
  }

  function denialsAround(version: ComparedVersion, inner: WordSpan): readonly string[] {
    // A look without reading the clause: few have such a word that changed.
    if (changedAround(version, inner, key => tellingKeys.denies(key)).length === 0) return [];
    const { words, lists } = versions;
    const { utterances, table, changed } = version;
    const clause = clauseAround(version, inner, words.keys);
    const spanned = new SpanWords(utterances, table, clause, words.keys, tellingKeys);
    const denials: string[] = [];
    for (const { start, end, text } of negationsIn(spanned, lists).values()) {
      const [first, last] = [clause.start + start, clause.start + end];
      if (first < inner.end && last > inner.start) continue;
      if (changed[first] === 1 || changed[last - 1] === 1) denials.push(text);
    }
    return denials;
  }

  /** A change of the verb that governs a passage, in its sentence: "he denies that", "iddia ediyor". */
  function governing(quote: WordSpan, span: WordSpan): readonly Alarm[] {
    const old = [...verbsBefore(oldVersion, quote.start), ...verbsBehind(oldVersion, quote.end)];
    const fresh = [...verbsBefore(newVersion, span.start), ...verbsBehind(newVersion, span.end)];
    const gone = old.filter(verb => !fresh.some(({ act }) => act === verb.act));
    const added = fresh.filter(verb => !old.some(({ act }) => act === verb.act));
    return Array.from({ length: Math.max(gone.length, added.length) }, (_, index) => ({
      kind: 'attribution',
      old: gone[index]?.text,
      new: added[index]?.text,
    }));
  }

  function verbsBefore({ utterances, table }: ComparedVersion, start: number): readonly Verb[] {
    const utterance = table.utteranceOf[start]!;
    const least = Math.max(table.firsts[utterance]!, start - MOST_BEFORE);
    const verbs: Verb[] = [];
    for (let word = start - 1; word >= least; word--) {
      if (!tellingKeys.governs(table.keys[word]!)) continue;
      const text = utterances[utterance]!.text ?? '';
      const between = text.slice(table.ends[word], table.starts[start]);
      if (OPENS_SENTENCE.test(between)) break;
      verbs.push(verbAt(table, word, text));
    }
    return verbs;
  }

  function verbsBehind({ utterances, table }: ComparedVersion, end: number): readonly Verb[] {
    const utterance = table.utteranceOf[end - 1]!;
    const most = Math.min(table.firsts[utterance + 1]!, end + MOST_BEHIND);
    const verbs: Verb[] = [];
    for (let word = end; word < most; word++) {
      if (!tellingKeys.governs(table.keys[word]!)) continue;
      const text = utterances[utterance]!.text ?? '';
      if (ENDS_SENTENCE.test(text.slice(table.ends[end - 1], table.starts[word]))) break;
      verbs.push(verbAt(table, word, text));
    }
    return verbs;
  }

  function verbAt({ keys, starts, ends }: WordTable, word: number, text: string): Verb {
    const { words, lists } = versions;
    const act = lists.governing.get(words.keys.fold(keys[word]!))!;
    return { act, text: text.slice(starts[word], ends[word]) };
  }

  return { alarms, ofNames, denying, governing };
}

/** The first word of a span and so many before it, and the end of as many behind it, within their utterances. */
function around({ firsts, utteranceOf }: WordTable, { start, end }: WordSpan, reach: number) {
  return [
    Math.max(firsts[utteranceOf[start]!]!, start - reach),
    Math.min(firsts[utteranceOf[end - 1]! + 1]!, end + reach),
  ] as const;
}

function has(alarms: readonly Alarm[], { kind, old, new: fresh }: Alarm): boolean {
  return alarms.some(alarm => alarm.kind === kind && alarm.old === old && alarm.new === fresh);
}

/** A span with the words directly beside it that the other version does not have so: a "not" just before it turns it. */
function withNeighbours({ table, changed }: ComparedVersion, { start, end }: WordSpan): WordSpan {
  const [least, most] = around(table, { start, end }, MOST_BESIDE);
  let first = start;
  while (first > least && changed[first - 1] === 1) first--;
  let last = end;
  while (last < most && changed[last] === 1) last++;
  return { start: first, end: last };
}

/** A span with the words of its clause, without the marker of its utterance. */
function clauseAround(
  { utterances, table }: ComparedVersion,
  { start, end }: WordSpan,
  keys: WordKeys,
): WordSpan {
  const { starts, ends, utteranceOf, keys: list } = table;
  const [least, most] = around(table, { start, end }, MOST_IN_CLAUSE);
  const textBefore = utterances[utteranceOf[start]!]!.text ?? '';
  let first = start;
  while (first > least && !keys.isMarker(list[first - 1]!)) {
    if (OPENS_CLAUSE.test(textBefore.slice(ends[first - 1], starts[first]))) break;
    first--;
  }
  const textBehind = utterances[utteranceOf[end - 1]!]!.text ?? '';
  let last = end;
  while (last < most && !OPENS_CLAUSE.test(textBehind.slice(ends[last - 1], starts[last]))) last++;
  return { start: first, end: last };
}
