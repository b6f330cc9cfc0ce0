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

/** Indented, with lists of plain values on one line. */
function printJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/\[\s+([^[\]{}]+?)\s+\]/g, (_, items: string) => `[${items.replaceAll(/,\n\s+/g, ', ')}]`)}\n`;
}
