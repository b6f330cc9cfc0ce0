/** One transcript that carries what its layers hold, for formats of one file. */
import type { Annotation, Layer, Transcript } from '../../core/model/model.ts';
import type { Conversation } from '../format.ts';

/** Annotations keep the creator of their layer; the transcript's own entries come first. */
export function inlineLayers({ transcript, layers }: Conversation): Transcript {
  if (layers.length === 0) return transcript;
  const all = [transcript, ...layers];
  return {
    ...transcript,
    parties: merged(all.map(contents => contents.parties)),
    sources: merged(all.map(contents => contents.sources)),
    statements: all.flatMap(contents => contents.statements),
    claims: all.flatMap(contents => contents.claims),
    annotations: [...transcript.annotations, ...layers.flatMap(annotationsOf)],
  };
}

function annotationsOf({ annotations, creator }: Layer): readonly Annotation[] {
  return creator === undefined ? annotations : annotations.map(annotation => ({ creator, ...annotation }));
}

/** The first declaration of an id counts. */
function merged<V>(maps: readonly ReadonlyMap<string, V>[]): ReadonlyMap<string, V> {
  return new Map(maps.toReversed().flatMap(map => [...map]));
}
