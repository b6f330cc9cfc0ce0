/**
 * Finds the texts that may have quotations word for word, by looking at a few characters in many. Most quotations of a draft
 * that is ready are the record's words; then nobody has to read the whole record.
 */
import { hasEditorialMarks } from './editorial-marks.ts';
import { HashTable } from './hash-table.ts';
import type { SearchedText } from './record.ts';

/** So many characters in a row are looked at, fewer where a quotation is short: few of these are common to many texts; */
const MOST_OF_BLOCK = 10;
const LEAST_OF_BLOCK = 5;
/** in every text at every so many: the fewer, the shorter the shortest quotation is. */
const LEAST_STRIDE = 4;
const MOST_STRIDE = 64;

/** So much of a quotation is compared, to know which texts to look into. */
const MOST_COMPARED = 200;
/** Every text that has characters with which so many quotations begin is looked into. */
const MANY = 50;

const LINE_BREAK = /[ \t]*(?:\r\n|[\r\n])[ \t]*/g;
const CORE = /[\p{L}\p{N}].*[\p{L}\p{N}]/su;

/** A text with its line breaks as blanks, which is how words are compared that should be the record's. */
export function unbroken(text: string): string {
  // Texts of a record hardly ever have any, and looking for one costs much less than the pattern.
  return text.includes('\n') || text.includes('\r') ? text.replace(LINE_BREAK, ' ') : text;
}

/** Where a few characters stand in a quotation. */
interface Sought {
  /** How the quotation begins, from its first letter on. */
  readonly beginning: string;
  readonly offset: number;
}

export class VerbatimTexts {
  /** By quotation, how it begins. */
  readonly #beginnings = new Map<string, string>();
  readonly #stride: number;
  readonly #block: number;
  readonly #blocks: HashTable;
  /** By number of a block. */
  readonly #sought: Sought[][] = [];

  /** @param quotations as they are written */
  constructor(quotations: readonly string[]) {
    let shortest = Infinity;
    for (const quotation of quotations) {
      const core = hasEditorialMarks(quotation) ? undefined : CORE.exec(unbroken(quotation))?.[0];
      if (core === undefined || core.length < LEAST_OF_BLOCK + LEAST_STRIDE - 1) continue;
      this.#beginnings.set(quotation, core.slice(0, MOST_COMPARED));
      shortest = Math.min(shortest, core.length);
    }
    this.#block = Math.max(LEAST_OF_BLOCK, Math.min(MOST_OF_BLOCK, shortest >> 1));
    this.#stride = Math.min(MOST_STRIDE, shortest - this.#block + 1);
    this.#blocks = new HashTable(this.#beginnings.size * this.#stride);
    for (const beginning of this.#beginnings.values())
      for (let offset = 0; offset < this.#stride; offset++) {
        const number = this.#blocks.add(hashAt(beginning, offset, this.#block));
        const sought = this.#sought[number];
        if (sought === undefined) this.#sought[number] = [{ beginning, offset }];
        else if (sought.length < MANY) sought.push({ beginning, offset });
      }
  }

  /** Whether the quotation is long enough, and has no marks of an editor. */
  isSought(quotation: string): boolean {
    return this.#beginnings.has(quotation);
  }

  /** Indexes of the texts that may have a quotation that is sought; those that have one are all among them. */
  among(texts: readonly SearchedText[]): number[] {
    const found: number[] = [];
    if (this.#beginnings.size === 0) return found;
    for (let index = 0; index < texts.length; index++)
      if (this.#mayHave(unbroken(texts[index]!.join()))) found.push(index);
    return found;
  }

  #mayHave(text: string): boolean {
    const block = this.#block;
    for (let at = 0; at + block <= text.length; at += this.#stride) {
      const number = this.#blocks.numberOf(hashAt(text, at, block));
      if (number !== 0 && this.#isSoughtAt(number, text, at)) return true;
    }
    return false;
  }

  /** Apart from the loop above, where a closure would cost more than the rest: it takes memory each time round. */
  #isSoughtAt(number: number, text: string, at: number): boolean {
    const sought = this.#sought[number]!;
    return (
      sought.length === MANY ||
      sought.some(({ beginning, offset }) => text.startsWith(beginning, at - offset))
    );
  }
}

function hashAt(text: string, at: number, length: number): number {
  let hash = 0;
  for (let index = at; index < at + length; index++) hash = Math.imul(hash, 31) + text.charCodeAt(index);
  return hash | 0;
}
