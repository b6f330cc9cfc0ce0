/**
 * Takes the words of a corrected text over into a transcript. Utterances are aligned as diff and reanchor align them: each
 * keeps its id, times and other fields, and only what was corrected changes.
 */

import { alignUtterances } from '../align/align-utterances.ts';
import type { Link } from '../align/links/link.ts';
import { pushAll } from '../long-lists.ts';
import { append } from '../maps.ts';
import type { Id, Utterance } from '../model/model.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { fold } from '../text/fold-text.ts';
import { edited } from './change-utterances.ts';
import { cutUtterance } from './cut-utterance.ts';
import { joinedUtterance } from './join-utterances.ts';
import type { EditPlan, PlannedUtterance, Step } from './plan.ts';
import { retimedWords, timedWordsOf, withTimedWords } from './timed-words.ts';

/**
 * @param corrected what is said in the corrected text, in order; without ids, unless they are those of the transcript.
 * Events of the transcript stay beside what they stood behind.
 */
export function correctTranscript(
  list: readonly Utterance[],
  corrected: readonly Utterance[],
  newId: () => Id,
): EditPlan {
  const places = [...list.keys()].filter(index => list[index]!.text !== undefined);
  const spoken = places.map(index => list[index]!);
  const hasSpeakers = corrected.some(({ speaker }) => speaker !== undefined);
  const comparable = (utterance: Utterance): Utterance => {
    const { speaker: _, ...rest } = utterance;
    return hasSpeakers ? utterance : rest;
  };
  const { links } = alignUtterances(spoken.map(comparable), corrected.map(comparable));
  const maker = makerOf(spoken, corrected, newId);
  const planned: (PlannedUtterance | undefined)[] = corrected.map(() => undefined);
  const steps: Step[] = [];
  for (const link of links) {
    const { utterances, kind, cuts = [] } = maker.make(link);
    for (const [index, utterance] of utterances.entries()) {
      const old = utterance.old === undefined ? undefined : places[utterance.old]!;
      planned[link.new[index]!] = { ...utterance, old };
    }
    if (kind !== undefined)
      steps.push({ kind, old: link.old.map(index => places[index]!), new: link.new, cuts });
  }
  const { utterances, shifted } = withEvents(planned as PlannedUtterance[], list);
  return {
    utterances,
    steps: steps.map(one => ({ ...one, new: one.new.map(index => shifted[index]!) })),
    alike: maker.alike,
  };
}

interface Made {
  /** One for each new utterance of the link; `old` is an index among what is spoken. */
  readonly utterances: readonly PlannedUtterance[];
  /** undefined where nothing changed. */
  readonly kind: Step['kind'] | undefined;
  readonly cuts?: Step['cuts'];
}

function makerOf(spoken: readonly Utterance[], said: readonly Utterance[], newId: () => Id) {
  let alike = 0;

  function make(link: Link): Made {
    const { old, new: fresh, moved } = link;
    if (fresh.length === 0) return { utterances: [], kind: 'removed' };
    if (old.length === 0) return { utterances: fresh.map(index => added(index)), kind: 'added' };
    if (old.length === fresh.length) {
      const pairs = fresh.map((index, at) => kept(old[at]!, index));
      const isChanged = pairs.some(({ old: at, utterance }) => utterance !== spoken[at!]);
      const kind = old.length > 1 ? 'regrouped' : 'edited';
      return { utterances: pairs, kind: isChanged ? kind : moved ? 'moved' : undefined };
    }
    return regrouped(old, fresh);
  }

  function added(index: number): PlannedUtterance {
    const { id: _, ...rest } = said[index]!;
    return { old: undefined, utterance: { id: newId(), ...rest } };
  }

  function kept(old: number, fresh: number): PlannedUtterance {
    const utterance = spoken[old]!;
    const { text = '', speaker } = said[fresh]!;
    return {
      old,
      utterance: edited(utterance, {
        ...correctedWords(utterance.text ?? '', text),
        ...speakerOf(speaker, utterance),
      }),
    };
  }

  /** The new words, unless they are the old ones in another style. */
  function correctedWords(old: string, fresh: string): { text?: string } {
    if (old === fresh) return {};
    if (fold(old).text.trim() !== fold(fresh).text.trim()) return { text: fresh };
    alike++;
    return {};
  }

  /** Several as one, one as several, or several as another number of them: their times are shared anew. */
  function regrouped(old: readonly number[], fresh: readonly number[]): Made {
    const olds = old.map(index => spoken[index]!);
    const texts = fresh.map(index => said[index]!.text ?? '');
    const all = texts.join(' ');
    const whole = olds.length === 1 ? olds[0]! : joinedUtterance(olds);
    const words = timedWordsOf(whole);
    const corrected = withTimedWords({ ...whole, text: all }, words && retimedWords(words, all));
    const { parts, cuts } = cutUtterance(corrected, texts, newId);
    const utterances = parts.map((part, index): PlannedUtterance => {
      // The first parts go on with the ids there are.
      const own = olds[index];
      const speaker = said[fresh[index]!]!.speaker;
      const named = edited(own?.id === undefined ? part : { ...part, id: own.id }, speakerOf(speaker, part));
      return { old: old[index], utterance: named };
    });
    const kind = old.length === 1 ? 'split' : fresh.length === 1 ? 'joined' : 'regrouped';
    return { utterances, kind, cuts };
  }

  return {
    get alike() {
      return alike;
    },
    make,
  };
}

/** Nobody named in the corrected text is nobody corrected. */
function speakerOf(
  speaker: Id | undefined,
  { speaker: present = UNKNOWN_PARTY }: Utterance,
): { speaker?: Id } {
  return speaker === undefined || speaker === present ? {} : { speaker };
}

/** The planned utterances with the old events between them, and the places that they have then. */
function withEvents(
  planned: readonly PlannedUtterance[],
  list: readonly Utterance[],
): { readonly utterances: readonly PlannedUtterance[]; readonly shifted: readonly number[] } {
  const holders = new Map<number, number>();
  for (const [index, { old }] of planned.entries()) if (old !== undefined) holders.set(old, index);
  /** Events by the place among the planned that they stand behind; -1 is the beginning. */
  const behind = new Map<number, PlannedUtterance[]>();
  let place = -1;
  for (const [old, utterance] of list.entries()) {
    if (utterance.text !== undefined) place = holders.get(old) ?? place;
    else append(behind, place, { old, utterance });
  }
  const utterances: PlannedUtterance[] = [...(behind.get(-1) ?? [])];
  const shifted: number[] = [];
  for (const [index, one] of planned.entries()) {
    shifted.push(utterances.length);
    pushAll(utterances, [one, ...(behind.get(index) ?? [])]);
  }
  return { utterances, shifted };
}
