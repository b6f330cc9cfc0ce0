/** What rules ask of a project, each computed once and only when a rule asks. */

import { isSpeech } from '../../core/anchor/pin.ts';
import type { DateBounds } from '../../core/dates/bounds.ts';
import { parseDate } from '../../core/dates/date.ts';
import { type Language, NO_LANGUAGE } from '../../core/language/language.ts';
import type { Requirement } from '../../core/model/config.ts';
import type { Place } from '../../core/model/finding.ts';
import type {
  Annotation,
  Claim,
  EntryKind,
  Id,
  Party,
  Statement,
  Utterance,
} from '../../core/model/model.ts';
import { newId } from '../../core/model/new-id.ts';
import {
  type Document,
  documentsOf,
  type Entry,
  EntryIndex,
  type EntryValue,
  entriesIn,
  joinedLists,
  type Project,
} from '../../core/model/project.ts';
import type { SourceCopies } from '../../core/model/source-copy.ts';
import { TargetResolver } from '../../core/model/targets.ts';
import type { View } from '../../core/model/view.ts';
import { type Aspect, STANCE_GROUPS, type TagGroup, type TagInfo } from '../../core/model/vocabulary.ts';
import { closest } from '../../core/text/closest.ts';
import { buildView } from '../../core/view/build-view.ts';
import { AnnotationsOn } from './annotations-on.ts';
import { Suppressions } from './suppressions.ts';

/** Comparing an id with all others takes time; who misspells more than so many has another problem than spelling. */
const MAX_SUGGESTIONS = 100;

/** A value and where it stands; unlike an `Entry` it may lack an id. */
export interface Located<V> {
  readonly value: V;
  readonly document: Document;
  readonly at: Place;
}

/** What rules need that stands in no file of the project. */
export interface Surroundings {
  /** Every tag that is known: those of the format and the project's own. */
  readonly tags: ReadonlyMap<string, TagInfo>;
  /** Random bytes, for the ids that fixes write. */
  readonly random: (bytes: number) => Uint8Array;
  /** Asked for once, and only where a rule looks for words. */
  readonly language?: (() => Language) | undefined;
  readonly copies?: SourceCopies | undefined;
  readonly require?: readonly Requirement[] | undefined;
  /** Ids of the rules that run, and of all that there are. */
  readonly rulesRun: ReadonlySet<string>;
  readonly ruleIds: ReadonlySet<string>;
}

export class Facts {
  readonly project: Project;
  readonly tags: ReadonlyMap<string, TagInfo>;
  readonly copies: SourceCopies;
  readonly requirements: readonly Requirement[];
  readonly rulesRun: ReadonlySet<string>;
  readonly ruleIds: ReadonlySet<string>;
  readonly #surroundings: Surroundings;
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
  #annotationsOn: AnnotationsOn | undefined;
  #suppressions: Suppressions | undefined;
  #language: Language | undefined;
  #view: View | undefined;
  #parties: ReadonlyMap<Id, Located<Party>> | undefined;
  #claimsOn: ReadonlyMap<EntryValue, readonly Located<Claim>[]> | undefined;
  #talkDate: DateBounds | undefined | null = null;

  constructor(project: Project, surroundings: Surroundings) {
    this.project = project;
    this.tags = surroundings.tags;
    this.copies = surroundings.copies ?? new Map();
    this.requirements = surroundings.require ?? [];
    this.rulesRun = surroundings.rulesRun;
    this.ruleIds = surroundings.ruleIds;
    this.#surroundings = surroundings;
  }

  /** Comments that allow findings. */
  get suppressions(): Suppressions {
    this.#suppressions ??= new Suppressions(this.project);
    return this.#suppressions;
  }

  get language(): Language {
    this.#language ??= this.#surroundings.language?.() ?? NO_LANGUAGE;
    return this.#language;
  }

  /** Where everything is and what the stances add up to. It takes longer than all else here: ask for it last. */
  get view(): View {
    this.#view ??= buildView(this.project);
    return this.#view;
  }

  /** Ids and what they stand for. */
  get index(): EntryIndex {
    this.#index ??= new EntryIndex(this.project, this.entries);
    return this.#index;
  }

  /** What targets name. */
  get targets(): TargetResolver {
    this.#targets ??= new TargetResolver(this.project, this.index);
    return this.#targets;
  }

