/** What the passages of a claim say of who spoke, and through whom the words reached us. */

import { speechAt } from '../anchor/pin.ts';
import { lazily } from '../lazily.ts';
import type { Id, Party, Source, Speech } from '../model/model.ts';
import type { Anchor } from '../model/view.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { joined, type Origins } from '../standing/origins.ts';
import type { Passages } from '../standing/question.ts';
import { fold } from '../text/fold-text.ts';

export interface Publishing {
  readonly parties: ReadonlyMap<Id, Party>;
  readonly sources: ReadonlyMap<Id, Source>;
  readonly origins: Origins;
}

export function passagesOf(anchors: readonly Anchor[], publishing: Publishing): Passages {
  const speeches = [...new Set(anchors.flatMap(anchor => speechAt(anchor) ?? []))];
  const speakers = new Set(speeches.flatMap(({ speaker }) => speaker ?? []));
  speakers.delete(UNKNOWN_PARTY);
  return {
    speakers,
    possibleSpeakers: new Set([...speakers, ...speeches.flatMap(({ alternatives = [] }) => alternatives)]),
    origins: lazily(() => joined(speeches.map(speech => publishing.origins.ofSpeech(speech)))),
    isOnlySource(party) {
      const [source, via] = [
        common(speeches.map(({ source: own }) => own)),
        common(speeches.map(onlyReporter)),
      ];
      // Reports reach us through a party, or through a source that a party published.
      return via === party || [source, via].some(id => published(party, id, publishing));
    },
  };
}

/** The value that all have; undefined where there is none, or one has another. */
function common(ids: readonly (Id | undefined)[]): Id | undefined {
  return ids.every(id => id === ids[0]) ? ids[0] : undefined;
}

function onlyReporter({ via = [] }: Speech): Id | undefined {
  return via.length === 1 ? via[0] : undefined;
}

/** A `publisher` is text: the id of a party, its name or an alias. */
function published(party: Id, source: Id | undefined, { parties, sources }: Publishing): boolean {
  const publisher = source === undefined ? undefined : sources.get(source)?.publisher;
  if (publisher === undefined) return false;
  const { name, aliases = [] } = parties.get(party) ?? {};
  const wanted = folded(publisher);
  return (
    publisher === party || [name, ...aliases].some(form => form !== undefined && folded(form) === wanted)
  );
}

function folded(name: string): string {
  return fold(name.trim()).text.toLowerCase();
}
