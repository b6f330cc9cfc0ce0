/** JSON of strangers: values, and where a value stands in the text when something is wrong with it. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Path } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { ImportReport } from './report.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export class JsonSource {
  readonly root: JsonObject;
  readonly #text: string;
  #tree: Node | undefined;

  constructor(text: string, root: JsonObject) {
    this.#text = text;
    this.root = root;
  }

  /** Where a value stands; places are looked up only when something is wrong. */
  locate(path: Path): Span | undefined {
    this.#tree ??= treeOf(this.#text);
    const node = this.#tree && findNodeAtLocation(this.#tree, [...path]);
    return node && { start: node.offset, end: node.offset + node.length };
  }
}

/** The text as a JSON object; what is wrong with it is reported. */
export function readJson(text: string, report: ImportReport): JsonSource | undefined {
  try {
    const root: unknown = JSON.parse(text);
    if (isObject(root)) return new JsonSource(text, root);
    report.add('bad-structure', { start: 0, end: Math.min(1, text.length) }, 'expected an object', {
      severity: 'error',
    });
  } catch {
    const errors: ParseError[] = [];
    treeOf(text, errors);
    const [first] = errors;
    const span = first && { start: first.offset, end: first.offset + first.length };
    const what = first === undefined ? '' : `: ${wordsOf(printParseErrorCode(first.error))}`;
    report.add('bad-structure', span, `not valid JSON${what}`, { severity: 'error' });
  }
  return undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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

/** The parser calls itself once a level: what exhausts the stack has no place to show. */
function treeOf(text: string, errors: ParseError[] = []): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch {
    return undefined;
  }
}

/** `CommaExpected` as "comma expected". */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, letter => ` ${letter}`).toLowerCase();
}
