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
  const reader = queryReader(text);
  const terms = reader.terms();
  return reader.fault === undefined ? { query: { terms } } : { fault: reader.fault };
}

function queryReader(text: string) {
  let at = 0;
  let fault: QueryFault | undefined;

  function terms(): Term[] {
    const terms: Term[] = [];
    for (take(BLANK); at < text.length; take(BLANK)) {
      const term = readTerm();
      if (term === undefined) return terms;
      terms.push(term);
    }
    return terms;
  }

  function readTerm(): Term | undefined {
    const start = at;
    const isNegated = text[start] === '-';
    if (isNegated) at++;
    const keyStart = at;
    const name = take(KEY)?.[1]?.toLowerCase() ?? 'text';
    if (!isKeyName(name)) return unknownKey(name, keyStart);
    const values: string[] = [];
    do {
      const valueStart = at;
      const value = readValue();
      if (fault !== undefined) return undefined;
      if (value === undefined || value === '') return missingValue(start);
      if (!isAllowed(name, value, valueStart)) return undefined;
      values.push(value);
    } while (takeComma());
    return { key: name, values, isNegated };
  }

  function readValue(): string | undefined {
    const start = at;
    if (text[start] !== '"') return take(BARE)?.[0];
    const quoted = take(QUOTED);
    if (quoted === undefined)
      fail(start, text.length, 'a quotation mark is not closed', 'end the phrase with "');
    return quoted?.[1]?.replace(/\\(.)/gs, '$1');
  }

  function isAllowed(key: KeyName, value: string, start: number): boolean {
    const { words } = keyOf(key);
    if (words !== undefined && !words.includes(value)) {
      const meant = closest(value, words);
      const hint = meant === undefined ? `one of ${words.join(', ')}` : `did you mean "${meant}"?`;
      return fail(start, at, `"${value}" is not a value of ${key}`, hint);
    }
    if (key === 'date' && value !== UNKNOWN_DATE && typeof parsePlain(value) !== 'object')
      return fail(
        start,
        at,
        `"${value}" is not a date`,
        adviceInWords(adviseOn(value)) ?? 'write it as 2016, 2016-10 or 2016-10-14',
      );
    return true;
  }

  function unknownKey(name: string, start: number): undefined {
    const meant = closest(name, KEY_NAMES);
    const suggestion = meant === undefined ? `keys are ${KEY_NAMES.join(', ')}` : `did you mean "${meant}"?`;
    const hint = `${suggestion}; quote it to search for these words`;
    fail(start, start + name.length, `unknown key "${name}"`, hint);
  }

  function missingValue(start: number): undefined {
    const hint = 'write a word, or a phrase in quotation marks';
    fail(start, at, `a value is missing after "${text.slice(start, at)}"`, hint);
  }

  function fail(start: number, end: number, message: string, hint: string): false {
    fault ??= {
      ...toCodePointRange(text, { start, end: Math.max(end, start + 1) }),
      message,
      hint,
    };
    return false;
  }

  function takeComma(): boolean {
    const isComma = text[at] === ',';
    if (isComma) at++;
    return isComma;
  }

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return undefined;
    at = pattern.lastIndex;
    return match;
  }

  return {
    get fault() {
      return fault;
    },
    terms,
  };
}
