/** Where every node of a document stands, in three numbers a node: objects for a million spans would cost more than the text. */
import type { Span } from '../../core/span.ts';

/**
 * Nodes in the order of the file, a collection before what it holds, a key before its value. The number of a node is its
 * index; the nodes inside a collection are those from its own index + 1 up to `next`.
 */
export class NodeTable {
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #next: Int32Array;
  #count = 0;

  constructor(capacity: number) {
    this.#starts = new Int32Array(capacity);
    this.#ends = new Int32Array(capacity);
    this.#next = new Int32Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a node without children. */
  add(start: number, end: number): number {
    const node = this.#count++;
    this.#starts[node] = start;
    this.#ends[node] = end;
    this.#next[node] = this.#count;
    return node;
  }

  /** Ends a collection: every node added since is inside it. */
  close(node: number, end: number): void {
    this.#ends[node] = end;
    this.#next[node] = this.#count;
  }

  start(node: number): number {
    return this.#starts[node]!;
  }

  end(node: number): number {
    return this.#ends[node]!;
  }

  /** The first node behind this one and all that is inside it. */
  next(node: number): number {
    return this.#next[node]!;
  }

  span(node: number): Span {
    return { start: this.#starts[node]!, end: this.#ends[node]! };
  }

  /** Nodes directly inside a collection; in a mapping keys and values take turns. */
  *children(node: number): Generator<number> {
    const end = this.#next[node]!;
    for (let child = node + 1; child < end; child = this.#next[child]!) yield child;
  }
}
