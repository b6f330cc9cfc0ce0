/** Finds one passage of one old utterance in the new version. */
import type { AlignedTranscripts } from '../align/align-transcripts.ts';
import { contentOf } from '../align/utterances/utterance-pairs.ts';
import { lazily } from '../lazily.ts';
import { toCodePointRange } from '../text/code-points.ts';
import { hasUnspaced } from './around-passage.ts';
import type { Candidate, WordSpan } from './candidate.ts';
import { type Decision, decide } from './decide.ts';
import { extentOf } from './extent.ts';
import { leftoverSearch } from './leftover-search.ts';
import { mappedCandidates } from './mapped-candidates.ts';
import type { OldPassage } from './old-passage.ts';
import type { PassageAlarms } from './passage-alarms.ts';
import { wordsOf } from './passage-words.ts';
import {
  type Alarm,
  type NewPassage,
  NOTHING_FOUND,
  type Reason,
  type Scores,
  UNCHANGED,
} from './placement.ts';
import type { VersionPair } from './version-pair.ts';
import { wholeQuotes } from './whole-quote.ts';

/** What became of one passage, before it is put together with the other targets of its annotation. */
export interface PlacedPassage {
  readonly outcome: 'placed' | 'ambiguous' | 'orphaned';
  readonly reason: Reason;
  readonly passages: readonly NewPassage[];
  readonly scores: Scores;
  readonly margin: number;
  /** It left its place in the order of the talk. */
  readonly moved: boolean;
  readonly alarms: readonly Alarm[];
}

export type PassagePlacer = ReturnType<typeof passagePlacer>;

