/** JSON that parses back to the same value; characters that hide or command are written as `\uXXXX`. */
const HIDDEN = /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu;

export function jsonText(value: unknown): string {
  return [...jsonParts(value)].join('');
}

/**
 * Yields the text in parts: each item of a list at the top is one.
 *
 * @param printed returns what to print for an item of the list under a key; called when the item is printed.
 */
export function* jsonParts(value: unknown, printed: Printed = (_, item) => item): Generator<string> {
  for (const line of isMapping(value) ? mappingLines(value, printed) : [indented(value, '')])
    yield `${line}\n`;
}

type Printed = (key: string, item: unknown) => unknown;

/** A text as it stands between the quotation marks of JSON. */
export function jsonWords(text: string): string {
  const written = indented(text, '');
  // Nothing is escaped: the text itself, not a copy.
  return written.length === text.length + 2 ? text : written.slice(1, -1);
}

/** The indentation of an item. */
const ITEM = '    ';

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value);
}

/** Each item of a list by itself: to write a hundred megabytes as one text takes them several times over. */
function* mappingLines(mapping: Mapping, printed: Printed): Generator<string> {
  const fields = Object.entries(mapping).filter(([, value]) => hasForm(value));
  if (fields.length === 0) {
    yield '{}';
    return;
  }
  yield '{';
  for (const [index, [key, value]] of fields.entries()) {
    const comma = index === fields.length - 1 ? '' : ',';
    const head = `  ${indented(key, '')}: `;
    if (!Array.isArray(value) || value.length === 0) {
      yield `${head}${indented(value, '  ')}${comma}`;
      continue;
    }
    yield `${head}[`;
    for (const [place, item] of value.entries())
      yield `${ITEM}${indented(printed(key, item), ITEM)}${place === value.length - 1 ? '' : ','}`;
    yield `  ]${comma}`;
  }
  yield '}';
}

/** Whether JSON has a form for a value of a mapping. */
function hasForm(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

/** In a list, a value without a form in JSON becomes null. */
function indented(value: unknown, indent: string): string {
  const text = (JSON.stringify(value, undefined, 2) ?? 'null').replace(HIDDEN, escaped);
  return indent === '' ? text : text.replaceAll('\n', `\n${indent}`);
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
