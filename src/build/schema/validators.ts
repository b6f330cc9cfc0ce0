import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { isRecord, type JsonSchema, mapChildren } from './json-schema.ts';
import { mergeUnion } from './merge-union.ts';

/**
 * Source text of a module with one validator for each titled schema given: `validateTranscript(value)`, with the
 * faults of the last call in `.errors` (ajv's form, without messages). The module imports nothing.
 */
export function validatorsModule(roots: readonly JsonSchema[]): string {
  const ajv = new Ajv({
    schemas: [{ $id: 'onrecord', ...checkedForm(roots) }],
    allErrors: true,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    // For the keys that are known where an unknown one stands.
    verbose: true,
    // Lengths are only ever compared with 1, where code units do as well as code points; no helper is needed then.
    unicode: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  const names = roots.map(({ title }) => [`validate${title}`, `onrecord#/$defs/${title}`]);
  const code = withShortErrors(standalone.default(ajv, Object.fromEntries(names)));
  if (/\brequire\(|^import /m.test(code)) throw new Error('the validators need a helper of ajv');
  return `// Made by src/build/validators.mjs with ajv from src/core/schema/schema.ts.\n${code}\n`;
}

/** The place that most errors are made at; a list of errors is made with the first. */
const ADD = `function add(errors, instancePath, keyword, more) {
const error = {instancePath,keyword,...more};
if(errors === null)return [error];
errors.push(error);
return errors;
}
`;

/**
 * Shortens how ajv reports errors. It copies all errors so far whenever a shared definition adds some: a file with a
 * hundred thousand faulty entries would be copied a hundred thousand times. And it says of each error much that nobody
 * reads, in code that every start has to parse: without it the module has 60 % of its size.
 */
function withShortErrors(code: string): string {
  const short = code
    .replace(
      /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);/g,
      'if (vErrors === null) vErrors = $1.errors; else for (const error of $1.errors) vErrors.push(error);',
    )
    .replace(
      /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g,
      '(vErrors ??= []).push($2);',
    )
    .replace(/schemaPath:"[^"]*",/g, '')
    // The schema around an unknown key has the keys that are known.
    .replace(
      /keyword:"(\w+)",(.*),schema:.*(,parentSchema:.*),data\d*(?::\w+)?(?=,propertyName|\})/g,
      (_, keyword: string, params: string, parent: string) =>
        `keyword:"${keyword}",${params}${keyword === 'additionalProperties' ? parent : ''}`,
    );
  if (/\.concat\(|\[err\d+\]|schemaPath:|,schema:|,data/.test(short))
    throw new Error('ajv reports errors in a way that is not known');
  return `${ADD}${short
    .replace(
      /\(vErrors \?\?= \[\]\)\.push\(\{instancePath(?::(.*?))?,keyword:("\w+"),(.*)\}\);\n/g,
      (_, path: string | undefined, keyword: string, more: string) =>
        `vErrors = add(vErrors, ${path ?? 'instancePath'}, ${keyword}, {${more}});\n`,
    )
    // Of a condition it is only asked whether it holds.
    .replaceAll('(vErrors ??= []).push({});', 'vErrors = add(vErrors);')
    .replace(
      /const (schema\d+) = (\{.*\});\n/g,
      (_, name: string, json: string) => `const ${name} = ${withoutConstraints(json)};\n`,
    )}`;
}

/** What errors hold of the schema around them: keys that are known, and lists of types and values. */
function withoutConstraints(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value) => (typeof value === 'object' || /^\d+$/.test(key) ? value : undefined)),
  );
}

/**
 * Source text of a module with `fitsTranscript(value)` and so on: the given validators, which count what is wrong but do
 * not say it. Sound files need no more, and it is a third of the code for every start to parse.
 */
export function fitsModule(validators: string): string {
  const code = validators
    .replace(ADD, '')
    .replace(/vErrors = add\(.*\);\n/g, '')
    .replace(/if \(vErrors === null\) vErrors = .*\n/g, '')
    .replace(
      /if\(vErrors !== null\)\{\nif\((.*)\)\{\nvErrors\.length = \1;\n\}\nelse \{\nvErrors = null;\n\}\n\}\n/g,
      '',
    )
    .replace(/let vErrors = null;\n|validate\d+\.errors = vErrors;\n/g, '')
    .replaceAll('errors = vErrors.length;', 'errors++;')
    .replace(/\{instancePath="".*?\}=\{\}/g, '')
    .replace(/(validate\d+\([^,\n]+), \{.*\}\)\)\)\{/g, '$1))){')
    // Of the schemas only the keys that are known are looked up.
    .replace(/const (schema\d+) = (\{.*\});\n/g, (_, name: string, json: string) => {
      const { properties = {} } = JSON.parse(json) as JsonSchema;
      const known = Object.fromEntries(Object.keys(properties).map(key => [key, true]));
      return validators.includes(`.call(${name}.properties`)
        ? `const ${name} = ${JSON.stringify({ properties: known })};\n`
        : '';
    })
    .replace(/export const validate/g, 'export const fits');
  if (/vErrors|instancePath|parentData/.test(code))
    throw new Error('the validators report errors in a way that is not known');
  return code;
}

/**
 * The form that validators are compiled from: without words for people, without unions, and with every titled definition,
 * and every other one that is written twice, once under `$defs`, so that each becomes one function.
 */
function checkedForm(roots: readonly JsonSchema[]): { $defs: Record<string, JsonSchema> } {
  const $defs: Record<string, JsonSchema> = {};
  const names = namesOfRepeated(roots);
  const share = (schema: JsonSchema): JsonSchema => {
    const name = schema.title ?? names.get(JSON.stringify(checked(schema)));
    if (name === undefined) return checked(schema, share);
    $defs[name] ??= checked(schema, share);
    return { $ref: `#/$defs/${name}` };
  };
  for (const root of roots) share(root);
  return { $defs };
}

/** Names for definitions without a title that are written more than once, by their JSON; to check a type alone takes no function. */
function namesOfRepeated(roots: readonly JsonSchema[]): ReadonlyMap<string, string> {
  const met = new Set<string>();
  const names = new Map<string, string>();
  const visit = (schema: JsonSchema): JsonSchema => {
    const form = checked(schema);
    const key = JSON.stringify(form);
    const isMore = Object.keys(form).length > 1;
    if (schema.title === undefined && met.has(key) && isMore && !names.has(key))
      names.set(key, `Repeated${names.size}`);
    if (schema.title === undefined || !met.has(key)) checked(schema, visit);
    met.add(key);
    return form;
  };
  for (const root of roots) visit(root);
  return names;
}

/** The form of one definition, with `child` for those inside it. */
function checked(schema: JsonSchema, child: (schema: JsonSchema) => JsonSchema = checked): JsonSchema {
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
  if (anyOf) return mergeUnion(anyOf.map(branch => checked(branch, child)));
  return mapChildren(isRecord(keywords) ? withCheckedKeys(keywords) : keywords, child);
}

/** A key that does not fit is reported as a bad key, which says more than "an additional property". */
function withCheckedKeys(record: JsonSchema): JsonSchema {
  const { additionalProperties: _additional, ...rest } = record;
  const [pattern] = Object.keys(record.patternProperties ?? {});
  return { ...rest, propertyNames: { pattern: pattern! } };
}