export function passagePlacer(versions: VersionPair, alarms: PassageAlarms) {
  const leftovers = lazily(() => leftoverSearch(versions.words));
  const quotes = lazily(() => wholeQuotes(versions.words));

  /** @param whole whether the whole utterance is meant, not the words it has */
  function place(passage: OldPassage, whole: boolean): PlacedPassage {
    return unchanged(passage, whole) ?? changed(passage, whole);
  }

  /** The utterance has its counterpart, with the same text. */
  function unchanged(passage: OldPassage, whole: boolean): PlacedPassage | undefined {
    const { old, new: fresh, pairs } = versions;
    const index = pairs.newOf[passage.utterance]!;
    if (index < 0) return undefined;
    const before = old[passage.utterance]!;
    const now = fresh[index]!;
    if (before.text !== now.text || before.event !== now.event || hasTwin(passage.utterance, index))
      return undefined;
    const moved = pairs.moved[passage.utterance] === 1;
    const range = whole ? undefined : toCodePointRange(before.text ?? '', passage);
    const passages = [{ utterance: index, id: now.id, range }];
    const displacement = moved ? Math.abs(index - passage.utterance) / fresh.length : 0;
    return {
      outcome: 'placed',
      reason: moved ? 'elsewhere' : 'unchanged',
      passages,
      scores: { ...UNCHANGED, displacement },
      margin: 1,
      moved,
      alarms: alarms.ofSpeaker(passage.utterance, passages),
    };
  }

  /** Beside an equal utterance that has no counterpart, either could be the one that is left; an id or a time settles it. */
  function hasTwin(oldIndex: number, newIndex: number): boolean {
    const { old, new: fresh, pairs } = versions;
    const own = old[oldIndex]!;
    const now = fresh[newIndex]!;
    if (pairs.idsHold && own.id !== undefined && own.id === now.id) return false;
    if (own.start !== undefined && own.start === now.start) return false;
    const content = contentOf(own);
    return [-1, 1].some(
      step =>
        (pairs.newOf[oldIndex + step] === -1 && contentOf(old[oldIndex + step]!) === content) ||
        (pairs.oldOf[newIndex + step] === -1 && contentOf(fresh[newIndex + step]!) === content),
    );
  }

  function changed(passage: OldPassage, whole: boolean): PlacedPassage {
    const { words } = versions;
    const quote = wordsOf(versions, passage);
    if (quote.start === quote.end) return withoutWords(passage, whole);
    const mapped = mappedCandidates(words, quote);
    const doubtful = isDoubtful(quote);
    let decision = decide(mapped, quote.end - quote.start, doubtful);
    const inFull = whole || isInFull(words, quote, decision) ? undefined : foundInFull(passage, quote);
    if (inFull !== undefined) decision = inFull;
    else if (decision.outcome !== 'placed' && !doubtful) {
      const more = leftovers()(quote).filter(({ span }) =>
        mapped.every(other => span.start >= other.span.end || other.span.start >= span.end),
      );
      decision = decide([...mapped, ...more], quote.end - quote.start, false);
    }
    const best = decision.candidates[0];
    if (best === undefined) return { ...LOST, margin: decision.margin };
    const passages = decision.candidates.flatMap(candidate => extent(passage, whole, quote, candidate));
    return {
      outcome: decision.outcome,
      reason: decision.reason,
      passages,
      scores: best.scores,
      margin: decision.margin,
      moved: !best.inPlace,
      alarms: [
        ...alarms.ofWords(quote, wordsOfWhole(passages) ?? best.span),
        ...alarms.ofSpeaker(passage.utterance, passages.slice(0, 1)),
      ],
    };
  }

  /** All words of whole utterances in a row: words moved inside them are outside of the span that was found. */
  function wordsOfWhole(passages: readonly NewPassage[]): WordSpan | undefined {
    const [first] = passages;
    const isRow = passages.every(
      ({ utterance, range }, index) => range === undefined && utterance === first!.utterance + index,
    );
    if (first === undefined || !isRow) return undefined;
    const { firsts } = versions.words.new;
    return { start: firsts[first.utterance]!, end: firsts[first.utterance + passages.length]! };
  }

  /** Where the words of a quote stand in full, once. */
  function foundInFull(passage: OldPassage, quote: WordSpan): Decision | undefined {
    const { old } = versions;
    const { find, findCut } = quotes();
    const text = (old[passage.utterance]!.text ?? '').slice(passage.start, passage.end);
    const found = find(quote, hasUnspaced(text)) ?? findCut(versions, quote, passage);
    if (found === undefined) return undefined;
    return {
      outcome: 'placed',
      reason: found.inPlace ? 'in-place' : 'elsewhere',
      candidates: [found],
      margin: 1,
    };
  }

  function isDoubtful(quote: WordSpan): boolean {
    const { doubtful } = versions;
    for (let word = quote.start; word < quote.end; word++) if (doubtful[word] === 0) return false;
    return true;
  }

  /** A whole utterance that is still one or was split stays whole; one that was merged becomes a part of another. */
  function extent(passage: OldPassage, whole: boolean, quote: WordSpan, candidate: Candidate): NewPassage[] {
    const parts = extentOf(versions, passage, quote, candidate.span);
    if (!whole) return parts;
    const { links, words } = versions;
    const link = links.links.at(links.ofOld[passage.utterance]!)!;
    const own = link.old.length === 1 && parts.some(part => link.new.includes(part.utterance));
    if (own)
      return link.new.map(utterance => ({
        utterance,
        id: versions.new[utterance]!.id,
        range: undefined,
      }));
    return parts.map(part => {
      const [first, last] = [words.new.firsts[part.utterance]!, words.new.firsts[part.utterance + 1]!];
      const begins = words.keys.isMarker(words.new.keys[first]!) ? first + 1 : first;
      const covers = candidate.span.start <= begins && candidate.span.end >= last;
      return covers ? { ...part, range: undefined } : part;
    });
  }

  /** Marks or an event: only the counterpart of the utterance, or the words beside the marks, say where it is. */
  function withoutWords(passage: OldPassage, whole: boolean): PlacedPassage {
    const { old, new: fresh, pairs } = versions;
    const index = pairs.newOf[passage.utterance]!;
    if (index < 0) return LOST;
    const id = fresh[index]!.id;
    const settled = (range: NewPassage['range']): PlacedPassage => ({
      outcome: 'placed',
      reason: 'in-place',
      passages: [{ utterance: index, id, range }],
      scores: UNCHANGED,
      margin: 1,
      moved: pairs.moved[passage.utterance] === 1,
      alarms: alarms.ofSpeaker(passage.utterance, [{ utterance: index, id, range }]),
    });
    if (whole)
      return contentOf(old[passage.utterance]!) === contentOf(fresh[index]!) ? settled(undefined) : LOST;
    const marks = (old[passage.utterance]!.text ?? '').slice(passage.start, passage.end);
    const newText = fresh[index]!.text ?? '';
    const place = newText.indexOf(marks);
    if (place < 0 || newText.indexOf(marks, place + 1) >= 0) return LOST;
    return settled(toCodePointRange(newText, { start: place, end: place + marks.length }));
  }

  return place;
}

/** Whether a quote was placed where all its words stand in a row. */
function isInFull(
  { map }: AlignedTranscripts,
  { start, end }: WordSpan,
  { outcome, candidates }: Decision,
): boolean {
  const span = candidates[0]?.span;
  if (outcome !== 'placed' || span === undefined || span.end - span.start !== end - start) return false;
  for (let word = start; word < end; word++)
    if (map.newOf[word] !== span.start + word - start || map.likeness[word] !== 1) return false;
  return true;
}

const LOST: PlacedPassage = {
  outcome: 'orphaned',
  reason: 'words-gone',
  passages: [],
  scores: NOTHING_FOUND,
  margin: 1,
  moved: false,
  alarms: [],
};
