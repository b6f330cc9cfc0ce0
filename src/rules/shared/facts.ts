/** What rules ask of a project, each computed once and only when a rule asks. */

import type { Path, Place } from '../../core/finding.ts';
import type { Annotation, Claim, EntryKind, Id, Statement, Utterance } from '../../core/model.ts';
import { newId } from '../../core/new-id.ts';
import {
  type Document,
  documentsOf,
  type Entry,
  EntryIndex,
  entriesOf,
  type Project,
} from '../../core/project.ts';
import { TargetResolver } from '../../core/targets.ts';
import { closest } from '../../core/text/closest.ts';
import { STANCE_GROUPS, type TagInfo } from '../../core/vocabulary.ts';

/** Comparing an id with all others takes time; who misspells more than so many has another problem than spelling. */
const MAX_SUGGESTIONS = 100;

/** A value and where it stands; unlike an `Entry` it may lack an id. */
export interface Located<V> {
  readonly value: V;
  readonly document: Document;
  readonly at: Place;
}

export class Facts {
  readonly project: Project;
  /** Every tag that is known: those of the format and the project's own. */
  readonly tags: ReadonlyMap<string, TagInfo>;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #madeIds = new Set<Id>();
  readonly #suggestions = new Map<string, Id | undefined>();
  #index: EntryIndex | undefined;
  #targets: TargetResolver | undefined;
  #entries: readonly Entry[] | undefined;
  #utterances: readonly Located<Utterance>[] | undefined;
  #speeches: readonly Located<Utterance | Statement>[] | undefined;
  #claims: readonly Located<Claim>[] | undefined;
  #annotations: readonly Located<Annotation>[] | undefined;
  #stances: readonly Located<Annotation>[] | undefined;

  constructor(project: Project, tags: ReadonlyMap<string, TagInfo>, random: (bytes: number) => Uint8Array) {
    this.project = project;
    this.tags = tags;
    this.#random = random;
  }

  /** Ids and what they stand for. */
  get index(): EntryIndex {
    this.#index ??= new EntryIndex(this.project);
    return this.#index;
  }

  /** What targets name. */
  get targets(): TargetResolver {
    this.#targets ??= new TargetResolver(this.project, this.index);
    return this.#targets;
  }

  /** Every entry with an id, repeated declarations included, the transcript's first. */
  get entries(): readonly Entry[] {
    this.#entries ??= documentsOf(this.project).flatMap(document => [...entriesOf(document)]);
    return this.#entries;
  }

  get utterances(): readonly Located<Utterance>[] {
    const { transcript } = this.project;
    this.#utterances ??= located(transcript, ['utterances'], transcript.value.utterances);
    return this.#utterances;
  }

  /** Utterances, then statements. */
  get speeches(): readonly Located<Utterance | Statement>[] {
    this.#speeches ??= [
      ...this.utterances,
      ...this.#ofDocuments(document => located(document, ['statements'], document.value.statements)),
    ];
    return this.#speeches;
  }

  get claims(): readonly Located<Claim>[] {
    this.#claims ??= this.#ofDocuments(document => located(document, ['claims'], document.value.claims));
    return this.#claims;
  }

  get annotations(): readonly Located<Annotation>[] {
    this.#annotations ??= this.#ofDocuments(document =>
      located(document, ['annotations'], document.value.annotations),
    );
    return this.#annotations;
  }

  /** Annotations whose tag is an act of a party, by the format's tags or the project's. */
  get stances(): readonly Located<Annotation>[] {
    this.#stances ??= this.annotations.filter(({ value }) => {
      const group = value.tag === undefined ? undefined : this.tags.get(value.tag)?.group;
      return group !== undefined && STANCE_GROUPS.has(group);
    });
    return this.#stances;
  }

  /** The id of one of these kinds that a misspelt one most likely stands for; a run gives only so many. */
  idMeantBy(misspelt: string, kinds: readonly EntryKind[]): Id | undefined {
    const key = `${kinds.join()} ${misspelt}`;
    if (!this.#suggestions.has(key)) {
      if (this.#suggestions.size >= MAX_SUGGESTIONS) return undefined;
      this.#suggestions.set(key, closest(misspelt, this.index.ids(...kinds)));
    }
    return this.#suggestions.get(key);
  }

  /** A new random id that no entry has and that was not made before in this run. */
  newId(prefix: string): Id {
    const id = newId(
      prefix,
      this.#random,
      made => this.#madeIds.has(made) || this.index.get(made) !== undefined,
    );
    this.#madeIds.add(id);
    return id;
  }

  #ofDocuments<V>(list: (document: Document) => readonly Located<V>[]): readonly Located<V>[] {
    return documentsOf(this.project).flatMap(list);
  }
}

function located<V>(document: Document, path: Path, values: readonly V[]): readonly Located<V>[] {
  return values.map((value, index) => ({
    value,
    document,
    at: { file: document.file, path: [...path, index] },
  }));
}
