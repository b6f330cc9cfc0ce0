/**
 * What the library returns: the same plain values that the command line prints with `--format json`, in the version that
 * `schema` names. Fields are only added within a version; results may have fields that are not typed here.
 */

export interface More {
  readonly [field: string]: unknown;
}

/** A place in a file; lines and columns from 1, columns in code points. */
export interface Place extends More {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface FindingResult extends Place {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly help?: string;
  readonly labels?: readonly (Place & { readonly message: string })[];
}

/** `onrecord/findings@1`. */
export interface CheckResult extends More {
  readonly schema: string;
  readonly findings: readonly FindingResult[];
  readonly summary: More & {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly files: number;
  };
}

export interface SpeechResult extends More {
  readonly id: string | null;
  readonly speaker?: string;
  readonly text?: string;
  readonly annotations: readonly AnnotationResult[];
}

export interface AnnotationResult extends More {
  readonly id?: string;
  readonly tag?: string;
  /** Name of the reading it belongs to. */
  readonly reading: string | null;
  /** `live`, or why it does not count. */
  readonly status: string;
}

export interface ClaimResult extends More {
  readonly id: string | null;
  readonly text: string | null;
  readonly aspect: string | null;
  readonly standings: readonly (More & { readonly standing: string })[];
}

/** `onrecord/view@1`. */
export interface ViewResult extends More {
  readonly schema: string;
  readonly title?: string;
  readonly utterances: readonly SpeechResult[];
  readonly statements: readonly SpeechResult[];
  readonly claims: readonly ClaimResult[];
  readonly annotations: readonly AnnotationResult[];
  readonly summary: More;
}

/** `onrecord/diff@1`. */
export interface DiffResult extends More {
  readonly schema: string;
  readonly changes: readonly (More & { readonly kind: string })[];
  readonly alarms: readonly (More & { readonly kind: string })[];
  readonly summary: More;
}

/** `onrecord/reanchor@1`, and the layers as they would be written. */
export interface ReanchorResult extends More {
  readonly schema: string;
  readonly layers: readonly (More & {
    readonly file: string;
    readonly outcomes: readonly (More & {
      readonly id: string;
      readonly verdict: string;
      readonly state: string;
    })[];
  })[];
  readonly summary: More;
  /** Files that change, by name, as they would be written: the library itself writes nothing. */
  readonly files: ReadonlyMap<string, string>;
}

export interface MergeResult {
  /** The merged file, with unresolved fields under `conflict`. */
  readonly text: string;
  readonly conflicts: readonly More[];
}

export interface ConvertResult {
  readonly text: string;
  /** A loss: "annotation", 12. */
  readonly losses: readonly { readonly what: string; readonly count: number }[];
}
