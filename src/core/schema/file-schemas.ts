/** The definitions of whole files, as what is read is checked against them. */
import { type Fits, fitsDefinition } from './fits.ts';
import { type Validator, validateConfig, validateLayer, validateTranscript } from './generated/validate.js';

export interface FileSchema {
  readonly fits: Fits;
  /** Finds every fault; for values that do not fit. */
  readonly validate: Validator;
}

export const TRANSCRIPT_SCHEMA: FileSchema = fileSchema('Transcript', validateTranscript);
export const LAYER_SCHEMA: FileSchema = fileSchema('Layer', validateLayer);
export const CONFIG_SCHEMA: FileSchema = fileSchema('Config', validateConfig);

/** What a definition needs is put together when the first file is checked against it. */
function fileSchema(name: Parameters<typeof fitsDefinition>[0], validate: Validator): FileSchema {
  return { fits: value => fitsDefinition(name)(value), validate };
}
