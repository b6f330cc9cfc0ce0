/** Parts of a file that the model cannot take: what is left without them, and where the rest stands in the file. */
import type { Path } from '../../core/finding.ts';

interface Node {
  omitted: boolean;
  readonly children: Map<string | number, Node>;
  /** Indexes of omitted items of a list, ascending; made when first needed after a change. */
  omittedItems: number[] | undefined;
}

const newNode = (): Node => ({ omitted: false, children: new Map(), omittedItems: undefined });

export class Omissions {
  readonly #root = newNode();

  /** Leaves out the node at a path of the file. */
  omit(path: Path): void {
    let node = this.#root;
    for (const segment of path) {
      node.omittedItems = undefined;
      let child = node.children.get(segment);
      if (child === undefined) {
        child = newNode();
        node.children.set(segment, child);
      }
      node = child;
    }
    node.omitted = true;
  }

  /**
   * The file's value without the omitted nodes, undefined where the whole file is omitted. Objects in which nothing is
   * omitted are shared, not copied.
   */
  apply(value: unknown): unknown {
    return this.#root.omitted ? undefined : rebuild(value, this.#root);
  }

  /** The path in the file of a path in the applied value, where items behind omitted ones have moved up. */
  pathInFile(path: Path): Path {
    let node: Node | undefined = this.#root;
    const result: (string | number)[] = [];
    for (const segment of path) {
      const inFile: string | number =
        node !== undefined && typeof segment === 'number'
          ? indexInFile(segment, omittedItems(node))
          : segment;
      result.push(inFile);
      node = node?.children.get(inFile);
    }
    return result;
  }
}

function rebuild(value: unknown, node: Node): unknown {
  if (node.children.size === 0) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const child = node.children.get(index);
      if (!child?.omitted) items.push(child === undefined ? item : rebuild(item, child));
    }
    return items;
  }
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value as object)) {
    const child = node.children.get(key);
    if (!child?.omitted) result[key] = child === undefined ? item : rebuild(item, child);
  }
  return result;
}

function omittedItems(node: Node): readonly number[] {
  node.omittedItems ??= [...node.children]
    .flatMap(([index, child]) => (child.omitted && typeof index === 'number' ? index : []))
    .sort((a, b) => a - b);
  return node.omittedItems;
}

/** The k-th omitted index has `omitted[k] - k` kept items before it; those with no more than `index` push it on. */
function indexInFile(index: number, omitted: readonly number[]): number {
  let low = 0;
  let high = omitted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (omitted[middle]! - middle <= index) low = middle + 1;
    else high = middle;
  }
  return index + low;
}
