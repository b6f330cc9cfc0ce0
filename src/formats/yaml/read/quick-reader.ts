/**
 * Reads the YAML that transcripts are written in, line by line, several times faster than the full parser: block lists
 * and mappings with plain keys; plain, quoted and block scalars; lists and mappings in brackets. Whatever is written in
 * another way, and every error, is left to the full parser, which alone reports errors.
 */
import { isNull, resolveScalar } from './core-schema.ts';
import type { Tree } from './document.ts';
import { AS_WRITTEN, EXTENSION, type Typing } from './key-typing.ts';
import { MAX_NODES } from './limits.ts';
import { NodeTable } from './node-table.ts';
import { type PlainKey, PlainKeys } from './plain-keys.ts';
import {
  blockText,
  closingQuote,
  foldedLines,
  isPlainStart,
  MORE_THAN_QUICK,
  unescaped,
} from './quick-scalars.ts';
import { HASH, LF, SPACE, trimEnd } from './source-scan.ts';

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const GREATER = 62;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAPPING = 123;
const BAR = 124;
const CLOSE_MAPPING = 125;

/** First guess; slightly too small for a typical transcript. */
const CHARACTERS_A_NODE = 16;
/** Deeper documents are rare enough for the full parser, which has the exact limit. */
const MOST_DEPTH = 32;
/** Tabs, other line breaks than LF, and what no YAML may hold: their places need the full parser. */
const UNUSUAL = /[\0-\t\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/;

export type QuickTree = Tree<Readonly<Record<string, unknown>>>;

/**
 * Returns what the full parser would, or undefined if the text is not written in the usual way.
 *
 * @param known gives for the text of a folded or literal scalar, which is a copy, the same text if the caller has it.
 */
export function readQuickly(
  text: string,
  typedKeys: ReadonlySet<string>,
  known?: (text: string) => string,
): QuickTree | undefined {
  try {
    return new QuickReader(text, typedKeys, known).read();
  } catch (error) {
    if (error === MORE_THAN_QUICK) return undefined;
    throw error;
  }
}

class QuickReader {
  readonly #text: string;
  readonly #nodes: NodeTable;
  readonly #keys: PlainKeys;
  readonly #known: (text: string) => string;
  /** The line that is read next: where its content begins, and how far it is indented; -1 at the end of the text. */
  #at = 0;
  #indent = 0;
  /** Blank lines or comments stand in front of that line. */
  #gap = false;
  /** Behind the last node that was read. */
  #end = 0;
  #depth = 0;
  /** The next `: ` and `#`, looked for no earlier than needed, so that no part is searched twice. */
  #separator = -1;
  #hash = -1;

  constructor(text: string, typedKeys: ReadonlySet<string>, known = (copy: string) => copy) {
    this.#text = text;
    this.#known = known;
    this.#nodes = new NodeTable(Math.ceil(text.length / CHARACTERS_A_NODE));
    this.#keys = new PlainKeys(text, typedKeys);
  }

  read(): QuickTree {
    this.#nextLine(this.#text.startsWith('---\n') ? 4 : 0);
    // JSON is seen at its first sign, without a search in the whole of it.
    if (this.#indent !== 0 || this.#keys.at(this.#at) === undefined) throw MORE_THAN_QUICK;
    if (UNUSUAL.test(this.#text) || !this.#text.isWellFormed()) throw MORE_THAN_QUICK;
    const value = this.#mapping(0, AS_WRITTEN);
    // Keys in quotes are left to the full parser.
    return { value, nodes: this.#nodes, keyText: (text, { start, end }) => text.slice(start, end) };
  }

  /** Goes to the first line from `from` on that holds more than a comment. */
  #nextLine(from: number): void {
    const text = this.#text;
    this.#gap = false;
    for (let i = from; ; this.#gap = true) {
      const start = i;
      while (text.charCodeAt(i) === SPACE) i++;
      const code = text.charCodeAt(i);
      if (code === LF) i++;
      else if (code === HASH) i = this.#lineEnd(i) + 1;
      else if (i >= text.length) {
        this.#at = text.length;
        this.#indent = -1;
        return;
      } else {
        this.#at = i;
        this.#indent = i - start;
        return;
      }
    }
  }

  #lineEnd(at: number): number {
    return indexOrEnd(this.#text, '\n', at);
  }

  #add(start: number, end: number): number {
    if (this.#nodes.count >= MAX_NODES) throw MORE_THAN_QUICK;
    this.#end = end;
    return this.#nodes.add(start, end);
  }

  #enter(): void {
    if (++this.#depth > MOST_DEPTH) throw MORE_THAN_QUICK;
  }

  #isItem(at: number): boolean {
    if (this.#text.charCodeAt(at) !== DASH) return false;
    const behind = this.#text.charCodeAt(at + 1);
    return behind === SPACE || behind === LF || at + 1 === this.#text.length;
  }

  /** The block mapping that begins at the current line. */
  #mapping(base: number, inherited: Typing): Record<string, unknown> {
    this.#enter();
    const mapping: Record<string, unknown> = {};
    const node = this.#add(this.#at, this.#at);
    do {
      const start = this.#at;
      const key = this.#keys.at(start);
      if (key === undefined || isTaken(mapping, key.text)) throw MORE_THAN_QUICK;
      const colon = start + key.text.length;
      this.#add(start, colon);
      mapping[key.text] = this.#behindIndicator(colon + 1, base, base - 1, typingUnder(key, inherited));
    } while (this.#indent === base);
    if (this.#indent > base) throw MORE_THAN_QUICK;
    this.#depth--;
    this.#nodes.close(node, this.#end);
    return mapping;
  }

  /** The block list that begins at the current line. */
  #list(base: number, typing: Typing): unknown[] {
    this.#enter();
    const text = this.#text;
    const list: unknown[] = [];
    const node = this.#add(this.#at, this.#at);
    do {
      const dash = this.#at;
      let i = dash + 1;
      while (text.charCodeAt(i) === SPACE) i++;
      if (this.#isItem(i) || this.#keys.at(i) !== undefined) {
        this.#indent += i - dash;
        this.#at = i;
        list.push(this.#collection(typing));
      } else {
        list.push(this.#behindIndicator(dash + 1, base, base, typing));
      }
    } while (this.#indent === base && this.#isItem(this.#at));
    this.#depth--;
    this.#nodes.close(node, this.#end);
    return list;
  }

  #collection(typing: Typing): unknown {
    if (this.#isItem(this.#at)) return this.#list(this.#indent, typing);
    return this.#mapping(this.#indent, typing);
  }

  /** What follows a `:` or `-`, on the same line or the next ones; `listBase` is the least indent but one of a list there. */
  #behindIndicator(indicatorEnd: number, base: number, listBase: number, typing: Typing): unknown {
    const text = this.#text;
    let i = indicatorEnd;
    while (text.charCodeAt(i) === SPACE) i++;
    const code = text.charCodeAt(i);
    if (code !== LF && code !== HASH && i < text.length) return this.#value(i, base, typing);
    if (code === HASH && i === indicatorEnd) throw MORE_THAN_QUICK;
    this.#nextLine(this.#lineEnd(i) + 1);
    const isItem = this.#isItem(this.#at);
    if (this.#indent <= (isItem ? listBase : base)) {
      this.#add(indicatorEnd, indicatorEnd);
      return null;
    }
    if (isItem || this.#keys.at(this.#at) !== undefined) return this.#collection(typing);
    const first = text.charCodeAt(this.#at);
    if (first === BAR || first === GREATER) throw MORE_THAN_QUICK;
    return this.#value(this.#at, base, typing);
  }

  /** A scalar or a collection in brackets; `base` is the indent of what it belongs to. */
  #value(start: number, base: number, typing: Typing): unknown {
    const code = this.#text.charCodeAt(start);
    if (code === BAR || code === GREATER) return this.#blockScalar(start, base);
    let value: unknown;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) value = this.#quoted(start, base);
    else if (code === OPEN_LIST || code === OPEN_MAPPING) value = this.#bracketed(start, base, typing);
    else return this.#plain(start, base, typing);
    this.#leaveLine(this.#end);
    return value;
  }

  /** Goes on behind a value that ends at `at`; only a comment may follow it on its line. */
  #leaveLine(at: number): void {
    const text = this.#text;
    let i = at;
    while (text.charCodeAt(i) === SPACE) i++;
    const code = text.charCodeAt(i);
    if (code === LF) this.#nextLine(i + 1);
    else if (code === HASH && i > at) this.#nextLine(this.#lineEnd(i) + 1);
    else if (i >= text.length) this.#nextLine(i);
    else throw MORE_THAN_QUICK;
  }

  #plain(start: number, base: number, typing: Typing): unknown {
    if (!isPlainStart(this.#text, start)) throw MORE_THAN_QUICK;
    let end = this.#plainLine(start);
    let value = this.#text.slice(start, end);
    while (this.#indent > base) {
      // Blank lines are line breaks in the text, and no text goes on behind a comment.
      if (this.#gap || this.#text.charCodeAt(end) === SPACE) throw MORE_THAN_QUICK;
      const at = this.#at;
      end = this.#plainLine(at);
      value += ` ${this.#text.slice(at, end)}`;
    }
    this.#add(start, end);
    return plainValue(value, typing);
  }

  /** The end of plain text that goes on at `at`, without blanks or a comment; goes to the next line. */
  #plainLine(at: number): number {
    const text = this.#text;
    const lineEnd = this.#lineEnd(at);
    if (this.#separator < at) this.#separator = indexOrEnd(text, ': ', at);
    if (this.#separator < lineEnd) throw MORE_THAN_QUICK;
    const end = trimEnd(text, at, this.#commentOrEnd(at, lineEnd));
    if (text.charCodeAt(end - 1) === COLON) throw MORE_THAN_QUICK;
    this.#nextLine(lineEnd + 1);
    return end;
  }

  /** Where the ` #` of a comment stands; the end of the line where there is none. */
  #commentOrEnd(at: number, lineEnd: number): number {
    const text = this.#text;
    // To look for the sign alone is many times as fast as for a blank and a sign: blanks are everywhere.
    if (this.#hash < at) this.#hash = indexOrEnd(text, '#', at);
    for (; this.#hash < lineEnd; this.#hash = indexOrEnd(text, '#', this.#hash + 1))
      if (this.#hash > at && text.charCodeAt(this.#hash - 1) === SPACE) return this.#hash - 1;
    return lineEnd;
  }

  #quoted(start: number, base: number): string {
    const text = this.#text;
    const closing = closingQuote(text, start);
    this.#add(start, closing + 1);
    const written = text.slice(start + 1, closing);
    const value = unescaped(written, text.charCodeAt(start) === SINGLE_QUOTE);
    return written.includes('\n') ? foldedLines(value, base) : value;
  }

  /** A list or mapping in brackets. */
  #bracketed(start: number, base: number, inherited: Typing): unknown {
    this.#enter();
    const text = this.#text;
    const node = this.#add(start, start);
    const isMapping = text.charCodeAt(start) === OPEN_MAPPING;
    const closing = isMapping ? CLOSE_MAPPING : CLOSE_LIST;
    const mapping: Record<string, unknown> = {};
    const list: unknown[] = [];
    let i = this.#skipInBrackets(start + 1, base);
    while (text.charCodeAt(i) !== closing) {
      if (isMapping) {
        const key = this.#keys.at(i);
        if (key === undefined || isTaken(mapping, key.text)) throw MORE_THAN_QUICK;
        const colon = i + key.text.length;
        if (text.charCodeAt(colon + 1) !== SPACE) throw MORE_THAN_QUICK;
        this.#add(i, colon);
        i = this.#skipInBrackets(colon + 1, base);
        mapping[key.text] = this.#inBrackets(i, base, typingUnder(key, inherited));
      } else {
        list.push(this.#inBrackets(i, base, inherited));
      }
      i = this.#skipInBrackets(this.#end, base);
      const code = text.charCodeAt(i);
      if (code === COMMA) i = this.#skipInBrackets(i + 1, base);
      else if (code !== closing) throw MORE_THAN_QUICK;
    }
    this.#depth--;
    this.#end = i + 1;
    this.#nodes.close(node, i + 1);
    return isMapping ? mapping : list;
  }

  /** Behind blanks and line breaks; each new line is indented further than what the brackets belong to. */
  #skipInBrackets(from: number, base: number): number {
    const text = this.#text;
    let i = from;
    while (text.charCodeAt(i) === SPACE) i++;
    while (text.charCodeAt(i) === LF) {
      const start = ++i;
      while (text.charCodeAt(i) === SPACE) i++;
      if (i - start <= base && text.charCodeAt(i) !== LF) throw MORE_THAN_QUICK;
    }
    return i;
  }

  #inBrackets(start: number, base: number, typing: Typing): unknown {
    const text = this.#text;
    const code = text.charCodeAt(start);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.#quoted(start, base);
    if (code === OPEN_LIST || code === OPEN_MAPPING) return this.#bracketed(start, base, typing);
    if (!isPlainStart(text, start)) throw MORE_THAN_QUICK;
    let i = start;
    for (; ; i++) {
      const inner = text.charCodeAt(i);
      if (inner === COMMA || inner === CLOSE_LIST || inner === CLOSE_MAPPING || inner === LF) break;
      const isKey = inner === COLON && !isPlainStart(text, i + 1);
      const isComment = inner === HASH && text.charCodeAt(i - 1) === SPACE;
      const isOpen = inner === OPEN_LIST || inner === OPEN_MAPPING || i >= text.length;
      if (isKey || isComment || isOpen) throw MORE_THAN_QUICK;
    }
    const end = trimEnd(text, start, i);
    this.#add(start, end);
    return plainValue(text.slice(start, end), typing);
  }

  /** A folded or literal text whose header stands at `start`. */
  #blockScalar(start: number, base: number): string {
    const text = this.#text;
    const headerEnd = this.#lineEnd(start);
    const isStripped = text.charCodeAt(start + 1) === DASH;
    if (headerEnd !== start + (isStripped ? 2 : 1)) throw MORE_THAN_QUICK;
    const first = headerEnd + 1;
    let contentStart = first;
    while (text.charCodeAt(contentStart) === SPACE) contentStart++;
    const indent = contentStart - first;
    const isEmpty = contentStart >= text.length || text.charCodeAt(contentStart) === LF;
    if (indent <= base || isEmpty) throw MORE_THAN_QUICK;

    let end = contentStart;
    let isEven = true;
    let isBlank = false;
    let next = first;
    while (next < text.length) {
      const left = next + indent;
      let i = next;
      while (i < left && text.charCodeAt(i) === SPACE) i++;
      if (i < left && i < text.length && text.charCodeAt(i) !== LF) break;
      const lineEnd = this.#lineEnd(i);
      next = lineEnd + 1;
      if (i === lineEnd) {
        isBlank = true;
        continue;
      }
      const isFurther = text.charCodeAt(i) === SPACE;
      // Blanks alone on a line are text where they reach further than the indentation.
      if (isFurther && trimEnd(text, i, lineEnd) === i) throw MORE_THAN_QUICK;
      if (isBlank || isFurther) isEven = false;
      isBlank = false;
      end = lineEnd;
    }
    this.#add(start, end);
    this.#nextLine(next);
    const isFolded = text.charCodeAt(start) === GREATER;
    const value = blockText(text.slice(contentStart, end), indent, isFolded, isEven);
    return this.#known(isStripped ? value : `${value}\n`);
  }
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from);
  return index === -1 ? text.length : index;
}

/** Beneath an extension every key is typed. */
function typingUnder({ typing }: PlainKey, inherited: Typing): Typing {
  return inherited === EXTENSION ? EXTENSION : typing;
}

/** Inherited properties (`constructor`) are ignored. */
function isTaken(mapping: Readonly<Record<string, unknown>>, key: string): boolean {
  return mapping[key] !== undefined && Object.hasOwn(mapping, key);
}

function plainValue(text: string, typing: Typing): unknown {
  if (isNull(text)) return null;
  return typing === AS_WRITTEN ? text : resolveScalar(text);
}
