/**
 * Finds where quotations may stand word for word, by looking at a few characters in many. Most quotations of a draft that is
 * ready are the record's words; then nobody has to read the whole record.
 */
import type { Span } from '../model/span.ts';
import { MOST_PLACES } from './candidates.ts';
import { hasEditorialMarks } from './editorial-marks.ts';
import { HashTable } from './hash-table.ts';
import type { MatchedPassage, WholeQuotation } from './match.ts';
import type { SearchedTexts } from './record.ts';

/** Five characters are looked at, each so far behind the one before, nearer where a quotation is short: few texts share them; */
const MOST_APART = 2;
const LEAST_APART = 1;
/** in every text at every so many: the fewer, the shorter the shortest quotation is. */
const LEAST_STRIDE = 4;
const MOST_STRIDE = 64;
const SHORTEST = blockOf(LEAST_APART) + LEAST_STRIDE - 1;

/** Of a longer quotation, to compare its characters at every place may take too long. */
const MOST_COMPARED = 2000;
/** A quotation is not looked for if so many have the same five characters. */
const MANY = 50;

const LINE_BREAK = /[ \t]*(?:\r\n|[\r\n])[ \t]*/g;
const CORE = /[\p{L}\p{N}].*[\p{L}\p{N}]/su;

/** A text with its line breaks as blanks, which is how words are compared that should be the record's. */
export function unbroken(text: string): string {
  return hasBreaks(text) ? text.replace(LINE_BREAK, ' ') : text;
}

/** Texts of a record hardly ever have any, and looking for one costs much less than the pattern. */
function hasBreaks(text: string): boolean {
  return text.includes('\n') || text.includes('\r');
}

/** The stretch of a text that is this one of it without line breaks. */
function withBreaks(text: string, { start, end }: Span): Span {
  let [from, to, more] = [start, end, 0];
  for (const { 0: found, index } of text.matchAll(LINE_BREAK)) {
    const at = index - more;
    if (at >= end) break;
    more += found.length - 1;
    if (at < start) from = start + more;
    to = end + more;
  }
  return { start: from, end: to };
}

interface SoughtQuotation extends WholeQuotation {
  /** From its first letter to its last. */
  readonly core: string;
  readonly places: MatchedPassage[];
}

/** Where a few characters stand in a quotation. */
interface Block {
  readonly quotation: SoughtQuotation;
  readonly offset: number;
}

/**
 * Where the characters of quotations stand in a record, by quotation; without those that are too short or too long, that have
 * marks of an editor, or that have the characters of many others. Of the others every place is found.
 */
export function verbatimPlaces(
  quotations: readonly string[],
  record: SearchedTexts,
): ReadonlyMap<string, WholeQuotation> {
  const sought = soughtAmong(quotations);
  if (sought.size === 0) return sought;
  const index = new BlockIndex(sought);
  record.forEach((joined, text) => {
    index.lookThrough(text, joined, unbroken(joined));
  });
  for (const { quotation, place } of index.found)
    if (quotation.places.length < MOST_PLACES) quotation.places.push(place);
  for (const [text, { places }] of sought)
    if (places.length === 0) sought.delete(text);
    else places.sort((a, b) => a.text - b.text || a.span.start - b.span.start);
  return sought;
}

function soughtAmong(quotations: readonly string[]): Map<string, SoughtQuotation> {
  const sought = new Map<string, SoughtQuotation>();
  for (const quotation of quotations) {
    const found = hasEditorialMarks(quotation) ? null : CORE.exec(quotation);
    if (found === null) continue;
    const [written] = found;
    const core = unbroken(written);
    if (core.length < SHORTEST || core.length > MOST_COMPARED) continue;
    const quoted = { start: found.index, end: found.index + written.length };
    sought.set(quotation, { core, quoted, places: [] });
  }
  return sought;
}

/** Blocks of five characters at the beginnings of quotations, as many as a text has between two places that are looked at. */
class BlockIndex {
  readonly #apart: number;
  readonly #stride: number;
  readonly #table: HashTable;
  readonly found: { readonly quotation: SoughtQuotation; readonly place: MatchedPassage }[] = [];
  /** By number of a block. */
  readonly #blocks: Block[][] = [];

  /** @param sought from which it takes those that have the characters of many others */
  constructor(sought: Map<string, SoughtQuotation>) {
    let shortest = Infinity;
    for (const { core } of sought.values()) shortest = Math.min(shortest, core.length);
    this.#apart = shortest < 2 * blockOf(MOST_APART) ? LEAST_APART : MOST_APART;
    this.#stride = Math.min(MOST_STRIDE, shortest - blockOf(this.#apart) + 1);
    this.#table = new HashTable(sought.size * this.#stride);
    for (const [text, quotation] of sought)
      for (let offset = 0; offset < this.#stride; offset++) {
        const number = this.#table.add(hashAt(quotation.core, offset, this.#apart));
        const same = this.#blocks[number];
        if (same === undefined) this.#blocks[number] = [{ quotation, offset }];
        else if (same.length < MANY) same.push({ quotation, offset });
        else sought.delete(text);
      }
  }

  /** Adds the places of quotations in a text. @param words the text without line breaks */
  lookThrough(text: number, joined: string, words: string): void {
    const apart = this.#apart;
    const end = words.length - blockOf(apart);
    const stride = this.#stride;
    const table = this.#table;
    for (let at = 0; at <= end; at += stride) {
      const number = table.numberOf(hashAt(words, at, apart));
      if (number !== 0) this.#addPlaces(number, text, joined, words, at);
    }
  }

  /** Apart from the loop above, where a closure would cost more than the rest: it takes memory each time round. */
  #addPlaces(number: number, text: number, joined: string, words: string, at: number): void {
    for (const { quotation, offset } of this.#blocks[number]!) {
      const { core } = quotation;
      const start = at - offset;
      if (start < 0 || !words.startsWith(core, start)) continue;
      const span = { start, end: start + core.length };
      const place = { text, span: words === joined ? span : withBreaks(joined, span) };
      this.found.push({ quotation, place });
    }
  }
}

/** How many characters a block of five takes that are so far apart. */
function blockOf(apart: number): number {
  return 4 * apart + 1;
}

function hashAt(text: string, at: number, apart: number): number {
  let hash = 0;
  const last = at + 4 * apart;
  for (let index = at; index <= last; index += apart) hash = Math.imul(hash, 31) + text.charCodeAt(index);
  return hash | 0;
}
