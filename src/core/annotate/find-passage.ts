/** The passage that someone means: words that stand in one place, what was said at a moment, somebody's last turn. */
import type { FoundPlace } from '../anchor/find-quote.ts';
import type { Quote } from '../anchor/locate-quote.ts';
import { findTypedQuote } from '../anchor/typed-quote.ts';
import type { Milliseconds, Speech, Utterance } from '../model/model.ts';
import { documentsOf, type Project } from '../model/project.ts';

export type PassagePlace = FoundPlace<Speech>;

/** Every utterance, then every statement, in the order of the files. */
export function speechesOf(project: Project): readonly Speech[] {
  const statements = documentsOf(project).flatMap(({ value }) => value.statements);
  return [...project.transcript.value.utterances, ...statements];
}

/** The places of words in some speeches, in their order; none where the words do not stand there. */
export function placesOf(words: Quote, speeches: readonly Speech[]): readonly PassagePlace[] {
  const found = findTypedQuote(words, speeches);
  if (found.verdict === 'orphaned') return [];
  return found.verdict === 'exact' ? [found.place] : found.places;
}

/** The turns of a party, the first first. */
export function turnsOf(party: string, { transcript }: Project): readonly Utterance[] {
  return transcript.value.utterances.filter(({ speaker, text }) => speaker === party && text !== undefined);
}

/** A stretch of the recording in which a moment lies, both ends included: people leave out the fractions of a second. */
export interface Moment {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/**
 * What is said at a moment: the utterances that begin in it, or else those that last over it. One without an end lasts until
 * the next begins.
 */
export function utterancesAt({ from, to }: Moment, { transcript }: Project): readonly Utterance[] {
  const timed = transcript.value.utterances.filter(({ start }) => start !== undefined);
  const beginning = timed.filter(({ start }) => start! >= from && start! <= to);
  if (beginning.length > 0) return beginning;
  return timed.filter(({ start, end }, index) => {
    const until = end ?? timed[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    return start! <= to && until > from;
  });
}
