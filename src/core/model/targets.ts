/** Resolves the `target` of an annotation or claim. */
import { latePattern } from '../lazily.ts';
import { getOrMake } from '../maps.ts';
import { type Document, documentsOf, type Entry, EntryIndex, entriesOf, type Project } from './project.ts';
import { ID_PATTERN } from './vocabulary.ts';

/** A target as it is written. */
export type Target =
  | { readonly kind: 'transcript' }
  | { readonly kind: 'id'; readonly id: string }
  /** `u2..u5`: from one utterance to another, both included, in the order of the transcript. */
  | { readonly kind: 'range'; readonly first: string; readonly last: string }
  /** `layer#id`: an entry of the layer whose file has that base name, with or without its extension. */
  | { readonly kind: 'layer'; readonly layer: string; readonly id: string };

type TargetFault =
  | 'malformed'
  | 'unknown-id'
  | 'unknown-layer'
  /** Parties and sources are not annotated. */
  | 'wrong-kind'
  /** An end of a range is something else. */
  | 'not-an-utterance'
  | 'backwards';

export type Resolution =
  | { readonly found: 'transcript' }
  /** More than one entry only for a range. An utterance without an id has an empty one here. */
  | { readonly found: 'entries'; readonly entries: readonly Entry[] }
  /** `part` is the piece of the target that is at fault. */
  | { readonly found: 'nothing'; readonly fault: TargetFault; readonly part: string };

const ID = ID_PATTERN.slice(1, -1);
/** Built only for a target that is not an id of the project, which is rare. */
const layerAndId = latePattern(`^(.+)#(${ID})$`);
const range = latePattern(`^(${ID})\\.\\.(${ID})$`);
const onlyId = latePattern(`^${ID}$`);

/** Reads one target; undefined if it has none of the forms above. */
export function parseTarget(text: string): Target | undefined {
  if (text === 'transcript') return { kind: 'transcript' };
  if (onlyId().test(text)) return { kind: 'id', id: text };
  const [, layer, id] = layerAndId().exec(text) ?? [];
  if (layer !== undefined && id !== undefined) return { kind: 'layer', layer, id };
  const [, first, last] = range().exec(text) ?? [];
  return first !== undefined && last !== undefined ? { kind: 'range', first, last } : undefined;
}

/** Resolves targets within a project; each written form is looked up once. */
export class TargetResolver {
  readonly #project: Project;
  readonly #index: EntryIndex;
  readonly #resolved = new Map<string, Resolution>();
  readonly #ownEntries = new Map<Document, ReadonlyMap<string, Entry>>();

  constructor(project: Project, index: EntryIndex = new EntryIndex(project)) {
    this.#project = project;
    this.#index = index;
  }

  resolve(text: string): Resolution {
    return getOrMake(this.#resolved, text, () => this.#lookUp(text));
  }

  #lookUp(text: string): Resolution {
    // Nearly all targets are ids, and an id has no other form.
    const named = text === 'transcript' ? undefined : this.#index.get(text);
    if (named !== undefined) return asTarget(named, text);
    const target = parseTarget(text);
    switch (target?.kind) {
      case 'transcript':
        return { found: 'transcript' };
      case 'id':
        return nothing('unknown-id', target.id);
      case 'range':
        return this.#range(target.first, target.last);
      case 'layer':
        return this.#inLayer(target.layer, target.id);
      default:
        return nothing('malformed', text);
    }
  }

  #range(first: string, last: string): Resolution {
    const ends: number[] = [];
    for (const id of [first, last]) {
      const entry = this.#index.get(id);
      if (entry === undefined) return nothing('unknown-id', id);
      if (entry.kind !== 'utterance') return nothing('not-an-utterance', id);
      ends.push(Number(entry.path[1]));
    }
    const [from, to] = ends as [number, number];
    if (from > to) return nothing('backwards', `${first}..${last}`);
    const document = this.#project.transcript;
    const entries = document.value.utterances.slice(from, to + 1).map(
      (utterance, offset): Entry => ({
        id: utterance.id ?? '',
        kind: 'utterance',
        value: utterance,
        document,
        path: ['utterances', from + offset],
      }),
    );
    return { found: 'entries', entries };
  }

  #inLayer(layer: string, id: string): Resolution {
    const documents = documentsOf(this.#project).filter(document => isNamed(document, layer));
    if (documents.length === 0) return nothing('unknown-layer', layer);
    const entry = documents
      .map(document => this.#entriesIn(document).get(id))
      .find(found => found !== undefined);
    return asTarget(entry, id);
  }

  #entriesIn(document: Document): ReadonlyMap<string, Entry> {
    return getOrMake(
      this.#ownEntries,
      document,
      () => new Map(entriesOf(document).map(entry => [entry.id, entry])),
    );
  }
}

function asTarget(entry: Entry | undefined, id: string): Resolution {
  if (entry === undefined) return nothing('unknown-id', id);
  if (entry.kind === 'party' || entry.kind === 'source') return nothing('wrong-kind', id);
  return { found: 'entries', entries: [entry] };
}

function nothing(fault: TargetFault, part: string): Resolution {
  return { found: 'nothing', fault, part };
}

/** `reader` is the layer in `reader.layer.yaml` or `reader.yaml`. */
function isNamed(document: Document, layer: string): boolean {
  const base = document.file.slice(document.file.lastIndexOf('/') + 1);
  const stem = base.replace(/\.[^.]+$/, '');
  return layer === base || layer === stem || layer === stem.replace(/\.layer$/, '');
}
