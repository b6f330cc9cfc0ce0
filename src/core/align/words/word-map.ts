/** Which word of the new version continues which word of the old one. */
export class WordMap {
  /** For each old word the index of the new one, or -1. */
  readonly newOf: Int32Array;
  /** For each new word the index of the old one, or -1. */
  readonly oldOf: Int32Array;
  /** For each old word that has a counterpart how alike they are, 0 to 1. */
  readonly likeness: Float32Array;
  /** For each old word whether its counterpart was found out of the old order. */
  readonly moved: Uint8Array;

  constructor(oldLength: number, newLength: number) {
    this.newOf = new Int32Array(oldLength).fill(-1);
    this.oldOf = new Int32Array(newLength).fill(-1);
    this.likeness = new Float32Array(oldLength);
    this.moved = new Uint8Array(oldLength);
  }

  link(oldWord: number, newWord: number, likeness: number, moved: boolean): void {
    this.newOf[oldWord] = newWord;
    this.oldOf[newWord] = oldWord;
    this.likeness[oldWord] = likeness;
    this.moved[oldWord] = moved ? 1 : 0;
  }
}
