/** A list in an earlier version of a file: items whose lines are the same in a later version are not read again. */
import type { NodeTable } from './node-table.ts';
import { LF } from './source-scan.ts';

/** An earlier version, read with the same typed keys. */
export interface EarlierVersion {
  /** The key of the root under which the list stands. */
  readonly key: string;
  /** To be gone through once. */
  list(): EarlierList | undefined;
}

/** Items in a row of the new list that are taken over. */
export interface TakenRun {
  readonly start: number;
  readonly count: number;
}

/** What was taken over with a run, all its lines and all nodes inside its items. */
export interface TakenItems {
  readonly run: TakenRun;
  readonly characters: number;
  readonly nodes: number;
}

const DASH = 45;
/** A dash and the blank or line break behind it. */
const INDICATOR = 2;
/** The dash and the blanks behind it, at most. */
const MOST_BETWEEN = 16;

/** So many items may be looked for in vain before two versions count as having little in common. */
const FIRST_CREDIT = 64;
/** Behind an item that is not found so many are tried, and twice as many each time in a row. */
const FIRST_REACH = 4;

/** To be asked for one new list, in its order. What is found stands in that order, each item at most once. */
export class EarlierList {
  readonly #text: string;
  readonly #items: readonly unknown[];
  readonly #table: NodeTable;
  /** Node of each item, and the node behind the last. */
  readonly #nodes: Int32Array;
  /** The item that is expected next. */
  #next = 0;
  #reach = FIRST_REACH;
  #credit = FIRST_CREDIT;

  /** @param list the node of the list in the table. */
  constructor(text: string, items: readonly unknown[], table: NodeTable, list: number) {
    this.#text = text;
    this.#items = items;
    this.#table = table;
    this.#nodes = new Int32Array(items.length + 1);
    let node = list + 1;
    for (let index = 0; index < items.length; index++) {
      this.#nodes[index] = node;
      node = table.next(node);
    }
    this.#nodes[items.length] = node;
  }

  /**
   * How many items stand, with all their lines, in a text where the line of an item begins at `line` and its dash
   * `indent` characters behind, and where another item follows them as it does here; 0 for none. `take` takes them.
   */
  find(text: string, line: number, indent: number): number {
    if (this.#credit <= 0) return 0;
    const end = Math.min(this.#items.length, this.#next + this.#reach);
    for (let index = this.#next; index < end; index++) {
      const count = this.#countFrom(index, text, line, indent);
      if (count > 0) {
        this.#next = index;
        this.#reach = FIRST_REACH;
        this.#credit += count;
        return count;
      }
      this.#credit--;
    }
    this.#reach *= 2;
    return 0;
  }

  /** How many items from one on stand there. */
  #countFrom(index: number, text: string, line: number, indent: number): number {
    const start = this.#lineOf(index, indent);
    if (start === -1) return 0;
    const end = start + commonLength(this.#text, start, text, line);
    const isSame = (item: number) => {
      const own = this.#lineOf(item, indent);
      return own !== -1 && own + indent + INDICATOR <= end;
    };
    let behind = this.#lastAt(end);
    while (behind > index && !isSame(behind)) behind--;
    return Math.max(0, behind - index);
  }

  /** The last item whose value begins at an offset or in front of it. */
  #lastAt(offset: number): number {
    let low = -1;
    let high = this.#items.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#table.start(this.#nodes[middle]!) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Where the line of an item begins; -1 where its dash stands on another line, and where there is no such item. */
  #lineOf(index: number, indent: number): number {
    if (index >= this.#items.length) return -1;
    const start = this.#table.start(this.#nodes[index]!);
    const least = Math.max(0, start - indent - MOST_BETWEEN);
    let line = start;
    while (line > least && this.#text.charCodeAt(line - 1) !== LF) line--;
    const isLine = line === 0 || this.#text.charCodeAt(line - 1) === LF;
    return isLine && this.#text.charCodeAt(line + indent) === DASH ? line : -1;
  }

  /** Adds the items that were found to the new list, and expects those behind them. */
  take(count: number, indent: number, list: unknown[]): TakenItems {
    const first = this.#next;
    const behind = first + count;
    const run = { start: list.length, count };
    for (let index = first; index < behind; index++) list.push(this.#items[index]);
    this.#next = behind;
    return {
      run,
      characters: this.#lineOf(behind, indent) - this.#lineOf(first, indent),
      nodes: this.#nodes[behind]! - this.#nodes[first]!,
    };
  }
}

/** Lengths at which two texts are compared at once; what is left is compared by characters. */
const BLOCKS = [8192, 1024, 128] as const;

/** How many characters two texts have in common from two offsets on. */
function commonLength(one: string, from: number, other: string, otherFrom: number): number {
  const longest = Math.min(one.length - from, other.length - otherFrom);
  let length = 0;
  for (const block of BLOCKS) {
    while (
      length + block <= longest &&
      one.slice(from + length, from + length + block) ===
        other.slice(otherFrom + length, otherFrom + length + block)
    )
      length += block;
  }
  while (length < longest && one.charCodeAt(from + length) === other.charCodeAt(otherFrom + length)) length++;
  return length;
}
