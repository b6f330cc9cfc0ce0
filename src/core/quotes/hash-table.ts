/** 2 to the 32nd, by the golden ratio: the upper bits of a product with it are spread well, whatever the lower ones are. */
const SPREAD = 0x9e3779b1;

/** Numbers hashes from 1, in the order in which they are added; open addressing. */
export class HashTable {
  size = 0;
  readonly #mask: number;
  readonly #shift: number;
  readonly #keys: Int32Array;
  /** By slot the number of its key; 0 where it is free. */
  readonly #numbers: Int32Array;

  /** @param most how many hashes are added at most */
  constructor(most: number) {
    const bits = Math.ceil(Math.log2(4 * most + 4));
    const slots = 2 ** bits;
    this.#mask = slots - 1;
    this.#shift = 32 - bits;
    this.#keys = new Int32Array(slots);
    this.#numbers = new Int32Array(slots);
  }

  /** The number of a hash, which gets one if it has none. */
  add(hash: number): number {
    const slot = this.#slotOf(hash);
    if (this.#numbers[slot] === 0) {
      this.#keys[slot] = hash;
      this.#numbers[slot] = ++this.size;
    }
    return this.#numbers[slot]!;
  }

  /** The number of a hash; 0 if it was not added. */
  numberOf(hash: number): number {
    return this.#numbers[this.#slotOf(hash)]!;
  }

  /** As {@link numberOf}, of `count` hashes from an index on, which their numbers replace. */
  translate(list: Int32Array, from: number, count: number): void {
    // Fields in local names, and one condition without a jump in it: this is done for every word of a record.
    const [keys, own, mask, shift] = [this.#keys, this.#numbers, this.#mask, this.#shift];
    for (let index = from; index < from + count; index++) {
      const hash = list[index]!;
      let slot = Math.imul(hash, SPREAD) >>> shift;
      while (Number(keys[slot] !== hash) & Number(own[slot] !== 0)) slot = (slot + 1) & mask;
      list[index] = own[slot]!;
    }
  }

  #slotOf(hash: number): number {
    let slot = Math.imul(hash, SPREAD) >>> this.#shift;
    while (this.#numbers[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
