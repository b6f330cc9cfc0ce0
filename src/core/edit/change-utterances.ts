/** The edits that a person asks for by ids: fields set, an utterance split, neighbours joined. */

import type { Id, Utterance } from '../model/model.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { cutUtterance } from './cut-utterance.ts';
import { joinedUtterance } from './join-utterances.ts';
import type { EditPlan, PlannedUtterance, Step } from './plan.ts';
import { retimedWords, timedWordsOf, withTimedWords } from './timed-words.ts';

/** Fields that a person sets. A speaker who is known now has no `alternatives` any more. */
export interface FieldEdits {
  readonly speaker?: Id;
  readonly text?: string;
  readonly start?: number;
  readonly end?: number;
}

/** @param places indexes of the utterances. */
export function setFields(
  list: readonly Utterance[],
  places: readonly number[],
  edits: FieldEdits,
): EditPlan {
  const isMeant = new Set(places);
  const utterances = list.map((utterance, old): PlannedUtterance => {
    return { old, utterance: isMeant.has(old) ? edited(utterance, edits) : utterance };
  });
  const changed = places.filter(at => utterances[at]!.utterance !== list[at]);
  return { utterances, steps: changed.map(at => step('edited', [at], [at])) };
}

/** @param texts the words of the parts, in order. */
export function split(
  list: readonly Utterance[],
  place: number,
  texts: readonly string[],
  newId: () => Id,
): EditPlan {
  const { parts, cuts } = cutUtterance(list[place]!, texts, newId);
  const utterances = list.flatMap((utterance, old): PlannedUtterance[] =>
    old === place
      ? parts.map((part, index) => ({ old: index === 0 ? old : undefined, utterance: part }))
      : [{ old, utterance }],
  );
  const fresh = parts.map((_, index) => place + index);
  return { utterances, steps: [{ ...step('split', [place], fresh), cuts }] };
}

/** @param count how many follow each other from `first` on. */
export function join(list: readonly Utterance[], first: number, count: number, speaker?: Id): EditPlan {
  const parts = list.slice(first, first + count);
  const whole = edited(joinedUtterance(parts), speaker === undefined ? {} : { speaker });
  const utterances = list.flatMap((utterance, old): PlannedUtterance[] => {
    if (old === first) return [{ old, utterance: whole }];
    return old > first && old < first + count ? [] : [{ old, utterance }];
  });
  const olds = parts.map((_, index) => first + index);
  return { utterances, steps: [step('joined', olds, [first])] };
}

function step(kind: Step['kind'], old: readonly number[], fresh: readonly number[]): Step {
  return { kind, old, new: fresh, cuts: [] };
}

/** An utterance with other words, speaker or times; the times of its words follow the words. */
export function edited(utterance: Utterance, { speaker, text, start, end }: FieldEdits): Utterance {
  let result: Utterance = utterance;
  if (speaker !== undefined && utterance.inferred?.includes('speaker') === true) {
    // Whoever names the speaker states it, the same one too.
    const { inferred, ...rest } = result;
    const still = inferred!.filter(name => name !== 'speaker');
    result = { ...rest, ...(still.length > 0 && { inferred: still }) };
  }
  if (speaker !== undefined && speaker !== utterance.speaker) {
    const { alternatives, ...rest } = result;
    result = {
      ...(speaker === UNKNOWN_PARTY ? { ...rest, ...(alternatives && { alternatives }) } : rest),
      speaker,
    };
  }
  if (text !== undefined && text !== utterance.text) {
    const words = timedWordsOf(utterance);
    result = withTimedWords({ ...result, text }, words && retimedWords(words, text));
  }
  const hasSameTimes =
    (start ?? utterance.start) === utterance.start && (end ?? utterance.end) === utterance.end;
  const { inferred = [], ...rest } = result;
  if (hasSameTimes && inferred.length === 0) return result;
  if (start === undefined && end === undefined) return result;
  const given = { start, end, speaker: undefined };
  const still = inferred.filter(name => given[name] === undefined);
  return {
    ...rest,
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(still.length > 0 && { inferred: still }),
  };
}
