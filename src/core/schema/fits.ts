/**
 * Whether a value fits a definition of the format, and nothing more: most files do, and then the validators, which
 * find every fault, need not run. Made from the same definitions (JSON Schema, of which these use a small part).
 */
import { CHECKED_FORM } from './generated/checked-form.ts';

export type Fits = (value: unknown) => boolean;

/** The keywords that the definitions use, in the form that is checked. */
export interface CheckedSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly string[];
  /** Only ever: of the values that are text. */
  readonly if?: { readonly type?: string | readonly string[] };
  readonly then?: { readonly enum?: readonly string[] };
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly items?: CheckedSchema;
  readonly properties?: Readonly<Record<string, CheckedSchema>>;
  readonly patternProperties?: Readonly<Record<string, CheckedSchema>>;
  readonly propertyNames?: { readonly pattern?: string };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

const EXTENSION_PATTERN = '^x-';
const DEFINITIONS = '#/$defs/';

const definitions = new Map<string, Fits>();

/** @param name the title of a definition in `schema.ts`. */
export function fitsDefinition(name: keyof typeof CHECKED_FORM): Fits {
  let fits = definitions.get(name);
  if (fits === undefined) {
    fits = fitsSchema(CHECKED_FORM[name]);
    definitions.set(name, fits);
  }
  return fits;
}

const isText: Fits = value => typeof value === 'string';
const isFilled: Fits = value => typeof value === 'string' && value !== '';
const isAnything: Fits = () => true;

function fitsSchema(schema: CheckedSchema): Fits {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(DEFINITIONS.length) as keyof typeof CHECKED_FORM;
    let fits: Fits | undefined;
    return value => {
      fits ??= fitsDefinition(name);
      return fits(value);
    };
  }
  if (schema.type === undefined) return isAnything;
  const types = [schema.type].flat();
  const [first, second] = types.map(type => fitsType(type, schema));
  return second === undefined ? first! : value => first!(value) || second(value);
}

function fitsType(type: string, schema: CheckedSchema): Fits {
  switch (type) {
    case 'string':
      return fitsText(schema);
    case 'number':
      return fitsNumber(schema);
    case 'boolean':
      return value => typeof value === 'boolean';
    case 'array':
      return fitsList(schema);
    case 'object':
      return schema.properties === undefined ? fitsRecord(schema) : fitsObject(schema);
    default:
      throw new Error(`no definition had a ${type} before`);
  }
}

function fitsText({ enum: values, then, pattern, minLength }: CheckedSchema): Fits {
  const allowed = values ?? then?.enum;
  if (allowed !== undefined) {
    const words: ReadonlySet<unknown> = new Set(allowed);
    return value => words.has(value);
  }
  if (pattern !== undefined) {
    const expression = new RegExp(pattern, 'u');
    return value => typeof value === 'string' && expression.test(value);
  }
  return minLength === undefined ? isText : isFilled;
}

function fitsNumber({ const: only, minimum = -Infinity, exclusiveMaximum = Infinity }: CheckedSchema): Fits {
  if (only !== undefined) return value => value === only;
  return value => typeof value === 'number' && value >= minimum && value < exclusiveMaximum;
}

function fitsList({ items, minItems = 0 }: CheckedSchema): Fits {
  const fitsItem = items === undefined ? isAnything : fitsSchema(items);
  return value => {
    if (!Array.isArray(value) || value.length < minItems) return false;
    for (const item of value) if (!fitsItem(item)) return false;
    return true;
  };
}

/** A mapping from free keys of one form to values of one kind. */
function fitsRecord({ patternProperties = {} }: CheckedSchema): Fits {
  const [[pattern, schema]] = Object.entries(patternProperties) as [[string, CheckedSchema]];
  const keys = new RegExp(pattern, 'u');
  const fitsField = fitsSchema(schema);
  return value => {
    if (!isMapping(value)) return false;
    for (const key in value) if (!keys.test(key) || !fitsField(value[key])) return false;
    return true;
  };
}

function fitsObject(schema: CheckedSchema): Fits {
  const { properties = {}, patternProperties = {}, required = [] } = schema;
  const fields = new Map(Object.entries(properties).map(([key, field]) => [key, fitsSchema(field)]));
  const hasExtensions = patternProperties[EXTENSION_PATTERN] !== undefined;
  return value => {
    if (!isMapping(value)) return false;
    for (const key in value) {
      const fitsField = fields.get(key);
      if (fitsField === undefined) {
        if (!hasExtensions || !key.startsWith('x-')) return false;
      } else if (!fitsField(value[key])) return false;
    }
    for (const key of required) if (value[key] === undefined) return false;
    return true;
  };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
