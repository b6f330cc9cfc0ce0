/**
 * Reads what was just written by the parts that its writer made: as one text it, and all that is read of it, would take
 * several times the memory.
 */
import { pushAll } from '../../core/long-lists.ts';
import type { Utterance } from '../../core/model/model.ts';
import type { Conversation } from '../format.ts';
import { type JsonSource, jsonSource } from './json-source.ts';
import { ImportReport } from './report.ts';

export type Mapping = Readonly<Record<string, unknown>>;
export type Known = (text: string) => string;

/** How the parts of a format begin, and how some of them are read. */
export interface PartsSyntax {
  /** The beginning of each item of a list at the top, and of no other part. */
  readonly item: string;
  /** The text of a mapping with one list. @param head the part before the items. */
  readonly listOf: (head: string, items: string) => string;
  readonly read: (text: string) => Mapping | undefined;
}

/** The parts of `jsonParts`. @param key the one whose texts `known` may have. */
export function jsonSyntax(key: string, known: Known): PartsSyntax {
  return {
    item: '    ',
    listOf: (head, items) => `{${head}${items.endsWith(',\n') ? items.slice(0, -2) : items}]}`,
    read: text =>
      JSON.parse(text, (name, value: unknown) =>
        name === key && typeof value === 'string' ? known(value) : value,
      ) as Mapping,
  };
}

/** UTF-16 code units that are read at once, and the part that goes beyond: V8 keeps long texts until it cleans up all. */
const AT_ONCE = 1 << 14;

/**
 * The mapping at the top, in which lists of items are empty or nothing; undefined where the parts are not what was expected.
 *
 * @param take gets some items of a list at a time, in their order. False ends the reading.
 */
export function readParts(
  parts: Iterable<string>,
  { item, listOf, read }: PartsSyntax,
  take: (key: string, items: readonly unknown[]) => boolean,
): Mapping | undefined {
  const outline: string[] = [];
  let waiting: string[] = [];
  let length = 0;
  const areRead = () => {
    if (waiting.length === 0) return true;
    const root = read(listOf(outline.at(-1) ?? '', waiting.join(''))) ?? {};
    const [key = '', another] = Object.keys(root);
    const items = root[key];
    const isList = another === undefined && Array.isArray(items) && items.length === waiting.length;
    waiting = [];
    length = 0;
    return isList && take(key, items);
  };
  for (const part of parts) {
    const isItem = part.startsWith(item);
    if ((!isItem || length > AT_ONCE) && !areRead()) return undefined;
    if (isItem) length += part.length;
    (isItem ? waiting : outline).push(part);
  }
  return areRead() ? read(outline.join('')) : undefined;
}

/**
 * Yields the parts after the first one some at a time, each time with the first before them: files of the same kind, but
 * small.
 */
export function* smallFiles(parts: Iterable<string>): Generator<string> {
  let head: string | undefined;
  let some: string[] = [];
  let length = 0;
  for (const part of parts) {
    if (head === undefined) {
      head = part;
      continue;
    }
    some.push(part);
    length += part.length;
    if (length <= AT_ONCE) continue;
    yield head + some.join('');
    some = [];
    length = 0;
  }
  if (head !== undefined) yield head + some.join('');
}

/** JSON of segments that was just written. @param key the one of their words. */
export function segmentsOfParts(
  parts: Iterable<string>,
  key: string,
  { transcript: { utterances } }: Conversation,
): JsonSource | undefined {
  const segments: unknown[] = [];
  const root = readParts(parts, jsonSyntax(key, knownTexts(utterances)), (_, items) => {
    pushAll(segments, items);
    return true;
  });
  return root && jsonSource('', { ...root, segments }, new ImportReport(''));
}

/** How many texts that were not read are passed over before the next that was. */
const PASSED_OVER = 100;

/** Gives for a text that is read the same one from before, if it comes in its turn: only one of the two is kept. */
export function knownTexts(utterances: readonly Utterance[]): Known {
  let next = 0;
  return text => {
    for (let at = next; at < Math.min(next + PASSED_OVER, utterances.length); at++) {
      const before = utterances[at]!.text;
      if (before !== text) continue;
      next = at + 1;
      return before;
    }
    return text;
  };
}
