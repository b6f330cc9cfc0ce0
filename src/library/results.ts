/**
 * What the library returns: plain values, those that the command line prints with `--format json`, in the version that
 * `schema` names. JSON holds all of them. Fields are only added within a version, and results have fields beyond those that
 * are typed here; they are named as in the files.
 *
 * Units: dates are EDTF (`2016-10`), times of utterances `HH:MM:SS.mmm`; offsets in texts count code points from 0,
 * lines and columns count from 1, columns in code points.
 */

export interface More {
  readonly [field: string]: unknown;
}

/** A stretch of a text in code points from 0; `end` is behind the last one. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a file; lines and columns from 1, columns in code points, the end exclusive. */
export interface Place extends More {
  /** Name relative to the project. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface FindingResult extends Place {
  /** Id of the rule: `onrecord explain RULE` prints its page. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
  /** Other places that the finding is about. */
  readonly labels?: readonly (Place & { readonly message: string })[];
  /** Edits that mend it, which `check --fix` makes. */
  readonly fix?: More & {
    readonly title: string;
    readonly file: string;
    readonly edits: readonly (Place & { readonly text: string })[];
  };
}

/** Findings in order of files and places, `onrecord/findings@1`. */
export interface CheckResult extends More {
  readonly schema: string;
  readonly findings: readonly FindingResult[];
  readonly summary: More & {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    /** How many files were checked. */
    readonly files: number;
  };
}

/** An utterance or a statement. */
export interface SpeechResult extends More {
  readonly id: string | null;
  /** Id of a party, or `unknown`. */
  readonly speaker?: string;
  /** Absent from an event, which has `event`. */
  readonly text?: string;
  readonly event?: string;
  /** When in the recording, `HH:MM:SS.mmm`. */
  readonly start?: string;
  readonly end?: string;
  readonly annotations: readonly AnnotationResult[];
  /** Indexes into the `claims` of the view. */
  readonly claims: readonly number[];
}

/** An annotation, with the fields that its file gives it and its body in one of them: `tag`, `comment`, ... */
export interface AnnotationResult extends More {
  readonly id?: string;
  readonly tag?: string;
  /** The words of the passage; without them the whole of each target is meant. */
  readonly quote?: string;
  /** Creator of the reading it belongs to. */
  readonly reading: string | null;
  /** File it stands in. */
  readonly layer: string;
  /** `live`, or why it does not count: `withdrawn`, `superseded`, `later-act-of-party`. */
  readonly status: string;
  /** How its anchor stands: `help anchors`. */
  readonly state: 'sure' | 'unpinned' | 'to-renew' | 'waits';
  /** Places that were found. */
  readonly anchors: readonly (More & {
    readonly target: string;
    /** Absent where the whole entry is meant. */
    readonly range?: TextRange;
    readonly verdict: string;
  })[];
}

export interface ClaimResult extends More {
  /** Null for what stances say of a passage directly. */
  readonly id: string | null;
  readonly text: string | null;
  readonly aspect: string | null;
  /** One in each reading. */
  readonly standings: readonly (More & {
    readonly reading: string | null;
    readonly standing: string;
    /** The rule that decided, in words. */
    readonly because: string;
    /** Every stance that was weighed, whether it counts or not. */
    readonly stances: readonly (More & {
      readonly annotation?: string;
      readonly tag?: string;
      /** Id of the party whose act it is. */
      readonly by: string | null;
      readonly counts: string | null;
      readonly why: string;
    })[];
  })[];
}

/** A transcript with its layers at one date, `onrecord/view@1`. */
export interface ViewResult extends More {
  readonly schema: string;
  readonly title?: string;
  /** When the talk was held (EDTF). */
  readonly date?: string;
  /** Files, by name relative to the project. */
  readonly transcript: string;
  readonly layers: readonly string[];
  /** By id. */
  readonly parties: Readonly<Record<string, More>>;
  readonly sources: Readonly<Record<string, More>>;
  /** In order of the talk. */
  readonly utterances: readonly SpeechResult[];
  readonly statements: readonly SpeechResult[];
  readonly claims: readonly ClaimResult[];
  /** Those on something else than an utterance or statement. */
  readonly annotations: readonly AnnotationResult[];
  readonly summary: More & {
    readonly utterances: number;
    readonly statements: number;
    readonly claims: number;
    readonly annotations: number;
  };
}

/** One side of a comparison. */
export interface SideResult extends More {
  readonly transcript: string;
  readonly layers: readonly string[];
}

/** What changed in meaning, `onrecord/diff@1`. `old` and `new` name the two sides everywhere. */
export interface DiffResult extends More {
  readonly schema: string;
  readonly old: SideResult;
  readonly new: SideResult;
  /** Each is one fact; `kind` says which fields it has: `added`, `edited`, `standing`, ... */
  readonly changes: readonly (More & {
    readonly kind: string;
    readonly what: string;
    readonly id?: string;
  })[];
  /** Changes that a reviewer must see: a standing that was lost, a transition that is forbidden. */
  readonly alarms: readonly (More & { readonly kind: string })[];
  readonly summary: More & { readonly alarms: number };
}

/** A number, name, date or other telling word that changed in an annotated passage. */
export interface AlarmResult extends More {
  readonly kind: 'negation' | 'attribution' | 'number' | 'unit' | 'date' | 'name' | 'words' | 'speaker';
  /** The words as they were; null where there were none. */
  readonly old: string | null;
  readonly new: string | null;
}

/** What became of each annotation, `onrecord/reanchor@1`, and the layers with their new anchors. */
export interface ReanchorResult extends More {
  readonly schema: string;
  /** Names of the two transcripts. */
  readonly old: string;
  readonly new: string;
  readonly layers: readonly (More & {
    readonly file: string;
    readonly changed: boolean;
    /** Always false: the library writes nothing. */
    readonly written: boolean;
    readonly outcomes: readonly (More & {
      readonly kind: 'annotation' | 'claim';
      readonly id: string;
      readonly verdict: 'exact' | 'moved' | 'edited' | 'ambiguous' | 'orphaned';
      /** `left`: it keeps its old anchor until a person looks at it. */
      readonly state: 'kept' | 'carried' | 'left';
      readonly alarms: readonly AlarmResult[];
    })[];
  })[];
  /** Counts over all layers. */
  readonly summary: More & { readonly kept: number; readonly carried: number; readonly left: number };
  /** The text of each file that changes, by its name in the newer project. */
  readonly files: Readonly<Record<string, string>>;
}

export interface MergeResult {
  /** The merged file, with what could not be decided under `conflict` in its entry. */
  readonly text: string;
  /** Each field with both of its values. */
  readonly conflicts: readonly More[];
}

export interface ConvertResult {
  readonly text: string;
  /** What the output does not keep of the input: `{what: 'annotations', count: 12, by: 'writing'}`. */
  readonly losses: readonly {
    readonly what: string;
    readonly count: number;
    /** Whether the input's format was not read in full, or the output's has no place for it. */
    readonly by: 'reading' | 'writing';
  }[];
}
