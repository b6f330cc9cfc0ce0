import { type JsonSchema, typesOf } from './json-schema.ts';

/**
 * One schema in place of a union whose branches take different types. A keyword of JSON Schema bears on values of its
 * own type only, so the keywords of all branches can stand side by side; a fault is then reported once, not once for
 * every branch. Only `enum` bears on every type, so it is put behind a condition.
 *
 * Throws where two branches take the same type: the keywords of one would bear on the other.
 */
export function mergeUnion(branches: readonly JsonSchema[]): JsonSchema {
  const types = branches.flatMap(typesOf);
  if (new Set(types).size < types.length)
    throw new Error(`branches of a union share a type: ${types.join(', ')}`);
  return { ...Object.assign({}, ...branches.map(keywordsOf)), type: types };
}

function keywordsOf(branch: JsonSchema): JsonSchema {
  const { title: _title, description: _description, enum: values, ...keywords } = branch;
  if (values === undefined) return keywords;
  return { ...keywords, if: { type: typesOf(branch) }, then: { enum: values } };
}
