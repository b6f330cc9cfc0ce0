/** What targets name in two versions of a transcript, with the same layers beside each. */

import { anchorState, type PresentText } from '../anchor/anchor-state.ts';
import { type Anchored, aimsOf } from '../anchor/anchors.ts';
import { isSpeech, pinMatches, pinMatchesSentences } from '../anchor/pin.ts';
import type { Placement } from '../anchor/placement.ts';
import { type Placing, placing, type ReanchorOptions } from '../anchor/reanchor.ts';
import { lazily } from '../lazily.ts';
import { pushAll } from '../long-lists.ts';
import type { AnchorState } from '../model/anchor-state.ts';
import type { Annotation, Layer, Transcript } from '../model/model.ts';
import { type Document, documentsOf, type Entry, type Project } from '../model/project.ts';
import { TargetResolver } from '../model/targets.ts';
import { presentText } from '../standing/present-text.ts';
import type { Speakers } from '../who-speaks/speakers.ts';

export class Versions {
  readonly old: Document<Transcript>;
  readonly new: Document<Transcript>;
  readonly options: ReanchorOptions;
  readonly #placing: () => Placing;
  readonly #old: TargetResolver;
  readonly #new: TargetResolver;
  readonly #newText: PresentText;

  constructor(
    old: Document<Transcript>,
    fresh: Document<Transcript>,
    layers: readonly Document<Layer>[],
    options: ReanchorOptions = {},
  ) {
    this.old = old;
    this.new = fresh;
    this.options = options;
    this.#placing = lazily(() => placing(old.value, fresh.value, options));
    const project = (transcript: Document<Transcript>): Project => ({ transcript, layers });
    this.#old = new TargetResolver(project(old));
    this.#new = new TargetResolver(project(fresh));
    const annotations = () => documentsOf(project(fresh)).flatMap(({ value }) => value.annotations);
    this.#newText = presentText(annotations, this.#new);
  }

  /** The placements in the new version of what is on utterances; they are compared when the first is asked for. */
  placementsOf(annotations: readonly Annotation[]): Placement[] {
    return this.#placing().place(annotations);
  }

  /** Who of the old version is who in the new one. */
  get speakers(): Speakers {
    return this.#placing().speakers;
  }

  /** The entries that targets name in the old version; undefined where one names nothing. */
  inOld(targets: readonly string[]): readonly Entry[] | undefined {
    return entriesOf(targets, this.#old);
  }

  /** The entries that targets name in the new version; undefined where one names nothing. */
  inNew(targets: readonly string[]): readonly Entry[] | undefined {
    return entriesOf(targets, this.#new);
  }

  /** What targets name in the new version, as far as the files at hand tell. */
  namedInNew(targets: readonly string[]): readonly Entry[] {
    return this.inNew(this.#known(targets)) ?? [];
  }

  /** Whether a pinned entry was made on the words that its targets have in a version. */
  isPinnedTo(version: 'old' | 'new', { pin, target = [] }: Pick<Anchored, 'pin' | 'target'>): boolean {
    const known = this.#known(target);
    const entries = version === 'old' ? this.inOld(known) : this.inNew(known);
    return pin !== undefined && entries?.some(isSpeech) === true && pinMatches(pin, entries);
  }

  /** Targets without those that name nothing in either version: they are in a file that is not at hand. */
  #known(targets: readonly string[]): readonly string[] {
    const isKnown = (target: string) =>
      this.inOld([target]) !== undefined || this.inNew([target]) !== undefined;
    return targets.every(isKnown) ? targets : targets.filter(isKnown);
  }

  /** As {@link isPinnedTo} the old version, or to one that differs from it far from the quote. */
  wasMadeOnOld(entry: Anchored): boolean {
    if (this.isPinnedTo('old', entry)) return true;
    const { quote } = aimsOf(entry, this.#old);
    return (
      entry.pin !== undefined &&
      quote?.verdict === 'exact' &&
      pinMatchesSentences(entry.pin, quote.place) &&
      this.inOld(entry.target ?? []) !== undefined
    );
  }

  /** Whether an annotation is withdrawn or superseded. */
  isEnded(annotation: Annotation): boolean {
    return this.#newText.isEnded(annotation);
  }

  /** The state of an anchor in the new version, by its text alone and as far as the files at hand tell. */
  stateInNew(entry: Anchored): AnchorState {
    return anchorState({ ...entry, target: this.#known(entry.target ?? []) } as Anchored, this.#newText);
  }
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
