/** The entries of a project by kind and by id, each with its place. Every list is made when a rule first asks for it. */
import { isSpeech } from '../../core/anchor/pin.ts';
import type { Place } from '../../core/model/finding.ts';
import type { Annotation, Claim, Id, Party, Statement, Utterance } from '../../core/model/model.ts';
import {
  type Document,
  documentsOf,
  type Entry,
  EntryIndex,
  entriesIn,
  joinedLists,
  type Project,
} from '../../core/model/project.ts';
import { TargetResolver } from '../../core/model/targets.ts';

/** A value and where it stands; unlike an `Entry` it may lack an id. */
export interface Located<V> {
  readonly value: V;
  readonly document: Document;
  readonly at: Place;
}

export class Entries {
  readonly #project: Project;
  #all: readonly Entry[] | undefined;
  #index: EntryIndex | undefined;
  #targets: TargetResolver | undefined;
  #parties: ReadonlyMap<Id, Located<Party>> | undefined;
  #utterances: readonly Located<Utterance>[] | undefined;
  #speeches: readonly Located<Utterance | Statement>[] | undefined;
  #claims: readonly Located<Claim>[] | undefined;
  #annotations: readonly Located<Annotation>[] | undefined;

  constructor(project: Project) {
    this.#project = project;
  }

  /** Every entry with an id, repeated declarations included, the transcript's first. */
  get all(): readonly Entry[] {
    this.#all ??= entriesIn(this.#project);
    return this.#all;
  }

  /** Entries by id. */
  get index(): EntryIndex {
    this.#index ??= new EntryIndex(this.#project, this.all);
    return this.#index;
  }

  /** Entries by target. */
  get targets(): TargetResolver {
    this.#targets ??= new TargetResolver(this.#project, this.index);
    return this.#targets;
  }

  /** Parties by id; of several declarations the first counts. */
  get parties(): ReadonlyMap<Id, Located<Party>> {
    if (this.#parties === undefined) {
      const parties = new Map<Id, Located<Party>>();
      for (const document of documentsOf(this.#project)) {
        for (const [id, value] of document.value.parties) {
          const at = { file: document.file, path: ['parties', id] };
          if (!parties.has(id)) parties.set(id, { value, document, at });
        }
      }
      this.#parties = parties;
    }
    return this.#parties;
  }

  get utterances(): readonly Located<Utterance>[] {
    const { transcript } = this.#project;
    this.#utterances ??= located(transcript, 'utterances', transcript.value.utterances);
    return this.#utterances;
  }

  /** Utterances, then statements. */
  get speeches(): readonly Located<Utterance | Statement>[] {
    this.#speeches ??= [
      ...this.utterances,
      ...joinedLists(this.#project, document => located(document, 'statements', document.value.statements)),
    ];
    return this.#speeches;
  }

  get claims(): readonly Located<Claim>[] {
    this.#claims ??= joinedLists(this.#project, document =>
      located(document, 'claims', document.value.claims),
    );
    return this.#claims;
  }

  get annotations(): readonly Located<Annotation>[] {
    this.#annotations ??= joinedLists(this.#project, document =>
      located(document, 'annotations', document.value.annotations),
    );
    return this.#annotations;
  }

  /** The utterances and statements that targets name, also by way of a claim. */
  speechesOf(targets: readonly string[]): Entry<Utterance | Statement>[] {
    return targets.flatMap(target => {
      const resolution = this.targets.resolve(target);
      if (resolution.found !== 'entries') return [];
      return resolution.entries.flatMap(entry => {
        if (isSpeech(entry)) return [entry];
        const inner = entry.kind === 'claim' ? (entry.value as Claim).target : undefined;
        return (inner ?? []).flatMap(id => {
          const found = this.targets.resolve(id);
          return found.found === 'entries' ? found.entries.filter(isSpeech) : [];
        });
      });
    });
  }
}

function located<V>(document: Document, key: string, values: readonly V[]): readonly Located<V>[] {
  const { file } = document;
  return values.map((value, index) => ({ value, document, at: { file, path: [key, index] } }));
}

/** Whether speech is a statement: said about the talk, and no part of it. */
export function isStatement({ at }: Located<Utterance | Statement>): boolean {
  return at.path[0] === 'statements';
}
