/** Plain keys of mappings, found by what they followed before: most entries have the same keys in the same order. */
import { isAsciiLetter } from '../../../core/text/ascii.ts';
import { AS_WRITTEN, type Typing, typingOf } from './key-typing.ts';
import { LF, SPACE } from './source-scan.ts';

const COLON = 58;
const LONGEST_KEY = 64;
const KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;

export interface PlainKey {
  readonly text: string;
  readonly typing: Typing;
}

/** A key, and the one that stood behind it the last time. */
interface Link extends PlainKey {
  next: Link | undefined;
}

export class PlainKeys {
  readonly #text: string;
  readonly #typedKeys: ReadonlySet<string>;
  readonly #known = new Map<string, Link>();
  #last: Link = { text: '', typing: AS_WRITTEN, next: undefined };
  /** Where the last answer was given for, and the answer. */
  #asked = -1;
  #found: Link | undefined;
  /** The next `:`, looked for no earlier than needed, so that no part is searched twice. */
  #colon = -1;

  constructor(text: string, typedKeys: ReadonlySet<string>) {
    this.#text = text;
    this.#typedKeys = typedKeys;
  }

  /** The key that stands at an offset with its `:` behind it, undefined if none does. */
  at(offset: number): PlainKey | undefined {
    if (offset === this.#asked) return this.#found;
    if (!isAsciiLetter(this.#text.charCodeAt(offset))) return undefined;
    const guess = this.#last.next;
    const found = guess !== undefined && this.#stands(guess.text, offset) ? guess : this.#lookedUp(offset);
    this.#asked = offset;
    this.#found = found;
    if (found !== undefined) {
      this.#last.next = found;
      this.#last = found;
    }
    return found;
  }

  #stands(key: string, offset: number): boolean {
    const text = this.#text;
    for (let index = 0; index < key.length; index++)
      if (text.charCodeAt(offset + index) !== key.charCodeAt(index)) return false;
    return text.charCodeAt(offset + key.length) === COLON && this.#endsKey(offset + key.length + 1);
  }

  /** A blank, a line break or the end of the text stands behind the `:` of a key. */
  #endsKey(offset: number): boolean {
    const code = this.#text.charCodeAt(offset);
    return code === SPACE || code === LF || offset === this.#text.length;
  }

  #lookedUp(offset: number): Link | undefined {
    const text = this.#text;
    if (this.#colon < offset) {
      const colon = text.indexOf(':', offset);
      this.#colon = colon === -1 ? text.length : colon;
    }
    const colon = this.#colon;
    if (colon === offset || colon - offset > LONGEST_KEY || colon === text.length) return undefined;
    if (!this.#endsKey(colon + 1)) return undefined;
    const key = text.slice(offset, colon);
    const known = this.#known.get(key);
    if (known !== undefined || !KEY.test(key)) return known;
    const link = { text: key, typing: typingOf(key, this.#typedKeys), next: undefined };
    this.#known.set(key, link);
    return link;
  }
}
