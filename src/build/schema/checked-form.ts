import { isRecord, type JsonSchema, mapChildren } from './json-schema.ts';
import { mergeUnion } from './merge-union.ts';

/**
 * The form that validators are compiled from: without words for people, without unions, and with every titled
 * definition once under `$defs`, so that each becomes one function.
 */
export function checkedForm(roots: readonly JsonSchema[]): { $defs: Record<string, JsonSchema> } {
  const $defs: Record<string, JsonSchema> = {};

  const share = (schema: JsonSchema): JsonSchema => {
    if (schema.title === undefined) return check(schema);
    $defs[schema.title] ??= check(schema);
    return { $ref: `#/$defs/${schema.title}` };
  };

  const check = (schema: JsonSchema): JsonSchema => {
    const {
      title: _title,
      description: _description,
      'x-text': _text,
      'x-time': _time,
      'x-known': _known,
      'x-editor': _editor,
      anyOf,
      ...keywords
    } = schema;
    if (anyOf) return mergeUnion(anyOf.map(check));
    return mapChildren(isRecord(keywords) ? withCheckedKeys(keywords) : keywords, share);
  };

  for (const root of roots) share(root);
  return { $defs };
}

/** A key that does not fit is reported as a bad key, which says more than "an additional property". */
function withCheckedKeys(record: JsonSchema): JsonSchema {
  const { additionalProperties: _additional, ...rest } = record;
  const [pattern] = Object.keys(record.patternProperties ?? {});
  return { ...rest, propertyNames: { pattern: pattern! } };
}
