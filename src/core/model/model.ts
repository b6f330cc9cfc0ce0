/**
 * The values everything works on. They keep the shape and the field names of the files, so that diff, merge and
 * JSON speak of the fields that people see. What reading changes: times are whole milliseconds, and fields that may
 * be one or many are always lists.
 */
import type {
  AcceptanceEntry,
  AnnotationEntry,
  ClaimEntry,
  ConflictEntry,
  CreatorEntry,
  DateBodyEntry,
  PartyEntry,
  SourceEntry,
  SourceReferenceEntry,
  StatementEntry,
  UtteranceEntry,
} from './generated/entries.ts';
import { BODIES, type BodyName, isStanceTag } from './vocabulary.ts';

export type Id = string;

type Replace<T, U> = Omit<T, keyof U> & U;

/** Whole milliseconds from the start of the recording. */
export type Milliseconds = number;

export type Creator = { readonly name: string; readonly role?: string };
export type Party = Replace<PartyEntry, { aliases?: readonly string[] }>;
export type Source = Replace<SourceEntry, { 'derived-from'?: readonly Id[] }>;
type DateBody = DateBodyEntry;
export type SourceReference = SourceReferenceEntry;
type Conflict = ConflictEntry;
/** The act of a person who says that an annotation or claim holds of changed words. */
export type Acceptance = AcceptanceEntry;

/** One reported stretch of the talk (TEI `<u>`), or a non-speech `event`. A file may leave the `id` out. */
export type Utterance = Replace<
  UtteranceEntry,
  { to?: readonly Id[]; via?: readonly Id[]; start?: Milliseconds; end?: Milliseconds }
>;

/** Speech about the talk, made later; never part of it (schema.org Statement). */
export type Statement = Replace<
  StatementEntry,
  { to?: readonly Id[]; via?: readonly Id[]; start?: Milliseconds; end?: Milliseconds }
>;

/** What has words that can be quoted and pinned. */
export type Speech = Utterance | Statement;

/** A proposition with an aspect, and the passages where it appears (schema.org Claim). */
export type Claim = Replace<ClaimEntry, { target?: readonly string[]; accepted?: readonly Acceptance[] }>;

/** One assertion about one target, with provenance (W3C Web Annotation). */
export type Annotation = Replace<
  AnnotationEntry,
  {
    target: readonly string[];
    to?: readonly Id[];
    via?: readonly Id[];
    'refers-to'?: readonly string[];
    'same-as'?: readonly Id[];
    supersedes?: readonly Id[];
    date?: DateBody;
    translation?: { text?: string; from?: string; to?: string; by?: string };
    voice?: { of: Id; to?: readonly Id[] };
    sources?: readonly SourceReference[];
    creator?: Creator;
    accepted?: readonly Acceptance[];
  }
>;

/** Fields that transcripts and layers share: parties, sources, statements, claims, annotations. */
export interface Contents {
  readonly title?: string;
  readonly creator?: Creator;
  readonly parties: ReadonlyMap<Id, Party>;
  readonly sources: ReadonlyMap<Id, Source>;
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly annotations: readonly Annotation[];
  readonly conflict?: Conflict;
  /** Keys that begin with `x-`: kept and passed on. */
  readonly extensions: ReadonlyMap<string, unknown>;
}

export const NO_CONTENTS: Contents = {
  parties: new Map(),
  sources: new Map(),
  statements: [],
  claims: [],
  annotations: [],
  extensions: new Map(),
};

/** What the talk is. A layer says it of a transcript in another format, which cannot. */
export interface TalkFacts {
  /** When it was said: EDTF level 2, as written. */
  readonly date?: string;
  readonly place?: string;
  readonly setting?: string;
  readonly 'ground-rule'?: readonly string[];
  readonly language?: string;
}

export const TALK_FACTS = [
  'date',
  'place',
  'setting',
  'ground-rule',
  'language',
] as const satisfies readonly (keyof TalkFacts)[];

/** Header and utterances, in order (TEI `<u>` sequence). */
export interface Transcript extends Contents, TalkFacts {
  readonly kind: 'transcript';
  readonly utterances: readonly Utterance[];
}

/** A file of annotations on one transcript; layers by one creator are one reading (W3C AnnotationCollection). */
export interface Layer extends Contents, TalkFacts {
  readonly kind: 'layer';
  /** The reference to the transcript, as the file has it. */
  readonly transcript: string;
}

/** The kinds of entry that share one space of ids. */
export type EntryKind = 'party' | 'source' | 'utterance' | 'statement' | 'claim' | 'annotation';

/** The name of an annotation's body, or undefined if it has none or more than one. */
export function bodyName(annotation: Annotation): BodyName | undefined {
  let found: BodyName | undefined;
  for (let i = 0; i < BODIES.length; i++) {
    const name = BODIES[i]!;
    if (annotation[name] === undefined) continue;
    if (found !== undefined) return undefined;
    found = name;
  }
  return found;
}

/** A stance is an annotation whose tag is an act of a party. */
export function isStance(annotation: Annotation): boolean {
  return isStanceTag(annotation.tag);
}

export function creatorFrom(entry: CreatorEntry): Creator {
  return typeof entry === 'string' ? { name: entry } : (entry as Creator);
}
