/** JSON of strangers: values, and where a value stands in the text when something is wrong with it. */
import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Path } from '../../core/model/finding.ts';
import type { Span } from '../../core/model/span.ts';
import type { ImportReport } from './report.ts';

const NOT_JSON = 'not valid JSON';

export type JsonObject = Readonly<Record<string, unknown>>;

export class JsonSource {
  readonly root: JsonObject;
  readonly #text: string;
  #tree: ValueNode | undefined;

  constructor(text: string, root: JsonObject) {
    this.#text = text;
    this.root = root;
  }

  /** Where a value stands; places are looked up only when something is wrong. */
  locate(path: Path): Span | undefined {
    this.#tree ??= treeOf(this.#text);
    const node = path.reduce<ValueNode | undefined>(childOf, this.#tree);
    return node && { start: node.loc.start.offset, end: node.loc.end.offset };
  }
}

function childOf(node: ValueNode | undefined, step: string | number): ValueNode | undefined {
  if (node?.type === 'Array') return node.elements[Number(step)]?.value;
  if (node?.type !== 'Object') return undefined;
  return node.members.findLast(({ name }) => name.type === 'String' && name.value === step)?.value;
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
    reportSyntax(text, report);
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

/** Where the text stops being JSON, and what stands there. */
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
