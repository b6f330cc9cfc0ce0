/** Changes that a review should stop: standings lost, and transitions that the meaning of a standing forbids. */

import { UNKNOWN_DATE } from '../dates/date.ts';
import { given } from '../given.ts';
import { type Annotation, type Id, isStance } from '../model/model.ts';
import { documentsOf } from '../model/project.ts';
import { annotationsOf, isKnown, type Standing, type View, type WeighedStance } from '../model/view.ts';
import type { StandingName } from '../model/vocabulary.ts';
import type { Alarm, AlarmReason } from './changes.ts';
import { claimSummary, type StandingPair } from './standings.ts';

/** Ranks the support of a standing; partly affirmed ranks below affirmed. */
const STRENGTH: Partial<Record<StandingName, number>> = {
  qualified: 1,
  acknowledged: 2,
  corroborated: 3,
  confirmed: 4,
};

/** Alarms of the change from one view to the other: those of standings in the order of `pairs`, then deleted stances. */
export function alarmsOf(oldView: View, newView: View, pairs: readonly StandingPair[]): Alarm[] {
  const annotations = new Map<Id, Annotation>();
  for (const document of documentsOf(newView.project))
    for (const annotation of document.value.annotations) annotations.set(annotation.id, annotation);
  const waiting = new Set<Id>();
  for (const { annotation, state } of annotationsOf(newView))
    if (state.state === 'waits') waiting.add(annotation.id);
  const alarms = pairs.flatMap(pair => alarmsOfStanding(pair, annotations, waiting));
  for (const { annotation } of annotationsOf(oldView)) {
    if (!isStance(annotation) || annotations.has(annotation.id)) continue;
    alarms.push({ kind: 'forbidden-transition', reason: 'stance-deleted', stances: [annotation.id] });
  }
  return alarms;
}

/** @param waiting ids of the annotations of the new view that wait for a person. */
function alarmsOfStanding(
  pair: StandingPair,
  annotations: ReadonlyMap<Id, Annotation>,
  waiting: ReadonlySet<Id>,
): Alarm[] {
  const alarms: Alarm[] = [];
  const raise = (kind: Alarm['kind'], reason: AlarmReason, stances: readonly WeighedStance[]) =>
    alarms.push({
      kind,
      reason,
      claim: claimSummary(pair.claim),
      ...given({ reading: pair.reading, old: pair.old?.name, new: pair.new?.name }),
      stances: stances.map(({ stance }) => stance.annotation.id),
    });

  if (strength(pair.old) > strength(pair.new))
    raise(
      'standing-lost',
      'affirmation-lost',
      counting(pair.old, pair.old?.name === 'qualified' ? 'qualifies' : 'affirms'),
    );

  if (pair.new?.name === 'confirmed' && pair.old?.name !== 'confirmed') {
    const confirming = counting(pair.new, 'affirms').filter(
      ({ stance }) => stance.annotation.tag === 'confirmed',
    );
    if (!confirming.some(({ stance }) => isWholeAct(stance.annotation, pair.claim.aspect)))
      raise('forbidden-transition', 'confirmed-without-act', confirming);
  }

  // A standing that waits for a person is not a transition yet: no contest and no review was taken back.
  if (pair.new?.name === 'unsettled') return alarms;
  const dropped = counting(pair.old, 'contests').filter(({ stance }) => !isSettled(stance.annotation.id));
  if (counting(pair.new, 'contests').length === 0 && dropped.length > 0)
    raise('forbidden-transition', 'contest-dropped', dropped);

  if (pair.new?.name === 'unreviewed' && (pair.old?.name ?? 'unreviewed') !== 'unreviewed' && !isEarlier())
    raise('forbidden-transition', 'back-to-unreviewed', pair.old?.stances ?? []);
  return alarms;

  /** The new view looks at an earlier date: nothing was taken back. */
  function isEarlier(): boolean {
    return pair.new?.stances.some(({ stance }) => !isKnown(stance)) ?? false;
  }

  /** The contest is still there, and waits for a person, or its own file or the view's date says why it does not count. */
  function isSettled(id: Id): boolean {
    const weighed = pair.new?.stances.find(({ stance }) => stance.annotation.id === id);
    return (
      waiting.has(id) ||
      weighed?.replacedBy !== undefined ||
      weighed?.stance.dead !== undefined ||
      annotations.get(id)?.withdrawn !== undefined
    );
  }
}

function strength(standing: Standing | undefined): number {
  return (standing && STRENGTH[standing.name]) ?? 0;
}

function counting(standing: Standing | undefined, side: WeighedStance['counts']): WeighedStance[] {
  return standing?.stances.filter(({ counts }) => counts === side) ?? [];
}

/** Whether a stance may confirm: it names who, when, the aspect, the words and the place in a source. */
function isWholeAct(stance: Annotation, claimAspect: string | undefined): boolean {
  return (
    stance.by !== undefined &&
    stance.when !== undefined &&
    stance.when !== UNKNOWN_DATE &&
    (stance.aspect ?? claimAspect) !== undefined &&
    stance.wording !== undefined &&
    stance.characterised !== true &&
    (stance.sources ?? []).some(source => source.at !== undefined)
  );
}
