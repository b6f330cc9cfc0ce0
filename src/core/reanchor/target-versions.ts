/** What targets name in two versions of a transcript, with the same layers beside each. */

import { isSpeech, pinMatches } from '../anchor/pin.ts';
import type { Annotation, Layer, Transcript } from '../model/model.ts';
import type { Document, Entry, Project } from '../model/project.ts';
import { TargetResolver } from '../model/targets.ts';

export class Versions {
  readonly old: Document<Transcript>;
  readonly new: Document<Transcript>;
  readonly #old: TargetResolver;
  readonly #new: TargetResolver;

  constructor(old: Document<Transcript>, fresh: Document<Transcript>, layers: readonly Document<Layer>[]) {
    this.old = old;
    this.new = fresh;
    const resolver = (transcript: Document<Transcript>) => {
      const project: Project = { transcript, layers };
      return new TargetResolver(project);
    };
    this.#old = resolver(old);
    this.#new = resolver(fresh);
  }

  /** The entries that targets name in the old version; undefined where one names nothing. */
  inOld(targets: readonly string[]): readonly Entry[] | undefined {
    return entriesOf(targets, this.#old);
  }

  /** The entries that targets name in the new version; undefined where one names nothing. */
  inNew(targets: readonly string[]): readonly Entry[] | undefined {
    return entriesOf(targets, this.#new);
  }

  /** Whether a pinned annotation was made on the words that its targets have in a version. */
  isPinnedTo(version: 'old' | 'new', { pin, target }: Pick<Annotation, 'pin' | 'target'>): boolean {
    const entries = version === 'old' ? this.inOld(target) : this.inNew(target);
    return pin !== undefined && entries?.some(isSpeech) === true && pinMatches(pin, entries);
  }
}

function entriesOf(targets: readonly string[], resolver: TargetResolver): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const target of targets) {
    const resolution = resolver.resolve(target);
    if (resolution.found === 'nothing') return undefined;
    if (resolution.found === 'entries') entries.push(...resolution.entries);
  }
  return entries;
}
