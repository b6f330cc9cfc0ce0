/** A transcript with the layers read beside it, and what its ids stand for. */
import type { Path, Place } from './finding.ts';
import type {
  Annotation,
  Claim,
  EntryKind,
  Id,
  Layer,
  Party,
  Source,
  Statement,
  Transcript,
  Utterance,
} from './model.ts';
import type { SourceText, Span } from './span.ts';
import { type TagGroup, type TagInfo, tagGroup } from './vocabulary.ts';

/**
 * A file that was read. `locate` answers where a node stands in `source`; a path that leads to nothing gives the
 * nearest enclosing node.
 */
export interface Document<T extends Transcript | Layer = Transcript | Layer> {
  /** Name as given or found, relative to the working directory, with `/` between folders. */
  readonly file: string;
  readonly source: SourceText;
  readonly value: T;
  /** Set for a transcript that is not one of our files and is used where it lies. */
  readonly format?: OtherFormat;
  locate(path: Path, part?: 'key' | 'value'): Span;
  /**
   * Where some words of the text at a path stand in `source`: quotes, escapes, folds and indentation are no part of the text.
   * Gives the place of the whole text where the words cannot be told apart. Absent where nothing has a place.
   *
   * @param words UTF-16 offsets in the text.
   */
  locateWords?(path: Path, text: string, words: readonly Span[]): Promise<readonly Span[]>;
}

/** A format of others: its id, such as `webvtt`, and what a file of it is in a sentence, such as "WebVTT". */
interface OtherFormat {
  readonly id: string;
  readonly name: string;
}

export function isTranscript(document: Document): document is Document<Transcript> {
  return document.value.kind === 'transcript';
}

export function isLayer(document: Document): document is Document<Layer> {
  return document.value.kind === 'layer';
}

export interface Project {
  readonly transcript: Document<Transcript>;
  readonly layers: readonly Document<Layer>[];
  /** The project's own tags, beside those of the format. */
  readonly tags?: ReadonlyMap<string, TagInfo> | undefined;
}

/** The group of a tag, of the format or of the project; undefined if neither has it. */
export function tagGroupIn({ tags }: Project, tag: string): TagGroup | undefined {
  return tagGroup(tag) ?? tags?.get(tag)?.group;
}

export type EntryValue = Party | Source | Utterance | Statement | Claim | Annotation;

/** The entry of an id, and the place of its declaration. */
export interface Entry<V extends EntryValue = EntryValue> {
  readonly id: Id;
  readonly kind: EntryKind;
  readonly value: V;
  readonly document: Document;
  readonly path: Path;
}

export function placeOf(entry: Entry, ...more: (string | number)[]): Place {
  return { file: entry.document.file, path: [...entry.path, ...more] };
}

/** The documents of a project, the transcript first. */
export function documentsOf(project: Project): readonly Document[] {
  return [project.transcript, ...project.layers];
}

/** Joins the lists of all documents in order; does not copy if there is only one document. */
export function joinedLists<T>(project: Project, listOf: (document: Document) => readonly T[]): readonly T[] {
  const { transcript, layers } = project;
  return layers.length === 0 ? listOf(transcript) : documentsOf(project).flatMap(listOf);
}

/** Every entry of a project in the order of its documents. */
export function entriesIn(project: Project): readonly Entry[] {
  return joinedLists(project, entriesOf);
}

/** Every entry of a document in the order of its kinds and of the file; entries without an id are left out. */
export function entriesOf(document: Document): Entry[] {
  const { value } = document;
  const entries: Entry[] = [];
  for (const [id, party] of value.parties)
    entries.push({ id, kind: 'party', value: party, document, path: ['parties', id] });
  for (const [id, source] of value.sources)
    entries.push({ id, kind: 'source', value: source, document, path: ['sources', id] });
  for (const [key, kind, list] of listsOf(document)) {
    for (let index = 0; index < list.length; index++) {
      const item = list[index]!;
      if (item.id !== undefined)
        entries.push({ id: item.id, kind, value: item, document, path: [key, index] });
    }
  }
  return entries;
}

