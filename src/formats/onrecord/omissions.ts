/** Drops the parts of a file that the model cannot take, and keeps track of where the rest is in the file. */
import { firstIndex } from '../../core/binary-search.ts';
import type { Path } from '../../core/model/finding.ts';

type Segment = string | number;

/** A list or mapping inside which something is omitted. */
class Branch {
  /** By key or index; `omitted`, or something further inside. */
  readonly children = new Map<Segment, Branch | 'omitted'>();
  #omittedItems: readonly number[] | undefined;

  /** Leaves out a child, whatever was omitted inside it. */
  omit(segment: Segment): void {
    this.children.set(segment, 'omitted');
    this.#omittedItems = undefined;
  }

  into(segment: Segment): Branch | undefined {
    const child = this.children.get(segment);
    if (child === 'omitted') return undefined;
    if (child !== undefined) return child;
    const branch = new Branch();
    this.children.set(segment, branch);
    return branch;
  }

  /** Indexes of the omitted items of a list, ascending. */
  get omittedItems(): readonly number[] {
    this.#omittedItems ??= [...this.children]
      .flatMap(([segment, child]) => (child === 'omitted' && typeof segment === 'number' ? segment : []))
      .sort((a, b) => a - b);
    return this.#omittedItems;
  }
}

export class Omissions {
  /** Above the root, so that the root can be omitted like anything else. */
  readonly #top = new Branch();

  /** Leaves out the node at a path of the file. */
  omit(path: Path): void {
    let branch: Branch | undefined = this.#top;
    let segment: Segment = '';
    for (const next of path) {
      branch = branch?.into(segment);
      segment = next;
    }
    branch?.omit(segment);
  }

  /**
   * The file's value without the omitted nodes, undefined if the whole file is omitted. Objects in which nothing is
   * omitted are shared, not copied.
   */
  apply(value: unknown): unknown {
    return rest(value, this.#top.children.get(''));
  }

  /** Returns the path in the file for a path in the applied value, where items after omitted ones have moved up. */
  pathInFile(path: Path): Path {
    let branch = this.#top.children.get('');
    return path.map(segment => {
      if (branch === undefined || branch === 'omitted') return segment;
      const inFile: Segment =
        typeof segment === 'number' ? indexInFile(segment, branch.omittedItems) : segment;
      branch = branch.children.get(inFile);
      return inFile;
    });
  }
}

function rest(value: unknown, omitted: Branch | 'omitted' | undefined): unknown {
  if (omitted === 'omitted') return undefined;
  if (omitted === undefined) return value;
  const { children } = omitted;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const child = children.get(index);
      if (child !== 'omitted') items.push(rest(item, child));
    }
    return items;
  }
  const kept = Object.entries(value as object).filter(([key]) => children.get(key) !== 'omitted');
  return Object.fromEntries(kept.map(([key, field]) => [key, rest(field, children.get(key))]));
}

/** The k-th omitted index has `omitted[k] - k` kept items before it; those with no more than `index` push it on. */
function indexInFile(index: number, omitted: readonly number[]): number {
  return index + firstIndex(0, omitted.length, at => omitted[at]! - at > index);
}
