/** What targets name in two versions of a transcript, with the same layers beside each. */

import { anchorState } from '../anchor/anchor-state.ts';
import { type Anchored, aimsOf } from '../anchor/anchors.ts';
import { isSpeech, pinMatches, pinMatchesSentences } from '../anchor/pin.ts';
import type { Placement } from '../anchor/placement.ts';
import { placing, type ReanchorOptions } from '../anchor/reanchor.ts';
import { lazily } from '../lazily.ts';
import { pushAll } from '../long-lists.ts';
import type { AnchorState } from '../model/anchor-state.ts';
import type { Annotation, Layer, Transcript } from '../model/model.ts';
import { type Document, documentsOf, type Entry, type Project } from '../model/project.ts';
import { TargetResolver } from '../model/targets.ts';
import { presentText } from '../standing/present-text.ts';

export type Versions = ReturnType<typeof versionsOf>;

export function versionsOf(
  old: Document<Transcript>,
  fresh: Document<Transcript>,
  layers: readonly Document<Layer>[],
  options: ReanchorOptions = {},
) {
  const placed = lazily(() => placing(old.value, fresh.value, options));
  const project = (transcript: Document<Transcript>): Project => ({ transcript, layers });
  const oldTargets = new TargetResolver(project(old));
  const newTargets = new TargetResolver(project(fresh));
  const annotations = () => documentsOf(project(fresh)).flatMap(({ value }) => value.annotations);
  const newText = presentText(annotations, newTargets);

  /** The placements in the new version of what is on utterances; they are compared when the first is asked for. */
  function placementsOf(annotations: readonly Annotation[]): Placement[] {
    return placed().place(annotations);
  }

  /** The entries that targets name in the old version; undefined where one names nothing. */
  function inOld(targets: readonly string[]): readonly Entry[] | undefined {
    return entriesOf(targets, oldTargets);
  }

  /** The entries that targets name in the new version; undefined where one names nothing. */
  function inNew(targets: readonly string[]): readonly Entry[] | undefined {
    return entriesOf(targets, newTargets);
  }

  /** What targets name in the new version, as far as the files at hand tell. */
  function namedInNew(targets: readonly string[]): readonly Entry[] {
    return inNew(known(targets)) ?? [];
  }

  /** Whether a pinned entry was made on the words that its targets have in a version. */
  function isPinnedTo(
    version: 'old' | 'new',
    { pin, target = [] }: Pick<Anchored, 'pin' | 'target'>,
  ): boolean {
    const named = known(target);
    const entries = version === 'old' ? inOld(named) : inNew(named);
    return pin !== undefined && entries?.some(isSpeech) === true && pinMatches(pin, entries);
  }

  /** Targets without those that name nothing in either version: they are in a file that is not at hand. */
  function known(targets: readonly string[]): readonly string[] {
    const isKnown = (target: string) => inOld([target]) !== undefined || inNew([target]) !== undefined;
    return targets.every(isKnown) ? targets : targets.filter(isKnown);
  }

  /** As {@link isPinnedTo} the old version, or to one that differs from it far from the quote. */
  function wasMadeOnOld(entry: Anchored): boolean {
    if (isPinnedTo('old', entry)) return true;
    const { quote } = aimsOf(entry, oldTargets);
    return (
      entry.pin !== undefined &&
      quote?.verdict === 'exact' &&
      pinMatchesSentences(entry.pin, quote.place) &&
      inOld(entry.target ?? []) !== undefined
    );
  }

  /** Whether an annotation is withdrawn or superseded. */
  function isEnded(annotation: Annotation): boolean {
    return newText.isEnded(annotation);
  }

  /** The state of an anchor in the new version, by its text alone and as far as the files at hand tell. */
  function stateInNew(entry: Anchored): AnchorState {
    return anchorState({ ...entry, target: known(entry.target ?? []) } as Anchored, newText);
  }

  return {
    old,
    new: fresh,
    options,
    /** Who of the old version is who in the new one. */
    get speakers() {
      return placed().speakers;
    },
    placementsOf,
    inOld,
    inNew,
    namedInNew,
    isPinnedTo,
    wasMadeOnOld,
    isEnded,
    stateInNew,
  };
}

function entriesOf(targets: readonly string[], resolver: TargetResolver): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const target of targets) {
    const resolution = resolver.resolve(target);
    if (resolution.found === 'nothing') return undefined;
    if (resolution.found === 'entries') pushAll(entries, resolution.entries);
  }
  return entries;
}
