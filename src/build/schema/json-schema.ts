/** The part of JSON Schema that the definitions use, and ways through it. */

export interface JsonSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: string[];
  /** Meanings of the values of `enum`, one each: not a standard keyword, but editors show them. */
  enumDescriptions?: string[];
  const?: string | number | boolean;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  patternProperties?: Record<string, JsonSchema>;
  propertyNames?: JsonSchema;
  required?: string[];
  additionalProperties?: boolean;
  anyOf?: JsonSchema[];
  if?: JsonSchema;
  then?: JsonSchema;
  $ref?: string;
  'x-text'?: boolean;
  'x-time'?: boolean;
  'x-known'?: Record<string, string>;
  'x-editor'?: JsonSchema;
}

/** Applies `change` to the schemas directly inside a schema; everything else is kept. */
export function mapChildren(schema: JsonSchema, change: (child: JsonSchema) => JsonSchema): JsonSchema {
  const result = { ...schema };
  if (schema.items) result.items = change(schema.items);
  if (schema.anyOf) result.anyOf = schema.anyOf.map(change);
  if (schema.properties) result.properties = mapValues(schema.properties, change);
  if (schema.patternProperties) result.patternProperties = mapValues(schema.patternProperties, change);
  return result;
}

/** The types a schema takes; a constant has the type of its value. */
export function typesOf(schema: JsonSchema): string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(typesOf);
  if (schema.type !== undefined) return [schema.type].flat();
  return schema.const === undefined ? [] : [typeof schema.const];
}

/** Whether a schema is a map from free keys to values of one kind, not an object with known keys. */
export function isRecord(schema: JsonSchema): boolean {
  return schema.properties === undefined && schema.patternProperties !== undefined;
}

function mapValues(
  record: Record<string, JsonSchema>,
  change: (child: JsonSchema) => JsonSchema,
): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
