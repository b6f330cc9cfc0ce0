/** The definitions of whole files, as what is read is checked against them. */
import { type Fits, fitsDefinition } from './fits.ts';
import type { SchemaError } from './generated/validate.js';
import { type FileKind, schemaErrors } from './schema-errors.ts';

export interface FileSchema {
  readonly fits: Fits;
  /** Every fault; none in a value that fits. */
  readonly errors: (value: unknown) => readonly SchemaError[];
}

export const TRANSCRIPT_SCHEMA: FileSchema = fileSchema('Transcript');
export const LAYER_SCHEMA: FileSchema = fileSchema('Layer');
export const CONFIG_SCHEMA: FileSchema = fileSchema('Config');

/** What a definition needs is put together when the first file is checked against it. */
function fileSchema(kind: FileKind): FileSchema {
  return { fits: value => fitsDefinition(kind)(value), errors: value => schemaErrors(kind, value) };
}
