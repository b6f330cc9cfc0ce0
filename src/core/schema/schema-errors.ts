/** Every fault of a file's value, found by the generated validators. */
import {
  type SchemaError,
  type Validator,
  validateConfig,
  validateLayer,
  validateTranscript,
} from './generated/validate.js';

const VALIDATORS = {
  Transcript: validateTranscript,
  Layer: validateLayer,
  Config: validateConfig,
} as const satisfies Record<string, Validator>;

export type FileKind = keyof typeof VALIDATORS;

export function schemaErrors(kind: FileKind, value: unknown): readonly SchemaError[] {
  const validate: Validator = VALIDATORS[kind];
  return validate(value) ? [] : (validate.errors ?? []);
}
