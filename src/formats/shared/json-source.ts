/** JSON from other programs: values, and the place of a value that is wrong. */

import { parse, type ValueNode } from '@humanwhocodes/momoa';
import { lazily } from '../../core/lazily.ts';
import type { Path } from '../../core/model/finding.ts';
import type { Span } from '../../core/model/span.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { type ImportFinding, ImportReport, type ImportRule } from './report.ts';

const NOT_JSON = 'not valid JSON';

export type JsonObject = Readonly<Record<string, unknown>>;

/** How a list at the top is read: as the value of this key, or as its first object. */
export type ListReading = { readonly listAs: string } | 'first';

export type JsonSource = ReturnType<typeof jsonSource>;

/** `list` says how the root was made of a list; undefined if the text is an object. */
export function jsonSource(text: string, root: JsonObject, report: ImportReport, list?: ListReading) {
  const tree = lazily(() => treeOf(text));

  function add(rule: ImportRule, path: Path, message: string, more?: ImportFinding): void {
    report.add(rule, locate(path), message, more);
  }

  /** Tells of an item that is left out, as it lacks a field: "a segment". */
  function addMissing(path: Path, item: string, field: string, loses?: string): void {
    add('missing-field', path, `${item} without ${field} was left out`, { loses });
  }

  function refused(path: Path, message: string): ReadResult {
    return report.refused(locate(path), message);
  }

  /** The place of a value; computed only for findings. */
  function locate(path: Path): Span | undefined {
    const written = list === undefined ? path : list === 'first' ? [0, ...path] : path.slice(1);
    const node = written.reduce<ValueNode | undefined>(childOf, tree());
    return node && { start: node.loc.start.offset, end: node.loc.end.offset };
  }

  return { root, report, add, addMissing, refused };
}

function childOf(node: ValueNode | undefined, step: string | number): ValueNode | undefined {
  if (node?.type === 'Array') return node.elements[Number(step)]?.value;
  if (node?.type !== 'Object') return undefined;
  return node.members.findLast(({ name }) => name.type === 'String' && name.value === step)?.value;
}

/** Makes a reader for a JSON object, which reports anything else. `list` allows a list at the top. */
export function jsonReader(
  read: (json: JsonSource, options: ReadOptions) => ReadResult,
  list?: ListReading,
): (text: string, options: ReadOptions) => ReadResult {
  return (text, options) => {
    const report = new ImportReport(options.file);
    const json = readJson(text, report, list);
    return json === undefined ? report.result() : read(json, options);
  };
}

function readJson(text: string, report: ImportReport, list?: ListReading): JsonSource | undefined {
  try {
    const root = parseLeniently(text, report);
    if (isObject(root)) return jsonSource(text, root, report);
    if (Array.isArray(root) && list !== undefined) {
      const first = list === 'first' ? root.find(isObject) : { [list.listAs]: root };
      if (first !== undefined) return jsonSource(text, first, report, list);
    }
    report.add('bad-structure', { start: 0, end: Math.min(1, text.length) }, 'expected an object', {
      severity: 'error',
    });
  } catch {
    reportSyntax(text, report);
  }
  return undefined;
}

/** A string with its quotation marks, or a number that JSON does not have. */
const STRING_OR_NO_NUMBER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|\bNaN\b|-?\bInfinity\b/g;
const BAD_ESCAPE = /\\(?:(["\\/bfnrt]|u[\da-fA-F]{4})|)/g;

/**
 * Accepts two common faults of JSON writers: `NaN`, as Python writes it, becomes null; a backslash that
 * begins no escape, as in a path of Windows, is a backslash.
 *
 * @throws SyntaxError if the text still is not JSON.
 */
function parseLeniently(text: string, report: ImportReport): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    let numbers = 0;
    let backslashes = 0;
    const mended = text.replace(STRING_OR_NO_NUMBER, found => {
      if (!found.startsWith('"')) {
        numbers++;
        return 'null';
      }
      if (!found.includes('\\')) return found;
      return found.replace(BAD_ESCAPE, (sequence, known?: string) => {
        if (known !== undefined) return sequence;
        backslashes++;
        return '\\\\';
      });
    });
    if (numbers + backslashes === 0) throw error;
    const value: unknown = JSON.parse(mended);
    const severity = { severity: 'info' } as const;
    if (numbers > 0)
      report.add(
        'bad-structure',
        undefined,
        `NaN or Infinity is not JSON (${numbers}); read as null`,
        severity,
      );
    if (backslashes > 0)
      report.add(
        'bad-structure',
        undefined,
        `a backslash that starts no escape is not JSON (${backslashes}); kept`,
        severity,
      );
    return value;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value if it is an object, else an empty object. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects of a list, each with its index; anything else in it is passed over. */
export function objectsOf(value: unknown): readonly (readonly [index: number, item: JsonObject])[] {
  return Array.isArray(value)
    ? value.flatMap((item, index) => (isObject(item) ? [[index, item] as const] : []))
    : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Finds the offset at which the text stops being JSON, and the text there. */
function reportSyntax(text: string, report: ImportReport): void {
  try {
    parse(text, { mode: 'json' });
  } catch (error) {
    const { offset, message } = error as { offset?: number; message: string };
    const isEnd = /end of input/.test(message);
    const start = isEnd ? text.length : offset;
    const what = message.replace(/ found\. \(.*$/, '').replace('Unexpected', 'unexpected');
    const span = start === undefined ? undefined : { start, end: Math.min(start + 1, text.length) };
    report.add('bad-structure', span, span === undefined ? NOT_JSON : `${NOT_JSON}: ${what}`, {
      severity: 'error',
    });
    return;
  }
  report.add('bad-structure', undefined, NOT_JSON, { severity: 'error' });
}

/** The parser calls itself once a level: what exhausts the stack has no place to show. */
function treeOf(text: string): ValueNode | undefined {
  try {
    return parse(text, { mode: 'json' }).body;
  } catch {
    return undefined;
  }
}
