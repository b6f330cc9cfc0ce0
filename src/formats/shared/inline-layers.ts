/** One transcript that carries what its layers hold, for formats of one file. */
import {
  type Annotation,
  type Layer,
  TALK_FACTS,
  type TalkFacts,
  type Transcript,
} from '../../core/model/model.ts';
import { sameValue } from '../../core/model/same-value.ts';
import type { Conversation, Loss } from '../format.ts';
import { Losses } from '../losses/losses.ts';

/** Annotations keep the creator of their layer; the transcript's own entries come first. */
export function inlineLayers({ transcript, layers }: Conversation): Transcript {
  if (layers.length === 0) return transcript;
  const all = [transcript, ...layers];
  return {
    ...transcript,
    ...factsOf(all),
    parties: merged(all.map(contents => contents.parties)),
    sources: merged(all.map(contents => contents.sources)),
    statements: all.flatMap(contents => contents.statements),
    claims: all.flatMap(contents => contents.claims),
    annotations: [...transcript.annotations, ...layers.flatMap(annotationsOf)],
  };
}

/** Facts about the talk: those of the transcript, else of the first layer. */
function factsOf(all: readonly TalkFacts[]): TalkFacts {
  return Object.fromEntries(
    TALK_FACTS.flatMap(name => {
      const value = all.find(contents => contents[name] !== undefined)?.[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function annotationsOf({ annotations, creator }: Layer): readonly Annotation[] {
  return creator === undefined ? annotations : annotations.map(annotation => ({ creator, ...annotation }));
}

/** The first declaration of an id counts. */
function merged<V>(maps: readonly ReadonlyMap<string, V>[]): ReadonlyMap<string, V> {
  return new Map(maps.toReversed().flatMap(map => [...map]));
}

/**
 * What layers lose when they move into the transcript: everything but their entries and facts about the talk that they
 * alone have, and their creators unless an annotation keeps them. The reference to the transcript is no loss.
 */
export function lossesOfInlining({ transcript, layers }: Conversation): readonly Loss[] {
  const losses = new Losses();
  const inlined = inlineLayers({ transcript, layers });
  for (const layer of layers) {
    if (layer.title !== undefined) losses.add('title of layers');
    if (layer.creator !== undefined && layer.annotations.length === 0) losses.add('creator of layers');
    for (const name of TALK_FACTS)
      if (layer[name] !== undefined && !sameValue(layer[name], inlined[name]))
        losses.add(`${name} of layers`);
    if (layer.conflict !== undefined) losses.add('conflict of layers');
    losses.add('extensions of layers', layer.extensions.size);
    losses.add('parties', redeclared(layer.parties, inlined.parties));
    losses.add('sources', redeclared(layer.sources, inlined.sources));
  }
  return losses.list();
}

/** How many entries gave way to an earlier declaration of their id that says something else. */
function redeclared(own: ReadonlyMap<string, object>, kept: ReadonlyMap<string, object>): number {
  let count = 0;
  for (const [id, entry] of own) if (!sameValue(entry, kept.get(id))) count++;
  return count;
}
