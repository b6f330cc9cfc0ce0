/** Types of `validators.js`, which `src/build/validators.mjs` makes from `schema.ts`; it is not committed. */

/** A fault as ajv reports it: JSON Schema keyword, JSON Pointer (RFC 6901) and the keyword's parameters. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key, where the fault is in a key of a map. */
  readonly propertyName?: string;
  /** The schema that the keyword stands in. */
  readonly parentSchema?: { readonly properties?: Readonly<Record<string, unknown>> };
}

export interface Validator {
  (value: unknown): boolean;
  /** The faults of the last call. */
  errors?: readonly SchemaError[] | null;
}

export declare const validateTranscript: Validator;
export declare const validateLayer: Validator;
export declare const validateConfig: Validator;
