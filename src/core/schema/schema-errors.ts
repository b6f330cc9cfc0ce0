/** Checks the values of whole files against the definitions of the format. */
import {
  type SchemaError,
  type Validator,
  validateConfig,
  validateLayer,
  validateTranscript,
} from './validators.js';

const VALIDATORS = {
  transcript: validateTranscript,
  layer: validateLayer,
  config: validateConfig,
} as const satisfies Record<string, Validator>;

export type SchemaName = keyof typeof VALIDATORS;

/** Returns every fault of a file's value. */
export function schemaErrors(name: SchemaName, value: unknown): readonly SchemaError[] {
  const validate: Validator = VALIDATORS[name];
  return validate(value) ? [] : (validate.errors ?? []);
}
