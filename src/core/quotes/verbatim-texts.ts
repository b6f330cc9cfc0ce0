/**
 * Finds the texts that have quotations word for word, by looking at a few characters in many. Most quotations of a draft
 * that is ready are the record's words; then nobody has to read the whole record.
 */
import { smallest } from '../long-lists.ts';
import { hasEditorialMarks } from './editorial-marks.ts';
import { HashTable } from './hash-table.ts';
import type { SearchedText } from './record.ts';

/** So many characters in a row are looked at, */
const BLOCK = 5;
/** in every text at every so many: the fewer, the shorter the shortest quotation is. */
const LEAST_STRIDE = 4;
const MOST_STRIDE = 64;

const LINE_BREAK = /[ \t]*(?:\r\n|[\r\n])[ \t]*/g;
const CORE = /[\p{L}\p{N}].*[\p{L}\p{N}]/su;

/** A text with its line breaks as blanks, which is how words are compared that should be the record's. */
export function unbroken(text: string): string {
  // Texts of a record hardly ever have any, and looking for one costs much less than the pattern.
  return text.includes('\n') || text.includes('\r') ? text.replace(LINE_BREAK, ' ') : text;
}

/** A stretch of a quotation that stands in every text that has its words. */
interface Sought {
  readonly core: string;
  readonly offset: number;
}

export class VerbatimTexts {
  readonly #cores = new Map<string, string>();
  readonly #stride: number;
  readonly #blocks: HashTable;
  /** By number of a block. */
  readonly #sought: Sought[][] = [];

  /** @param quotations as they are written */
  constructor(quotations: readonly string[]) {
    for (const quotation of quotations) {
      const core = hasEditorialMarks(quotation) ? undefined : CORE.exec(unbroken(quotation))?.[0];
      if (core !== undefined && core.length >= BLOCK + LEAST_STRIDE - 1) this.#cores.set(quotation, core);
    }
    const shortest = smallest([...this.#cores.values()].map(({ length }) => length));
    this.#stride = Math.min(MOST_STRIDE, shortest - BLOCK + 1);
    this.#blocks = new HashTable(this.#cores.size * MOST_STRIDE);
    for (const core of this.#cores.values())
      for (let offset = 0; offset < this.#stride; offset++) {
        const number = this.#blocks.add(blockAt(core, offset));
        const sought = this.#sought[number];
        if (sought === undefined) this.#sought[number] = [{ core, offset }];
        else sought.push({ core, offset });
      }
  }

  /** Whether the quotation is long enough, and has no marks of an editor. */
  isSought(quotation: string): boolean {
    return this.#cores.has(quotation);
  }

  /** The texts that have words of any quotation that is sought; for each quotation they are all. */
  among(texts: readonly SearchedText[]): SearchedText[] {
    return this.#cores.size === 0 ? [] : texts.filter(({ text }) => this.#isIn(unbroken(text)));
  }

  #isIn(text: string): boolean {
    for (let at = 0; at + BLOCK <= text.length; at += this.#stride) {
      const number = this.#blocks.numberOf(blockAt(text, at));
      if (
        number !== 0 &&
        this.#sought[number]!.some(({ core, offset }) => text.startsWith(core, at - offset))
      )
        return true;
    }
    return false;
  }
}

function blockAt(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + BLOCK; index++) hash = Math.imul(hash, 31) + text.charCodeAt(index);
  return hash | 0;
}
