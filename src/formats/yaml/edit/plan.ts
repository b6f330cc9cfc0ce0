/** Turns changes into edits of the text: replaced values, insertions and removals. */
import type { Path, TextEdit } from '../../../core/model/finding.ts';
import { isMapping, type YamlDocument } from '../read/document.ts';
import type { Change } from './change.ts';
import { EditError } from './edit-error.ts';
import { inlineText } from './new-text.ts';
import { insertEntries, insertField } from './plan-insert.ts';
import { removeChild } from './plan-remove.ts';
import { replaceValue } from './plan-replace.ts';
import { withRoom } from './rewritten-places.ts';

type Edits = readonly TextEdit[];

/**
 * The edits that make the changes.
 *
 * @throws EditError if a change does not fit the document.
 */
export async function planEdits(document: YamlDocument, changes: readonly Change[]): Promise<TextEdit[]> {
  const planned = [];
  const made = withRoom(document, changes);
  const removed = new Set(
    made.flatMap(({ kind, path }) => (kind === 'remove' ? [JSON.stringify(path)] : [])),
  );
  const isRemoved = (path: Path) => removed.has(JSON.stringify(path));
  for (const change of made) {
    planned.push({ depth: depthOf(document, change), edits: await planChange(document, change, isRemoved) });
  }
  // At one offset, what goes into an entry stands before what goes behind it.
  planned.sort((a, b) => b.depth - a.depth);
  return planned.flatMap(({ edits }) => edits);
}

/** How deep in the document new text stands: that of a field which is there already stands inside it, also on lines below. */
function depthOf(document: YamlDocument, { kind, path }: Change): number {
  return kind === 'insert' || (kind === 'set' && document.has(path)) ? path.length + 1 : path.length;
}

/**
 * The change is of a place that has room for it (`withRoom`).
 *
 * @param isRemoved whether another change takes a field away: nothing can be put behind it.
 * @throws EditError if it does not fit the document.
 */
function planChange(
  document: YamlDocument,
  change: Change,
  isRemoved: (path: Path) => boolean,
): Promise<Edits> {
  switch (change.kind) {
    case 'set':
      return set(document, change, isRemoved);
    case 'insert':
      return insert(document, change);
    case 'remove':
      return remove(document, change);
    case 'rename':
      return renameField(document, change);
  }
}

async function set(
  document: YamlDocument,
  { path, value, written }: Extract<Change, { kind: 'set' }>,
  isRemoved: (path: Path) => boolean,
): Promise<Edits> {
  if (path.length === 0) throw new EditError('the whole document cannot be replaced');
  if (document.has(path)) return replaceValue(document, path, value);
  const parent = path.slice(0, -1);
  const name = path.at(-1)!;
  if (typeof name === 'number') throw new EditError('there is no such entry');
  if (!isMapping(document.node(parent)!.value)) throw new EditError('only a mapping has fields');
  const fields = document.children(parent);
  const behind = fields.findLast(({ step }) => !isRemoved([...parent, step!])) ?? fields.at(-1);
  return insertField(document, parent, behind, name, value, written);
}

async function insert(
  document: YamlDocument,
  { path, index, values, written = [] }: Extract<Change, { kind: 'insert' }>,
): Promise<Edits> {
  const list = document.node(path)!.value;
  if (!Array.isArray(list)) throw new EditError('only a list has entries');
  const at = index ?? list.length;
  if (at < 0 || at > list.length) throw new EditError(`there is no entry ${at}`);
  return insertEntries(document, path, at, values, written);
}

async function remove(
  document: YamlDocument,
  { path, keepComments }: Extract<Change, { kind: 'remove' }>,
): Promise<Edits> {
  const parent = path.slice(0, -1);
  if (path.length === 0 || !document.has(path)) throw new EditError('there is nothing to remove');
  const collection = document.node(parent)?.value;
  if (document.count(parent) > 1) return removeChild(document, path, keepComments);
  if (parent.length === 0) throw new EditError('the last field of a file cannot be removed');
  return replaceValue(document, parent, Array.isArray(collection) ? [] : {});
}

async function renameField(
  document: YamlDocument,
  { path, name }: Extract<Change, { kind: 'rename' }>,
): Promise<Edits> {
  const keySpan = document.node(path)?.keySpan;
  if (keySpan === undefined) throw new EditError('only a field has a name');
  return [{ span: keySpan, text: await inlineText(name, document) }];
}
