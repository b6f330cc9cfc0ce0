import { type JsonSchema, mapChildren } from './json-schema.ts';
import { mergeUnion } from './merge-union.ts';

/** The scalars that an editor's YAML parser makes of a text: `2016` becomes a number, `true` a boolean. */
const TEXT_TYPES = ['string', 'number', 'boolean'];

/** The schema that editors complete and check with: JSON Schema draft-07, which the YAML language server reads. */
export function editorSchema(root: JsonSchema): object {
  const definitions: Record<string, JsonSchema> = {};

  const share = (schema: JsonSchema): JsonSchema => {
    const { title } = schema;
    if (title === undefined) return describe(schema);
    definitions[title] ??= describe(schema);
    return { $ref: `#/definitions/${title}` };
  };

  const describe = (schema: JsonSchema): JsonSchema => {
    const {
      'x-text': isText,
      'x-time': _time,
      'x-known': known,
      'x-editor': extra,
      anyOf,
      ...keywords
    } = schema;
    if (known) return offer(known, keywords);
    if (isText) return { ...keywords, type: TEXT_TYPES };
    if (anyOf) return { ...union(anyOf.map(describe)), ...keywords };
    return { ...mapChildren(keywords, share), ...extra };
  };

  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:onrecord:schema:${root.title?.toLowerCase()}`,
    ...describe(root),
    definitions,
  };
}

/** Unions become one schema, so that an editor names a fault once; values to choose from stay apart to be offered. */
function union(branches: readonly JsonSchema[]): JsonSchema {
  return branches.some(branch => branch.enum) ? { anyOf: [...branches] } : mergeUnion(branches);
}

/** Values to choose from, each with its meaning, beside other text; a boolean beside them would be offered too. */
function offer(
  known: Readonly<Record<string, string>>,
  { type: _type, ...keywords }: JsonSchema,
): JsonSchema {
  const values = { enum: Object.keys(known), enumDescriptions: Object.values(known) };
  return { ...keywords, anyOf: [values, { type: ['string', 'number'] }] };
}
