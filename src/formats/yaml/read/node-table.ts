/** Positions of all nodes, three numbers per node: objects for a million spans would take more memory than the text. */
import type { Span } from '../../../core/model/span.ts';

/** Numbers of a node: its start, its end, and the first node behind it and all that is inside it. */
const FIELDS = 3;
const END = 1;
const NEXT = 2;

/**
 * Nodes in the order of the file, a collection before what it holds, a key before its value. The number of a node is its
 * index; the nodes inside a collection are those from its own index + 1 up to `next`.
 */
export class NodeTable {
  #numbers: Int32Array;
  #count = 0;

  /** @param capacity how many nodes are expected; more make the table grow. */
  constructor(capacity: number) {
    this.#numbers = new Int32Array(FIELDS * Math.max(1, capacity));
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a node without children. */
  add(start: number, end: number): number {
    const node = this.#count++;
    const at = FIELDS * node;
    if (at === this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    numbers[at] = start;
    numbers[at + END] = end;
    numbers[at + NEXT] = this.#count;
    return node;
  }

  #grow(): void {
    const larger = new Int32Array(2 * this.#numbers.length);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }

  /** Ends a collection: every node added since is inside it. */
  close(node: number, end: number): void {
    this.#numbers[FIELDS * node + END] = end;
    this.#numbers[FIELDS * node + NEXT] = this.#count;
  }

  start(node: number): number {
    return this.#numbers[FIELDS * node]!;
  }

  end(node: number): number {
    return this.#numbers[FIELDS * node + END]!;
  }

  /** The first node behind this one and all that is inside it. */
  next(node: number): number {
    return this.#numbers[FIELDS * node + NEXT]!;
  }

  span(node: number): Span {
    return { start: this.start(node), end: this.end(node) };
  }

  /** Nodes directly inside a collection; in a mapping keys and values take turns. */
  children(node: number): number[] {
    const found: number[] = [];
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) found.push(child);
    return found;
  }
}
