/** Utterances of two versions joined through each other (union-find). */
export class Groups {
  readonly #oldCount: number;
  /** Old utterances come first in the numbering. */
  readonly #parent: Int32Array;

  /** @param newOf for each old utterance the new one that it is paired with, or -1 */
  constructor(newOf: Int32Array, newCount: number) {
    this.#oldCount = newOf.length;
    this.#parent = new Int32Array(newOf.length + newCount);
    for (let node = 0; node < this.#parent.length; node++) this.#parent[node] = node;
    for (let index = 0; index < newOf.length; index++)
      if (newOf[index]! >= 0) this.#parent[index] = newOf.length + newOf[index]!;
  }

  join(oldIndex: number, newIndex: number): void {
    this.#parent[this.#root(oldIndex)] = this.#root(this.#oldCount + newIndex);
  }

  /** The group of each utterance, old ones first, and how many there are; numbered in the order of their first members. */
  numbered(): { readonly groupOf: Int32Array; readonly count: number } {
    const groupOf = new Int32Array(this.#parent.length);
    const ofRoot = new Int32Array(this.#parent.length).fill(-1);
    let count = 0;
    for (let node = 0; node < groupOf.length; node++) {
      const root = this.#root(node);
      if (ofRoot[root] === -1) ofRoot[root] = count++;
      groupOf[node] = ofRoot[root]!;
    }
    return { groupOf, count };
  }

  #root(node: number): number {
    let root = node;
    while (this.#parent[root] !== root) {
      this.#parent[root] = this.#parent[this.#parent[root]!]!;
      root = this.#parent[root]!;
    }
    return root;
  }
}
