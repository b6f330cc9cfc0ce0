/** Everything that is generated from the definitions of the file format. */
import { Config, Layer, Transcript } from '../../core/schema/schema.ts';
import { editorSchema } from './editor-form.ts';
import { entryTypesModule } from './entry-types.ts';
import type { JsonSchema } from './json-schema.ts';
import { keysModule } from './keys.ts';
import { fitsModule, validatorsModule } from './validators.ts';

/** The definitions of whole files. Another kind of file is added here, and nowhere else. */
export const FILE_SCHEMAS: readonly JsonSchema[] = [Transcript, Layer, Config].map(toPlainJson);

/** Text of each generated file that is committed, by its path from the project's folder. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const folder = 'src/core/schema/generated';
  return new Map([
    ['src/core/model/generated/entries.ts', entryTypesModule(FILE_SCHEMAS)],
    [`${folder}/keys.ts`, keysModule(FILE_SCHEMAS)],
    ...FILE_SCHEMAS.map(schema => [schemaPath(schema), printJson(editorSchema(schema))] as const),
  ]);
}

/** Text of each file that is made for every build and test run, by its path from the project's folder. */
export function validators(): ReadonlyMap<string, string> {
  const code = validatorsModule(FILE_SCHEMAS);
  return new Map([
    ['src/core/schema/validators.js', code],
    ['src/core/schema/fits.js', fitsModule(code)],
  ]);
}

function schemaPath({ title }: JsonSchema): string {
  return `data/schema/${title?.toLowerCase()}.schema.json`;
}

/** Drops what the schema library keeps beside the keywords. */
function toPlainJson(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema)) as JsonSchema;
}

/** Columns that a line of a printed schema may take. */
const WIDTH = 120;

/** Indented, with every list and object on one line that fits there. */
function printJson(value: unknown): string {
  return `${jsonLines(value, '')}\n`;
}

function jsonLines(value: unknown, indent: string): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map(item => inner + jsonLines(item, inner)).join(',\n')}\n${indent}]`;
  const fields = Object.entries(value).map(
    ([key, field]) => `${inner}${JSON.stringify(key)}: ${jsonLines(field, inner)}`,
  );
  return `{\n${fields.join(',\n')}\n${indent}}`;
}
