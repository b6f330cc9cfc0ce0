/**
 * The values of JSON (RFC 8259), which is YAML as well, as the full YAML parser gives them, without its events and places:
 * those of a hundred megabytes take several times the text. Whatever YAML reads in another way, and every error, is left
 * to the full parser.
 */
import { isMapping } from './document.ts';
import { AS_WRITTEN, EXTENSION, type Typing, typingOf } from './key-typing.ts';
import { MAX_NODES, mayExhaustMemory } from './limits.ts';
import { closingQuote, MORE_THAN_QUICK } from './quick-scalars.ts';
import { LF, SPACE } from './source-scan.ts';

const CR = 13;
const COLON = 58;

/** Tabs, and what YAML does not take, or takes for something else: their places need the full parser. */
const UNUSUAL = /[\0-\t\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/;
/** Deeper values are rare enough for the full parser, which has the exact limit. */
const MOST_DEPTH = 32;
/** YAML looks no further for the end of a key (YAML 1.2.2, 7.4.2). */
const LONGEST_KEY = 1000;

/** @returns undefined if the text is no JSON object, or if the full parser may read it otherwise. */
export function readJsonValues(
  text: string,
  typedKeys: ReadonlySet<string>,
): Readonly<Record<string, unknown>> | undefined {
  // Behind blanks YAML wants the other lines indented.
  if (text[0] !== '{') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!isMapping(value) || UNUSUAL.test(text) || !text.isWellFormed() || mayExhaustMemory(text))
      return undefined;
    const counted = new Counted(typedKeys);
    counted.add(value, AS_WRITTEN, 1);
    // Of two keys with one name, which is an error, one is left.
    return counted.values + counted.keys < MAX_NODES && counted.keys === keysWritten(text)
      ? value
      : undefined;
  } catch (error) {
    if (error === MORE_THAN_QUICK || error instanceof SyntaxError || error instanceof RangeError)
      return undefined;
    throw error;
  }
}

/** The keys and values inside a value. */
class Counted {
  values = 0;
  keys = 0;
  readonly #typedKeys: ReadonlySet<string>;

  constructor(typedKeys: ReadonlySet<string>) {
    this.#typedKeys = typedKeys;
  }

  /** Refuses what is another value in YAML: under most keys a number or a boolean is the text that stands there. */
  add(value: unknown, typing: Typing, depth: number): void {
    this.values++;
    if (typeof value === 'string' || value === null) return;
    if (typeof value !== 'object') {
      if (typing === AS_WRITTEN || !isExact(value)) throw MORE_THAN_QUICK;
      return;
    }
    if (depth > MOST_DEPTH) throw MORE_THAN_QUICK;
    if (Array.isArray(value)) {
      for (const item of value) this.add(item, typing, depth + 1);
      return;
    }
    const fields = value as Readonly<Record<string, unknown>>;
    for (const key in fields) {
      this.keys++;
      this.add(fields[key], typing === EXTENSION ? EXTENSION : typingOf(key, this.#typedKeys), depth + 1);
    }
  }
}

/** An integer too large to be held exactly is text in YAML. */
function isExact(value: unknown): boolean {
  return typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/** How many keys stand in JSON: strings with a colon behind them. */
function keysWritten(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    const end = closingQuote(text, start) + 1;
    let i = end;
    while (text.charCodeAt(i) === SPACE) i++;
    const code = text.charCodeAt(i);
    if (code === COLON) {
      count++;
      if (end - start > LONGEST_KEY) throw MORE_THAN_QUICK;
    } else if ((code === LF || code === CR) && isBeforeColon(text, i)) throw MORE_THAN_QUICK;
    start = text.indexOf('"', i);
  }
  return count;
}

/** A colon on another line than its key. */
function isBeforeColon(text: string, at: number): boolean {
  let i = at;
  for (let code = text.charCodeAt(i); code === SPACE || code === LF || code === CR; )
    code = text.charCodeAt(++i);
  return text.charCodeAt(i) === COLON;
}