  /** Every entry with an id, repeated declarations included, the transcript's first. */
  get entries(): readonly Entry[] {
    this.#entries ??= entriesIn(this.project);
    return this.#entries;
  }

  get utterances(): readonly Located<Utterance>[] {
    const { transcript } = this.project;
    this.#utterances ??= located(transcript, 'utterances', transcript.value.utterances);
    return this.#utterances;
  }

  /** Utterances, then statements. */
  get speeches(): readonly Located<Utterance | Statement>[] {
    this.#speeches ??= [
      ...this.utterances,
      ...joinedLists(this.project, document => located(document, 'statements', document.value.statements)),
    ];
    return this.#speeches;
  }

  get claims(): readonly Located<Claim>[] {
    this.#claims ??= joinedLists(this.project, document =>
      located(document, 'claims', document.value.claims),
    );
    return this.#claims;
  }

  get annotations(): readonly Located<Annotation>[] {
    this.#annotations ??= joinedLists(this.project, document =>
      located(document, 'annotations', document.value.annotations),
    );
    return this.#annotations;
  }

  /** Annotations whose tag is an act of a party, by the format's tags or the project's. */
  get stances(): readonly Located<Annotation>[] {
    this.#stances ??= this.annotations.filter(({ value }) => {
      const group = this.groupOf(value);
      return group !== undefined && STANCE_GROUPS.has(group);
    });
    return this.#stances;
  }

  /** The group of an annotation's tag; undefined where it has none that is known. */
  groupOf({ tag }: Annotation): TagGroup | undefined {
    return tag === undefined ? undefined : this.tags.get(tag)?.group;
  }

  get annotationsOn(): AnnotationsOn {
    this.#annotationsOn ??= new AnnotationsOn(this);
    return this.#annotationsOn;
  }

  /** The aspect of a stance: its own, or that of the claims it is on where they agree. */
  aspectOf({ aspect, target }: Annotation): Aspect | undefined {
    if (aspect !== undefined) return aspect;
    const aspects = new Set(target.map(id => this.index.of('claim', id)?.value.aspect));
    return aspects.size === 1 ? [...aspects][0] : undefined;
  }

  /** When the talk was held, as far as the transcript says. */
  get talkDate(): DateBounds | undefined {
    if (this.#talkDate === null) this.#talkDate = known(this.project.transcript.value.date);
    return this.#talkDate;
  }

  /** When something was said: an utterance with the talk, a statement on its own day. */
  saidOn(speech: Located<Utterance | Statement>): DateBounds | undefined {
    if (!isStatement(speech)) return this.talkDate;
    return 'date' in speech.value ? known(speech.value.date) : undefined;
  }

  /** Parties by id; of several declarations the first counts. */
  get parties(): ReadonlyMap<Id, Located<Party>> {
    if (this.#parties === undefined) {
      const parties = new Map<Id, Located<Party>>();
      for (const document of documentsOf(this.project)) {
        for (const [id, value] of document.value.parties) {
          const at = { file: document.file, path: ['parties', id] };
          if (!parties.has(id)) parties.set(id, { value, document, at });
        }
      }
      this.#parties = parties;
    }
    return this.#parties;
  }

  /** Claims by the utterances and statements that they are about. */
  get claimsOn(): ReadonlyMap<EntryValue, readonly Located<Claim>[]> {
    if (this.#claimsOn === undefined) {
      const claimsOn = new Map<EntryValue, Located<Claim>[]>();
      for (const claim of this.claims) {
        for (const { value } of this.speechesOf(claim.value.target ?? []))
          claimsOn.set(value, [...(claimsOn.get(value) ?? []), claim]);
      }
      this.#claimsOn = claimsOn;
    }
    return this.#claimsOn;
  }

  /** The utterances and statements that targets name, those of claims among them. */
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
      this.#surroundings.random,
      made => this.#madeIds.has(made) || this.index.get(made) !== undefined,
    );
    this.#madeIds.add(id);
    return id;
  }
}

function located<V>(document: Document, key: string, values: readonly V[]): readonly Located<V>[] {
  const { file } = document;
  return values.map((value, index) => ({ value, document, at: { file, path: [key, index] } }));
}

function known(date: string | undefined): DateBounds | undefined {
  return date === undefined ? undefined : parseDate(date);
}

/** Whether it is a statement: speech about the talk, and not part of it. */
export function isStatement({ at }: Located<Utterance | Statement>): boolean {
  return at.path[0] === 'statements';
}