function listsOf({ value }: Document) {
  return [
    ['utterances', 'utterance', value.kind === 'transcript' ? value.utterances : []],
    ['statements', 'statement', value.statements],
    ['claims', 'claim', value.claims],
    ['annotations', 'annotation', value.annotations],
  ] as const;
}

/** The entries that some ids stand for: of a long record only as much is looked through as they take. */
function entriesNamed(project: Project, ids: ReadonlySet<Id>): ReadonlyMap<Id, Entry> {
  const entries = new Map<Id, Entry>();
  const sought = new Set(ids);
  for (const document of documentsOf(project)) {
    for (const kind of ['party', 'source'] as const) {
      const key = kind === 'party' ? 'parties' : 'sources';
      for (const [id, value] of document.value[key])
        if (sought.delete(id)) entries.set(id, { id, kind, value, document, path: [key, id] });
    }
    for (const [key, kind, list] of listsOf(document))
      for (let index = 0; index < list.length && sought.size > 0; index++) {
        const value = list[index]!;
        const { id } = value;
        if (id !== undefined && sought.has(id)) {
          sought.delete(id);
          entries.set(id, { id, kind, value, document, path: [key, index] });
        }
      }
  }
  return entries;
}

/** Ids of a project. Where an id is declared twice, the first declaration counts; `check` reports the second. */
export class EntryIndex {
  // No functions made here: V8 keeps those of a class with private fields, and the project with them, much too long.
  readonly #project: Project;
  readonly #entries: readonly Entry[] | undefined;
  readonly #expected: ReadonlySet<Id>;
  #everyEntry: ReadonlyMap<Id, Entry> | undefined;
  #someEntries: ReadonlyMap<Id, Entry> | undefined;

  /**
   * @param entries those of the project, where they are at hand
   * @param expected ids that are asked for; while no other is, those of a long record need not be looked up
   */
  constructor(project: Project, entries?: readonly Entry[], expected: ReadonlySet<Id> = new Set()) {
    this.#project = project;
    this.#entries = entries;
    this.#expected = expected;
  }

  /** Made once something is asked for: a transcript without annotations may be long, and nothing names its entries. */
  get #all(): ReadonlyMap<Id, Entry> {
    this.#everyEntry ??= firstById(this.#entries ?? entriesIn(this.#project));
    return this.#everyEntry;
  }

  get #some(): ReadonlyMap<Id, Entry> {
    this.#someEntries ??= entriesNamed(this.#project, this.#expected);
    return this.#someEntries;
  }

  /** How many different ids there are. */
  get size(): number {
    return this.#all.size;
  }

  get(id: Id): Entry | undefined {
    return (this.#expected.has(id) ? this.#some : this.#all).get(id);
  }

  of<K extends keyof KindValues>(kind: K, id: Id): Entry<KindValues[K]> | undefined {
    const entry = this.get(id);
    return entry?.kind === kind ? (entry as Entry<KindValues[K]>) : undefined;
  }

  ids(...kinds: EntryKind[]): Id[] {
    return [...this.#all.values()].filter(entry => kinds.includes(entry.kind)).map(entry => entry.id);
  }
}

function firstById(entries: readonly Entry[]): ReadonlyMap<Id, Entry> {
  const first = new Map<Id, Entry>();
  for (let i = 0; i < entries.length; i++) first.set(entries[i]!.id, entries[i]!);
  // Nearly always there are as many ids as entries; to ask of each whether it is known would be half of the time.
  if (first.size < entries.length)
    for (let i = entries.length - 1; i >= 0; i--) first.set(entries[i]!.id, entries[i]!);
  return first;
}

interface KindValues {
  party: Party;
  source: Source;
  utterance: Utterance;
  statement: Statement;
  claim: Claim;
  annotation: Annotation;
}
