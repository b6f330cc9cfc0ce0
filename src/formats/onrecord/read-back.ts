/**
 * Reads a transcript that was just written, by the parts that its writer made: as one text it, and all that is read of it,
 * would take several times the memory. Undefined where the parts are not what was expected: then the whole is read.
 */
import { pushAll } from '../../core/long-lists.ts';
import { TYPED_KEYS } from '../../core/schema/generated/keys.ts';
import type { Conversation } from '../format.ts';
import { readQuickly } from '../yaml/read/quick-reader.ts';
import { soundModel } from './read-sound.ts';

type Mapping = Readonly<Record<string, unknown>>;
type Known = (text: string) => string;

/** How the parts of a format begin, and how some of them are read. */
interface Syntax {
  /** What each item of a list at the top begins with, and no other part. */
  readonly item: string;
  /** The text of a mapping with one list. @param head the part before the items. */
  readonly listOf: (head: string, items: string) => string;
  readonly read: (text: string, known: Known) => Mapping | undefined;
}

const YAML: Syntax = {
  item: '  - ',
  listOf: (head, items) => head + items,
  read: (text, known) => readQuickly(text, TYPED_KEYS, known)?.value,
};

const JSON_TEXT: Syntax = {
  item: '    ',
  listOf: (head, items) => `{${head}${items.endsWith(',\n') ? items.slice(0, -2) : items}]}`,
  read: (text, known) =>
    JSON.parse(text, function (this: { text?: unknown }, key, value: unknown) {
      return key === 'text' && typeof value === 'string' ? known(value) : value;
    }) as Mapping,
};

export const readBackYaml = (parts: readonly string[], before: Conversation) => readBack(parts, YAML, before);
export const readBackJson = (parts: readonly string[], before: Conversation) =>
  readBack(parts, JSON_TEXT, before);

function readBack(parts: readonly string[], syntax: Syntax, before: Conversation): Conversation | undefined {
  const root = rootOf(parts, syntax, knownTexts(before));
  const value = root && soundModel(root);
  return value?.kind === 'transcript' ? { transcript: value, layers: [] } : undefined;
}

/** Items that are read at once. */
const AT_ONCE = 500;

function rootOf(parts: readonly string[], { item, listOf, read }: Syntax, known: Known): Mapping | undefined {
  const outline: string[] = [];
  const lists: Record<string, unknown[]> = {};
  let head = '';
  for (let at = 0; at < parts.length; ) {
    let end = at;
    while (end - at < AT_ONCE && parts[end]?.startsWith(item)) end++;
    if (end === at) {
      head = parts[at++]!;
      outline.push(head);
      continue;
    }
    const [field, another] = Object.entries(read(listOf(head, parts.slice(at, end).join('')), known) ?? {});
    if (field === undefined || another !== undefined) return undefined;
    const [key, list] = field;
    if (!Array.isArray(list) || list.length !== end - at) return undefined;
    lists[key] ??= [];
    pushAll(lists[key], list);
    at = end;
  }
  // Without its items a list is empty or nothing.
  const root = read(outline.join(''), known);
  return root && { ...root, ...lists };
}

/** How many texts that were not read are passed over before the next that was. */
const PASSED_OVER = 100;

/** Gives for a text that is read the same one from before, if it comes in its turn: only one of the two is kept. */
function knownTexts({ transcript: { utterances } }: Conversation): Known {
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
