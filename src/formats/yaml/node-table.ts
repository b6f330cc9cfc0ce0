/** Where every node of a document stands, in three numbers a node: objects for a million spans would cost more than the text. */
import type { Span } from '../../core/span.ts';

const LEAST_CAPACITY = 64;

/**
 * Nodes in the order of the file, a collection before what it holds, a key before its value. The number of a node is its
 * index; the nodes inside a collection are those from its own index + 1 up to `next`.
 */
export class NodeTable {
  #starts: Int32Array;
  #ends: Int32Array;
  #next: Int32Array;
  #count = 0;

  /** @param capacity how many nodes are expected; more make the table grow. */
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
    if (node === this.#starts.length) this.#grow();
    this.#starts[node] = start;
    this.#ends[node] = end;
    this.#next[node] = this.#count;
    return node;
  }

  #grow(): void {
    const capacity = Math.max(LEAST_CAPACITY, 2 * this.#starts.length);
    this.#starts = copied(this.#starts, capacity);
    this.#ends = copied(this.#ends, capacity);
    this.#next = copied(this.#next, capacity);
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

function copied(numbers: Int32Array, capacity: number): Int32Array {
  const copy = new Int32Array(capacity);
  copy.set(numbers);
  return copy;
}
