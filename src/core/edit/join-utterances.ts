/** Joins utterances that follow each other into one. */

import type { Utterance } from '../model/model.ts';
import { sameValue } from '../model/same-value.ts';
import { timesOf } from './cut-utterance.ts';
import { joinedTimedWords, withTimedWords } from './timed-words.ts';

/** Fields that the joined utterance has once: where they differ, one of them would be lost. */
const ONCE = ['speaker', 'alternatives', 'to', 'form', 'via', 'source', 'language', 'paraphrase'] as const;

/** The first field in which utterances differ that are to be one; undefined where they can be joined. */
export function differingField(utterances: readonly Utterance[]): (typeof ONCE)[number] | 'cue' | undefined {
  const [first, ...others] = utterances;
  const field = ONCE.find(name => others.some(other => !sameValue(other[name], first![name])));
  if (field !== undefined) return field;
  // What introduces a part that comes later would stand in the middle of the words.
  return others.some(({ cue }) => cue !== undefined) ? 'cue' : undefined;
}

/** The utterance that several become: the fields of the first, the times of all, places in the source one after another. */
export function joinedUtterance(utterances: readonly Utterance[]): Utterance {
  const [first, last] = [utterances[0]!, utterances.at(-1)!];
  const { start: _s, end: _e, inferred: _i, ...rest } = first;
  const places = [...new Set(utterances.flatMap(({ at }) => at ?? []))];
  const isInferred = (utterance: Utterance, name: 'start' | 'end' | 'speaker') =>
    utterance.inferred?.includes(name) === true;
  const joined = {
    ...rest,
    ...timesOf(
      { time: first.start, isInferred: isInferred(first, 'start') },
      { time: last.end, isInferred: isInferred(last, 'end') },
      utterances.some(utterance => isInferred(utterance, 'speaker')),
    ),
    ...(places.length > 0 && { at: places.join(', ') }),
    text: utterances.map(utterance => utterance.text ?? '').join(' '),
  };
  return withTimedWords(joined, joinedTimedWords(utterances));
}
