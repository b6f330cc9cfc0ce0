/** A parsed YAML file: its value, and the position of every part. */
import { getOrMake } from '../../../core/maps.ts';
import type { Path } from '../../../core/model/finding.ts';
import type { Span } from '../../../core/model/span.ts';
import { dominantLineBreak } from './line-break.ts';
import type { NodeTable } from './node-table.ts';

/** The result of reading a text. */
export interface Tree<Value = unknown> {
  readonly value: Value;
  readonly nodes: NodeTable;
  /** Returns the text of a key, without quotes and escapes, from where it stands in the source. */
  readonly keyText: (source: string, span: Span) => string;
}

/** One node and the key that leads to it. Spans of block collections end with the last thing inside them. */
export interface YamlNode {
  /** Its key or index; absent on the root. */
  readonly step?: string | number;
  readonly value: unknown;
  readonly span: Span;
  /** Absent on the root and on the items of a list. */
  readonly keySpan?: Span;
}

/** A node by its numbers in the table. */
interface Found {
  readonly value: unknown;
  readonly node: number;
  readonly key?: number;
  readonly step?: string | number;
}

export class YamlDocument {
  /** The source, without a byte order mark. */
  readonly text: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** The keys whose plain scalars were resolved; reading an edited text again needs the same. */
  readonly typedKeys: ReadonlySet<string>;
  readonly #nodes: NodeTable;
  readonly #keyText: Tree['keyText'];
  #lineBreak: ReturnType<typeof dominantLineBreak> | undefined;
  #isJson: boolean | undefined;
  /** The items of a collection, indexed on first use, so that looking up every item of a list stays linear. */
  readonly #items = new Map<number, readonly number[]>();
  readonly #fields = new Map<number, ReadonlyMap<string, number>>();

  constructor(
    text: string,
    { value, nodes, keyText }: Tree<Readonly<Record<string, unknown>>>,
    typedKeys: ReadonlySet<string>,
  ) {
    this.text = text;
    this.value = value;
    this.typedKeys = typedKeys;
    this.#nodes = nodes;
    this.#keyText = keyText;
  }

  /** The line break of most lines; computed once, because many edits ask for it. */
  get lineBreak(): ReturnType<typeof dominantLineBreak> {
    this.#lineBreak ??= dominantLineBreak(this.text);
    return this.#lineBreak;
  }

  /** Whether the text is JSON (RFC 8259), which is YAML as well: other programs may read it as such. */
  get isJson(): boolean {
    this.#isJson ??= isJson(this.text);
    return this.#isJson;
  }

  /** Where the node stands in `text`, or its key; for a path that leads to nothing, the nearest enclosing node. */
  locate(path: Path, part: 'key' | 'value' = 'value'): Span {
    const { found } = this.#walk(path);
    return this.#nodes.span(part === 'key' && found.key !== undefined ? found.key : found.node);
  }

  /** Where stretches of a text stand; the whole scalar where it is written in a way that hides them. */
  async locateWords(path: Path, text: string, words: readonly Span[]): Promise<readonly Span[]> {
    const whole = this.locate(path);
    const { wordsInScalar } = await import('./scalar-places.ts');
    const written = this.text.slice(whole.start, whole.end);
    return wordsInScalar(written, whole.start, text, words) ?? words.map(() => whole);
  }

  has(path: Path): boolean {
    return this.#walk(path).steps === path.length;
  }

  /** The node at a path, or undefined if there is none. */
  node(path: Path): YamlNode | undefined {
    const { found, steps } = this.#walk(path);
    return steps === path.length ? this.#describe(found) : undefined;
  }

  /** The nodes directly inside a list or mapping, in the order of the file. */
  children(path: Path): readonly YamlNode[] {
    const { found, steps } = this.#walk(path);
    if (steps < path.length) return [];
    const { value, node } = found;
    if (Array.isArray(value)) {
      return this.#itemsOf(node).map((item, i) => this.#describe({ value: value[i], node: item, step: i }));
    }
    if (!isMapping(value)) return [];
    return [...this.#fieldsOf(node)].map(([name, key]) => this.#describe(this.#fieldAt(value, name, key)));
  }

  /** How many nodes stand directly inside a list or mapping; 0 where there is none. */
  count(path: Path): number {
    const { found, steps } = this.#walk(path);
    if (steps < path.length) return 0;
    if (Array.isArray(found.value)) return found.value.length;
    return isMapping(found.value) ? this.#fieldsOf(found.node).size : 0;
  }

  /** The nodes directly before and behind the one at `path` in its list or mapping. */
  neighbours(path: Path): { readonly before: YamlNode | undefined; readonly after: YamlNode | undefined } {
    const parent = path.slice(0, -1);
    const step = path.at(-1);
    if (typeof step === 'number') {
      // A list may have a million items: only these two are described.
      return { before: this.node([...parent, step - 1]), after: this.node([...parent, step + 1]) };
    }
    const siblings = this.children(parent);
    const index = siblings.findIndex(sibling => sibling.step === step);
    return { before: siblings[index - 1], after: siblings[index + 1] };
  }

  #walk(path: Path): { found: Found; steps: number } {
    let found: Found = { value: this.value, node: 0 };
    let steps = 0;
    for (const step of path) {
      const inner = this.#step(found, step);
      if (inner === undefined) break;
      found = inner;
      steps++;
    }
    return { found, steps };
  }

  #step({ value, node }: Found, step: string | number): Found | undefined {
    if (Array.isArray(value)) {
      const item = typeof step === 'number' ? this.#itemsOf(node)[step] : undefined;
      return item === undefined ? undefined : { value: value[step as number], node: item, step };
    }
    if (!isMapping(value)) return undefined;
    const key = this.#fieldsOf(node).get(String(step));
    return key === undefined ? undefined : this.#fieldAt(value, String(step), key);
  }

  #fieldAt(mapping: Readonly<Record<string, unknown>>, name: string, key: number): Found {
    return { value: mapping[name], node: this.#nodes.next(key), key, step: name };
  }

  #itemsOf(list: number): readonly number[] {
    return getOrMake(this.#items, list, () => this.#nodes.children(list));
  }

  #fieldsOf(mapping: number): ReadonlyMap<string, number> {
    return getOrMake(this.#fields, mapping, () => {
      const keys = this.#nodes.children(mapping).filter((_, index) => index % 2 === 0);
      return new Map(keys.map(key => [this.#keyText(this.text, this.#nodes.span(key)), key]));
    });
  }

  #describe({ value, node, key, step }: Found): YamlNode {
    return {
      value,
      span: this.#nodes.span(node),
      ...(step !== undefined && { step }),
      ...(key !== undefined && { keySpan: this.#nodes.span(key) }),
    };
  }
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets a field as an own property, also where its name is that of a setter (`__proto__`). */
export function setOwn(container: object, step: string | number, value: unknown): void {
  Object.defineProperty(container, step, { value, enumerable: true, configurable: true, writable: true });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
