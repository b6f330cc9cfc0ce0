/** An older version of a transcript as it stands beside the present one: what `reanchor` says of each anchor between the two. */

import type { OlderText } from '../anchor/anchor-state.ts';
import { type Anchored, isClaim } from '../anchor/anchors.ts';
import type { ReanchorOptions } from '../anchor/reanchor.ts';
import { changedWords } from '../diff/changed-words.ts';
import { lazily } from '../lazily.ts';
import type { Transcript } from '../model/model.ts';
import { type Document, documentsOf, type Project } from '../model/project.ts';
import { fewOf } from '../text/list-of.ts';
import { wasCompared } from './acceptance.ts';
import { carryLayer } from './carry-layer.ts';
import type { CarriedPlacement, Outcome } from './outcome.ts';
import { versionsOf } from './target-versions.ts';

/** The verdicts on what a project says now; nothing is compared before one of them is asked for. */
export function olderText(
  old: Document<Transcript>,
  fresh: Project,
  options: ReanchorOptions = {},
): OlderText {
  const outcomes = lazily(() => outcomesOf(old, fresh, options));
  const outcomeOf = (entry: Anchored) =>
    outcomes().get(keyOf(isClaim(entry) ? 'claim' : 'annotation', entry.id));
  return {
    verdictOf: entry => outcomeOf(entry)?.placement.verdict,
    carried(entry) {
      const outcome = outcomeOf(entry);
      if (outcome?.placement.verdict !== 'exact' || outcome.state === 'left') return undefined;
      return { ...entry, ...outcome.after } as Anchored;
    },
    changeOf(entry) {
      const placement = outcomeOf(entry)?.placement;
      return placement === undefined ? undefined : changeIn(placement);
    },
  };
}

/** By kind and id; where an id is declared twice the first declaration counts. */
function outcomesOf(
  old: Document<Transcript>,
  fresh: Project,
  options: ReanchorOptions,
): ReadonlyMap<string, Outcome> {
  const versions = versionsOf(old, fresh.transcript, fresh.layers, options);
  const found = new Map<string, Outcome>();
  for (const { value } of documentsOf(fresh))
    for (const outcome of carryLayer(value, versions)) {
      const key = keyOf(outcome.kind, outcome.id);
      if (!found.has(key)) found.set(key, outcome);
    }
  return found;
}

function keyOf(kind: Outcome['kind'], id: string): string {
  return `${kind} ${id}`;
}

const MOST_CHANGES = 3;
const MOST_WORDS = 12;

/** "six, now seven": the words that changed, at most three runs of twelve words each. */
function changeIn(placement: CarriedPlacement): string | undefined {
  const { verdict, change } = placement;
  if (verdict !== 'edited' || change === undefined || !wasCompared(placement)) return undefined;
  const changes = changedWords(change.old, change.new).map(({ old, new: now }) => {
    const [was, is] = [shortened(old), shortened(now)];
    if (was === '') return `now ${is}`;
    return `${was}, now ${is === '' ? 'gone' : is}`;
  });
  return changes.length === 0 ? undefined : fewOf(changes, MOST_CHANGES, '; ');
}

function shortened(text: string): string {
  const words = text.trim().split(/\s+/u);
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : words.join(' ');
}
