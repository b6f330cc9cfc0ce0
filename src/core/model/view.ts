/** A transcript and its layers resolved: one date, one filter. What printers print and diff compares. */
import type { AnchorState, Waiting } from './anchor-state.ts';
import {
  type Annotation,
  type Claim,
  type Creator,
  type Id,
  isStance,
  type Milliseconds,
  type Party,
  type Source,
  type Speech,
} from './model.ts';
import type { Entry, Project } from './project.ts';
import type { Aspect, StandingName, Verdict } from './vocabulary.ts';

/** A half-open stretch of an entry's text, counted in Unicode code points; it never splits a grapheme cluster. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where one target of an annotation or claim was found. */
export interface Anchor {
  /** The target as written, or one id of a written range. */
  readonly target: string;
  /** The entry that the target names; undefined if it names none. */
  readonly entry: Entry | 'transcript' | undefined;
  /** The quoted passage in the entry's text; undefined if the whole entry is meant or the quote has no place. */
  readonly range: TextRange | undefined;
  /** `exact`: found once; `ambiguous`: several places fit; `orphaned`: none does. Later verdicts need an older transcript. */
  readonly verdict: Verdict;
  /** The words that were sought, where they have no single place. */
  readonly quote?: string;
  /** The quote was found, but in another Unicode form, or with other quotation marks or white space. */
  readonly folded?: true;
  /** Whether the text is still the one that was annotated. */
  readonly pin: 'none' | 'current' | 'out-of-date';
}

/** Layers by one creator are one reading. The transcript's own annotations belong to its creator, or to no one named. */
export interface Reading {
  /** The creator's name; `undefined` where no one is named. */
  readonly name: string | undefined;
  readonly creator: Creator | undefined;
}

export interface PlacedAnnotation {
  readonly entry: Entry<Annotation>;
  readonly annotation: Annotation;
  readonly reading: Reading;
  readonly anchors: readonly Anchor[];
  /** Whether it still holds on to the words it was made on. */
  readonly state: AnchorState;
  /** Why it does not count at the view's date; undefined while it is live. */
  readonly dead: 'withdrawn' | 'superseded' | 'later-act-of-party' | 'not-yet' | 'undated' | undefined;
}

/** Whether an annotation is there at the date of the view. What is not there is counted, but neither found nor printed. */
export function isKnown({ dead }: PlacedAnnotation): boolean {
  return dead !== 'not-yet' && dead !== 'undated';
}

/** One stance as it was weighed for a standing. */
export interface WeighedStance {
  readonly stance: PlacedAnnotation;
  /** The kind it counted as; undefined if it did not count. */
  readonly counts: 'affirms' | 'qualifies' | 'contests' | 'retracts' | undefined;
  /** One sentence: why it counted, or why not. */
  readonly why: string;
  /** The later act of the same side that counts instead, on this claim. */
  readonly replacedBy?: PlacedAnnotation;
  /** A contest that refutes: somebody else shows evidence of another origin (DESIGN 3.4, rule 3). */
  readonly refutes?: true;
  /** Of a corroboration that does not count, because its evidence is of the origins of an earlier one. */
  readonly repeats?: { readonly stance: PlacedAnnotation; readonly origins: readonly string[] };
  /** `when` is missing or `unknown`: the act is live and printed "undated". */
  readonly undated: boolean;
  /** Why it waits for a person, and so counts for nothing. */
  readonly waits?: Waiting;
  /** What a stance that waits would count as. */
  readonly would?: 'affirms' | 'qualifies' | 'contests' | 'retracts';
}

/** The standing of a claim in one reading, with the stances behind it. */
export interface Standing {
  readonly reading: Reading;
  readonly name: StandingName;
  /** Qualifications printed beside the name: "reported as confirmed by X, via Y", "per Y", "comment declined by X". */
  readonly remarks: readonly string[];
  readonly stances: readonly WeighedStance[];
  /** The rule of DESIGN 3.4 that decided, in one sentence. */
  readonly because: string;
}

/** A claim, declared or implied by a stance set directly on a passage (that exact set of ranges, that aspect). */
export interface ClaimView {
  readonly id: Id | undefined;
  readonly entry: Entry<Claim> | undefined;
  readonly text: string | undefined;
  readonly aspect: Aspect | undefined;
  readonly anchors: readonly Anchor[];
  /** The anchor state of a declared claim; an implied one has no anchor. */
  readonly state: AnchorState | undefined;
  readonly standings: readonly Standing[];
}

/** An utterance or statement with the annotations that bear on it, in order of place. */
export interface SpeechView {
  readonly id: Id | undefined;
  readonly kind: 'utterance' | 'statement';
  readonly speech: Speech;
  readonly annotations: readonly PlacedAnnotation[];
  /** Indexes into `View.claims` of the claims that appear here. */
  readonly claims: readonly number[];
}

export interface View {
  readonly project: Project;
  /** Date of the view (EDTF, as given), or undefined for "with everything known". */
  readonly asOf: string | undefined;
  /** Live stances whose date no source states: how many there are, and whether they count. */
  readonly undated: { readonly acts: number; readonly counted: boolean };
  readonly readings: readonly Reading[];
  readonly parties: ReadonlyMap<Id, Party>;
  readonly sources: ReadonlyMap<Id, Source>;
  readonly utterances: readonly SpeechView[];
  readonly statements: readonly SpeechView[];
  readonly claims: readonly ClaimView[];
  /** Annotations on the transcript as a whole, on claims, or on other annotations; and those with no place. */
  readonly general: readonly PlacedAnnotation[];
  /** Whole length, where times are known. */
  readonly duration: Milliseconds | undefined;
}

/** Every annotation of a view once, in order of place, then those with no place in speech. */
export function annotationsOf({ utterances, statements, general }: View): readonly PlacedAnnotation[] {
  const all = new Set<PlacedAnnotation>();
  for (const speeches of [utterances, statements])
    for (const { annotations } of speeches) for (const placed of annotations) all.add(placed);
  for (const placed of general) all.add(placed);
  return [...all];
}

/** Acts that stand: neither withdrawn nor replaced, and done by the date of the view. */
export function liveStances(annotations: readonly PlacedAnnotation[]): readonly PlacedAnnotation[] {
  return annotations.filter(({ annotation, dead }) => dead === undefined && isStance(annotation));
}

/** Speech without an id is told by its value; what is private may have been taken out of a value with one. */
export function isEntryOf(entry: Anchor['entry'], { kind, speech, id }: SpeechView): boolean {
  if (entry === undefined || entry === 'transcript' || entry.kind !== kind) return false;
  return entry.value === speech || (id !== undefined && entry.id === id);
}
