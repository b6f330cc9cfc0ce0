/**
 * Reads a query. A blank is and, a comma is or, a minus before a term is not; quotation marks hold words together, with
 * `\"` for one inside. `key:value` asks for a field, anything else for words in the text.
 */

import { adviceInWords, adviseOn } from '../dates/advice.ts';
import { UNKNOWN_DATE } from '../dates/date.ts';
import { parsePlain } from '../dates/plain.ts';
import { closest } from '../text/closest.ts';
import { toCodePointRange } from '../text/code-points.ts';
import type { ParsedQuery, QueryFault, Term } from './query.ts';
import { isKeyName, KEY_NAMES, type KeyName, keyOf } from './search-keys.ts';

const BLANK = /\s*/y;
const KEY = /([A-Za-z][A-Za-z-]*):/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/sy;
const BARE = /[^\s,"]+/y;

/** A fault is a value, not an exception: it has a place in the text for a caret. */
export function parseQuery(text: string): ParsedQuery {
  const reader = new QueryReader(text);
  const terms = reader.terms();
  return reader.fault === undefined ? { query: { terms } } : { fault: reader.fault };
}

class QueryReader {
  readonly #text: string;
  #at = 0;
  fault: QueryFault | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  terms(): Term[] {
    const terms: Term[] = [];
    for (this.#take(BLANK); this.#at < this.#text.length; this.#take(BLANK)) {
      const term = this.#term();
      if (term === undefined) return terms;
      terms.push(term);
    }
    return terms;
  }

  #term(): Term | undefined {
    const start = this.#at;
    const isNegated = this.#text[start] === '-';
    if (isNegated) this.#at++;
    const keyStart = this.#at;
    const name = this.#take(KEY)?.[1]?.toLowerCase() ?? 'text';
    if (!isKeyName(name)) return this.#unknownKey(name, keyStart);
    const values: string[] = [];
    do {
      const valueStart = this.#at;
      const value = this.#value();
      if (this.fault !== undefined) return undefined;
      if (value === undefined || value === '') return this.#missingValue(start);
      if (!this.#isAllowed(name, value, valueStart)) return undefined;
      values.push(value);
    } while (this.#takeComma());
    return { key: name, values, isNegated };
  }

  #value(): string | undefined {
    const start = this.#at;
    if (this.#text[start] !== '"') return this.#take(BARE)?.[0];
    const quoted = this.#take(QUOTED);
    if (quoted === undefined)
      this.#fail(start, this.#text.length, 'a quotation mark is not closed', 'end the phrase with "');
    return quoted?.[1]?.replace(/\\(.)/gs, '$1');
  }

  #isAllowed(key: KeyName, value: string, start: number): boolean {
    const { words } = keyOf(key);
    if (words !== undefined && !words.includes(value)) {
      const meant = closest(value, words);
      const hint = meant === undefined ? `one of ${words.join(', ')}` : `did you mean "${meant}"?`;
      return this.#fail(start, this.#at, `"${value}" is not a value of ${key}`, hint);
    }
    if (key === 'date' && value !== UNKNOWN_DATE && typeof parsePlain(value) !== 'object')
      return this.#fail(
        start,
        this.#at,
        `"${value}" is not a date`,
        adviceInWords(adviseOn(value)) ?? 'write it as 2016, 2016-10 or 2016-10-14',
      );
    return true;
  }

  #unknownKey(name: string, start: number): undefined {
    const meant = closest(name, KEY_NAMES);
    const suggestion = meant === undefined ? `keys are ${KEY_NAMES.join(', ')}` : `did you mean "${meant}"?`;
    const hint = `${suggestion}; quote it to search for these words`;
    this.#fail(start, start + name.length, `unknown key "${name}"`, hint);
  }

  #missingValue(start: number): undefined {
    const hint = 'write a word, or a phrase in quotation marks';
    this.#fail(start, this.#at, `a value is missing after "${this.#text.slice(start, this.#at)}"`, hint);
  }

  #fail(start: number, end: number, message: string, hint: string): false {
    this.fault ??= {
      ...toCodePointRange(this.#text, { start, end: Math.max(end, start + 1) }),
      message,
      hint,
    };
    return false;
  }

  #takeComma(): boolean {
    const isComma = this.#text[this.#at] === ',';
    if (isComma) this.#at++;
    return isComma;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match;
  }
}
