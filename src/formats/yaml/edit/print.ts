/**
 * Values as YAML text in one style: what a person would write by hand, and the same for the same value. For whole files
 * that are written anew; edits of a file go by the style that is there. Needs no library: text is plain where it surely
 * can be, folded or literal where it is long, and else in the double quotes of JSON, which YAML 1.2 shares.
 */
import { isMapping } from '../read/document.ts';

/** Columns after which long text is folded and short lists are written one item a line. */
const WIDTH = 100;
/** Columns that folded text has at least, however deep it stands. */
const LEAST_ROOM = 40;
const STEP = '  ';

/** No indicator at the start, no number: YAML 1.2.2, 7.3.3, less what other parsers take for something else. */
const PLAIN = /^[\p{L}“‘«(](?:.*[^\s:])?$/u;
const ENDS_PLAIN = /:\s|\s#/;
const ENDS_FLOW = /[,[\]{}]|:/;
const MEANS_SOMETHING_ELSE = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
const DATE_OR_TIME = /^(?:\d{4}-\d{2}(?:-\d{2})?|\d{2,}:\d{2}:\d{2}\.\d{3})$/;

const SINGLE_SPACES = /^[^\s]+(?: [^\s]+)*$/;
const LINES = /^\S(?:.*\S)?(?:\n(?:.*\S)?)*\n.*\S$/;
/** Characters that only stand as escapes in double quotes (YAML 1.2.2, 5.1), or change how the text around them is shown. */
const NEEDS_ESCAPE =
  /[\0-\t\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u;
const EVERY_ESCAPE = new RegExp(NEEDS_ESCAPE, 'gu');

/** A document with a mapping at the top. Keys keep their order; fields whose value is undefined are left out. */
export function printYaml(root: Readonly<Record<string, unknown>>): string {
  return [...yamlParts(root)].join('');
}

/**
 * The document in parts: each item of a list at the top that stands on lines of its own is one.
 *
 * @param printed what stands for such an item of the list under a key; asked for when it is printed.
 */
export function* yamlParts(
  root: Readonly<Record<string, unknown>>,
  printed: (key: string, item: unknown) => unknown = (_, item) => item,
): Generator<string> {
  for (const [name, value] of Object.entries(root)) {
    if (value === undefined) continue;
    const key = flowText(name);
    if (Array.isArray(value) && !isOnOneLine(`${key}:`, value)) {
      yield `${key}:\n`;
      for (const item of value) yield `${itemLines(printed(name, item), STEP).join('\n')}\n`;
    } else yield `${fieldLines(key, value, '').join('\n')}\n`;
  }
}

function mappingLines(mapping: Readonly<Record<string, unknown>>, indent: string): string[] {
  return Object.entries(mapping).flatMap(([key, value]) =>
    value === undefined ? [] : fieldLines(flowText(key), value, indent),
  );
}

function fieldLines(key: string, value: unknown, indent: string): string[] {
  const head = `${indent}${key}:`;
  if (Array.isArray(value)) return listFieldLines(head, value, indent);
  if (!isMapping(value)) return scalarLines(head, value, `${indent}${STEP}`);
  const lines = mappingLines(value, `${indent}${STEP}`);
  return lines.length === 0 ? [`${head} {}`] : [head, ...lines];
}

function listFieldLines(head: string, list: readonly unknown[], indent: string): string[] {
  if (isOnOneLine(head, list)) return [lineOf(head, list)];
  return [head, ...list.flatMap(item => itemLines(item, `${indent}${STEP}`))];
}

function lineOf(head: string, list: readonly unknown[]): string {
  return `${head} [${list.map(item => flowText(item as string)).join(', ')}]`;
}

/** Text alone, and short. */
function isOnOneLine(head: string, list: readonly unknown[]): boolean {
  if (list.length === 0) return true;
  return list.every(item => typeof item === 'string') && lineOf(head, list).length <= WIDTH;
}

function itemLines(item: unknown, indent: string): string[] {
  const inner = `${indent}${STEP}`;
  if (Array.isArray(item)) {
    return item.length === 0
      ? [`${indent}- []`]
      : withDash(
          item.flatMap(inside => itemLines(inside, inner)),
          indent,
        );
  }
  if (!isMapping(item)) return scalarLines(`${indent}-`, item, inner);
  const lines = mappingLines(item, inner);
  return lines.length === 0 ? [`${indent}- {}`] : withDash(lines, indent);
}

/** The first line's indentation ends in a dash. */
function withDash([first = '', ...rest]: readonly string[], indent: string): string[] {
  return [`${indent}- ${first.slice(indent.length + STEP.length)}`, ...rest];
}

function scalarLines(head: string, value: unknown, indent: string): string[] {
  if (typeof value !== 'string') return [`${head} ${scalarText(value)}`];
  if (!NEEDS_ESCAPE.test(value)) {
    if (LINES.test(value))
      return [`${head} |-`, ...value.split('\n').map(line => line && `${indent}${line}`)];
    const isLong = head.length + 1 + value.length > WIDTH;
    if (isLong && SINGLE_SPACES.test(value)) return [`${head} >-`, ...foldedLines(value, indent)];
    if (isPlain(value)) return [`${head} ${value}`];
  }
  return [`${head} ${quoted(value)}`];
}

/** A scalar that the core schema reads as null, a boolean or a number. */
function scalarText(value: unknown): string {
  if (typeof value !== 'number' || Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
}

function foldedLines(text: string, indent: string): string[] {
  const lines: string[] = [];
  let start = 0;
  const room = Math.max(LEAST_ROOM, WIDTH - indent.length);
  while (text.length - start > room) {
    let end = text.lastIndexOf(' ', start + room);
    if (end <= start) end = text.indexOf(' ', start + room);
    if (end === -1) break;
    lines.push(indent + text.slice(start, end));
    start = end + 1;
  }
  lines.push(indent + text.slice(start));
  return lines;
}

/** For the inside of `[]`, and for keys. */
function flowText(text: string): string {
  return isPlain(text) && !ENDS_FLOW.test(text) && !NEEDS_ESCAPE.test(text) ? text : quoted(text);
}

function isPlain(text: string): boolean {
  if (DATE_OR_TIME.test(text)) return true;
  return PLAIN.test(text) && !ENDS_PLAIN.test(text) && !MEANS_SOMETHING_ELSE.test(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    EVERY_ESCAPE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
