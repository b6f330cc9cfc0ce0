/** Where evidence comes from in the end: sources of one origin are one source. */
import { pushAll } from '../long-lists.ts';
import { compareText } from '../model/finding.ts';
import type { Annotation, Id, Source, Statement, Utterance } from '../model/model.ts';

/** Origins by the key under which two are the same, each as it is written. */
export type OriginSet = ReadonlyMap<string, string>;

/** A chain of sources longer than this is taken for one without an end. */
const MAX_STEPS = 100;

/** What sources, statements and utterances are looked up by. */
export interface Documents {
  source(id: Id): Source | undefined;
  speech(id: Id): Utterance | Statement | undefined;
}

export type Origins = ReturnType<typeof originsIn>;

export function originsIn(documents: Documents) {
  /** The origins of all that a stance cites. What it cites and nobody declares is no evidence. */
  function ofStance({ sources = [] }: Annotation): OriginSet {
    return joined(sources.map(({ source }) => ofCited(source)));
  }

  /** The origins of a source, statement or utterance; none where the id names nothing of the kind. */
  function ofCited(id: Id): OriginSet {
    const speech = documents.speech(id);
    if (speech !== undefined) return ofSpeech(speech);
    return documents.source(id) === undefined ? NONE : ofSource(id);
  }

  /** The origins of the source in which it is reported; of itself, where none is named. */
  function ofSpeech({ source, id }: Utterance | Statement): OriginSet {
    if (source !== undefined) return ofSource(source);
    return id === undefined ? NONE : new Map([[id, id]]);
  }

  /** Who speaks in a statement or utterance that is cited. */
  function speakerOf(cited: Id): Id | undefined {
    return documents.speech(cited)?.speaker;
  }

  /** What is written as `origin`, or the sources that derive from no other. */
  function ofSource(id: Id): OriginSet {
    const origins = new Map<string, string>();
    const seen = new Set<Id>();
    const queue = [id];
    for (let next = queue.pop(); next !== undefined && seen.size < MAX_STEPS; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const source = documents.source(next);
      const parents = source?.['derived-from'] ?? [];
      const origin = source?.origin?.trim() || undefined;
      if (origin !== undefined) origins.set(origin.toLowerCase(), origin);
      else if (parents.length === 0) origins.set(next, next);
      else pushAll(queue, parents);
    }
    // Sources that derive from each other are one source, whichever of them is cited.
    const [first] = [...seen].sort(compareText);
    return origins.size === 0 ? new Map([[first!, first!]]) : origins;
  }

  return { ofStance, ofCited, ofSpeech, speakerOf };
}

const NONE: OriginSet = new Map();

/** The origins that are not among those already known. */
export function without(origins: OriginSet, known: OriginSet): OriginSet {
  return new Map([...origins].filter(([key]) => !known.has(key)));
}

export function joined(sets: readonly OriginSet[]): OriginSet {
  return new Map(sets.flatMap(set => [...set]));
}
