/** The parser's events to plain values and the table of their places, in one pass. */

import {
  CHOMPING_KEEP,
  COLLECTION_STYLE_FLOW,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE_DOUBLE_QUOTED,
  SCALAR_STYLE_FOLDED_BLOCK,
  SCALAR_STYLE_LITERAL_BLOCK,
  SCALAR_STYLE_PLAIN,
  SCALAR_STYLE_SINGLE_QUOTED,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { Span } from '../../../core/model/span.ts';
import { isNull, resolveScalar } from './core-schema.ts';
import { setOwn, type Tree } from './document.ts';
import { keyText } from './key-text.ts';
import { AS_WRITTEN, EXTENSION, type Typing, typingOf } from './key-typing.ts';
import { MAX_DEPTH } from './limits.ts';
import { NodeTable } from './node-table.ts';
import type { Problems } from './problems.ts';
import { blockScalarEnd, emptyValuePlace, skipGap, skipToBlockHeader, skipToClosing } from './source-scan.ts';

const ABSENT = -1;

type Mapping = Record<string, unknown>;
type Collection = Mapping | unknown[];

/** The state that the builder restores when a collection ends. */
interface Frame {
  readonly collection: Collection;
  readonly node: number;
  /** Whether the collection has a closing bracket. */
  readonly bracketed: boolean;
  /** Beneath an extension: every key is typed. */
  readonly extension: boolean;
  /** In a mapping: a key was read and its value is to come. */
  keyRead: boolean;
  /** The key whose value comes next; undefined if the key was refused. */
  key: string | undefined;
  /** Whether plain scalars that come next are resolved: by the key, or in a list by the key of the list. */
  typing: Typing;
}

export class TreeBuilder {
  readonly #source: string;
  readonly #problems: Problems;
  readonly #nodes: NodeTable;
  readonly #typedKeys: ReadonlySet<string>;
  readonly #stack: Frame[] = [];
  #top: Frame | undefined;
  #root: unknown;
  /** Behind the last node or opening bracket seen. */
  #at = 0;
  #documents = 0;

  constructor(source: string, typedKeys: ReadonlySet<string>, problems: Problems, capacity: number) {
    this.#source = source;
    this.#problems = problems;
    this.#nodes = new NodeTable(capacity);
    this.#typedKeys = typedKeys;
  }

  build(events: readonly Event[]): Tree {
    for (const event of events) {
      switch (event.type) {
        case EVENT_SCALAR:
          this.#scalar(event);
          break;
        case EVENT_POP:
          this.#close();
          break;
        case EVENT_MAPPING:
          this.#open(event, {});
          break;
        case EVENT_SEQUENCE:
          this.#open(event, []);
          break;
        case EVENT_ALIAS:
          this.#alias({ start: event.anchorStart - 1, end: event.anchorEnd });
          break;
        case EVENT_DOCUMENT:
          if (++this.#documents > 1) {
            this.#secondDocument();
            return this.#tree();
          }
      }
    }
    return this.#tree();
  }

  #tree(): Tree {
    return { value: this.#root, nodes: this.#nodes, keyText };
  }

  #scalar(event: ScalarEvent): void {
    if (event.tagStart !== ABSENT || event.anchorStart !== ABSENT) this.#refuseProperties(event);
    const top = this.#top;
    if (top !== undefined && !top.keyRead && !Array.isArray(top.collection)) this.#key(top, event);
    else this.#value(top, event);
  }

  #value(top: Frame | undefined, event: ScalarEvent): void {
    const { valueStart, valueEnd, style } = event;
    const source = this.#source;
    let value: unknown;
    if (valueStart === ABSENT) {
      const indicator = top !== undefined && Array.isArray(top.collection) ? '-' : ':';
      this.#at = emptyValuePlace(source, this.#at, indicator);
      this.#nodes.add(this.#at, this.#at);
      value = null;
    } else if (style === SCALAR_STYLE_PLAIN) {
      const text = event.fast ? source.slice(valueStart, valueEnd) : getScalarValue(source, event);
      const typed = top !== undefined && top.typing !== AS_WRITTEN;
      value = isNull(text) ? null : typed ? resolveScalar(text) : text;
      this.#nodes.add(valueStart, valueEnd);
      this.#at = valueEnd;
    } else {
      value = event.fast ? source.slice(valueStart, valueEnd) : getScalarValue(source, event);
      if (style === SCALAR_STYLE_LITERAL_BLOCK || style === SCALAR_STYLE_FOLDED_BLOCK) {
        const start = skipToBlockHeader(source, this.#at);
        const keepsBlankLines = event.chomping === CHOMPING_KEEP;
        const end = keepsBlankLines ? valueEnd : blockScalarEnd(source, start, valueEnd, event.indent);
        this.#nodes.add(start, end);
        this.#at = end;
      } else {
        this.#nodes.add(valueStart - 1, valueEnd + 1);
        this.#at = valueEnd + 1;
      }
    }
    this.#attach(top, value);
  }

  #key(top: Frame, event: ScalarEvent): void {
    const { valueStart, valueEnd, style } = event;
    const quoted = style === SCALAR_STYLE_DOUBLE_QUOTED || style === SCALAR_STYLE_SINGLE_QUOTED;
    const start = valueStart === ABSENT ? this.#at : quoted ? valueStart - 1 : valueStart;
    const end = valueStart === ABSENT ? this.#at : quoted ? valueEnd + 1 : valueEnd;
    top.keyRead = true;
    if (valueStart === ABSENT || (!quoted && style !== SCALAR_STYLE_PLAIN)) {
      this.#problems.add('complex-key', { start, end }, 'expected a key in front of ":"');
      top.key = undefined;
    } else if (event.fast) {
      top.key = this.#source.slice(valueStart, valueEnd);
    } else {
      top.key = getScalarValue(this.#source, event);
    }
    if (top.key !== undefined) {
      if (!top.extension) top.typing = typingOf(top.key, this.#typedKeys);
      this.#checkKey(top, top.key, start, end, quoted);
    }
    this.#nodes.add(start, end);
    this.#at = end;
  }

  #checkKey(top: Frame, key: string, start: number, end: number, quoted: boolean): void {
    if (key === '<<' && !quoted) {
      this.#problems.add('merge-key', { start, end }, 'the merge key "<<" is not accepted');
    } else if (Object.hasOwn(top.collection, key)) {
      this.#problems.add('duplicate-key', { start, end }, `duplicate key ${inMessage(key)}`, () => ({
        first: { span: this.#findKey(top.node, key), message: 'first defined here' },
        data: { key },
      }));
      top.key = undefined;
    }
  }

  #findKey(mapping: number, key: string): Span {
    const nodes = this.#nodes;
    for (let node = mapping + 1; node < nodes.count; node = nodes.next(nodes.next(node))) {
      const span = nodes.span(node);
      if (keyText(this.#source, span) === key) return span;
    }
    return nodes.span(mapping);
  }

  #open(event: MappingEvent | SequenceEvent, collection: Collection): void {
    if (event.tagStart !== ABSENT || event.anchorStart !== ABSENT) this.#refuseProperties(event);
    const top = this.#top;
    const { start } = event;
    const opening = this.#source[start];
    const bracketed = event.style === COLLECTION_STYLE_FLOW && (opening === '{' || opening === '[');
    const node = this.#nodes.add(start, start);
    this.#at = bracketed ? start + 1 : start;
    const typing = top === undefined ? AS_WRITTEN : top.typing;
    if (top !== undefined && !top.keyRead && !Array.isArray(top.collection)) {
      this.#problems.add('complex-key', { start, end: start + 1 }, 'a key is a list or a mapping');
      top.keyRead = true;
      top.key = undefined;
    } else {
      this.#attach(top, collection);
    }
    const extension = typing === EXTENSION;
    const inherited = extension || Array.isArray(collection) ? typing : AS_WRITTEN;
    this.#top = { collection, node, bracketed, extension, keyRead: false, key: undefined, typing: inherited };
    this.#stack.push(this.#top);
    if (this.#stack.length === MAX_DEPTH + 1) {
      this.#problems.add('too-deep', { start, end: start + 1 }, 'nested too deep');
    }
  }

  #close(): void {
    const closed = this.#stack.pop();
    if (closed === undefined) return;
    if (closed.bracketed) this.#at = skipToClosing(this.#source, this.#at) + 1;
    this.#nodes.close(closed.node, this.#at);
    this.#top = this.#stack.at(-1);
  }

  #attach(top: Frame | undefined, value: unknown): void {
    if (top === undefined) {
      this.#root = value;
      return;
    }
    const { collection } = top;
    if (Array.isArray(collection)) {
      collection.push(value);
      return;
    }
    top.keyRead = false;
    if (top.key === undefined) return;
    if (top.key === '__proto__') setOwn(collection, top.key, value);
    else collection[top.key] = value;
  }

  #alias(span: Span): void {
    this.#problems.add('alias', span, 'an alias is not accepted');
    const top = this.#top;
    this.#nodes.add(span.start, span.end);
    this.#at = span.end;
    if (top !== undefined && !top.keyRead && !Array.isArray(top.collection)) {
      top.keyRead = true;
      top.key = undefined;
    } else {
      this.#attach(top, null);
    }
  }

  #refuseProperties(event: ScalarEvent | MappingEvent | SequenceEvent): void {
    const { tagStart, tagEnd, anchorStart, anchorEnd } = event;
    if (tagStart !== ABSENT) {
      this.#problems.add('explicit-tag', { start: tagStart, end: tagEnd }, 'an explicit tag is not accepted');
    }
    if (anchorStart !== ABSENT) {
      const span = { start: anchorStart - 1, end: anchorEnd };
      this.#problems.add('alias', span, 'an anchor is not accepted');
    }
    this.#at = Math.max(this.#at, tagEnd, anchorEnd);
  }

  #secondDocument(): void {
    const start = skipGap(this.#source, this.#at);
    const end = Math.min(start + DOCUMENT_MARKER_LENGTH, this.#source.length);
    this.#problems.add('multiple-documents', { start, end }, 'a second document begins here');
  }
}

const DOCUMENT_MARKER_LENGTH = 3;
const LONGEST_NAME = 60;

/** A name of the file in quotes, cut where it would drown the message. */
function inMessage(name: string): string {
  return JSON.stringify(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);
}
