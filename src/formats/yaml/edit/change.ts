/** The intended effect of an edit on the value of a document, independent of its text. */
import { pushAll } from '../../../core/long-lists.ts';
import type { Path } from '../../../core/model/finding.ts';
import { isMapping, setOwn } from '../read/document.ts';
import type { Written } from './copied-lines.ts';
import { EditError } from './edit-error.ts';

/**
 * Paths are those of the document before any change; a list of changes is made as a whole. What is new and written
 * elsewhere already is copied from there, where the layout allows it.
 */
export type Change =
  /** Replaces the value at `path`, or adds the field; missing mappings on the way are made. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown; readonly written?: Written }
  /** Puts entries in front of entry `index` of the list at `path`, or at its end; a missing list is made. */
  | {
      readonly kind: 'insert';
      readonly path: Path;
      readonly index?: number;
      readonly values: readonly unknown[];
      readonly written?: readonly (Written | undefined)[];
    }
  /**
   * Takes a field or an entry away. With `keepComments`, the comments directly above an entry go with it, but for those that
   * stand in that text.
   */
  | { readonly kind: 'remove'; readonly path: Path; readonly keepComments?: string }
  /** Gives a field of a mapping another name, in its place. */
  | { readonly kind: 'rename'; readonly path: Path; readonly name: string };

type Container = Record<string, unknown> | unknown[];

/** The value that a document has after the changes. `value` itself is left alone; what does not change is shared. */
export function changedValue(value: Readonly<Record<string, unknown>>, changes: readonly Change[]): unknown {
  const copies = new Set<unknown>();
  const root = copy(value);
  for (const change of lastFirst(value, changes)) make(change);
  return root;

  function make(change: Change): void {
    if (change.kind === 'insert') {
      const list = containerAt(change.path, []);
      if (!Array.isArray(list)) throw new EditError('expected a list');
      const behind = list.splice(change.index ?? list.length);
      pushAll(list, change.values);
      pushAll(list, behind);
      return;
    }
    const step = change.path.at(-1);
    if (step === undefined) throw new EditError('the whole document cannot be replaced');
    const container = containerAt(change.path.slice(0, -1), {});
    if (change.kind === 'rename') renameKey(container, String(step), change.name);
    else if (change.kind === 'set') setOwn(container, step, change.value);
    else if (Array.isArray(container)) container.splice(Number(step), 1);
    else delete container[step];
  }

  /** The collection at a path, copied and ready to be changed; made where it is missing or null. */
  function containerAt(path: Path, missing: Container): Container {
    let container = root;
    for (const [i, step] of path.entries()) {
      const child = childOf(container, step) ?? (i === path.length - 1 ? missing : {});
      if (typeof child !== 'object') throw new EditError('expected a mapping or a list');
      const own = copy(child as Container);
      setOwn(container, step, own);
      container = own;
    }
    return container;
  }

  function copy(container: Container): Container {
    if (copies.has(container)) return container;
    const made = Array.isArray(container) ? [...container] : { ...container };
    copies.add(made);
    return made;
  }
}

/** Applies later places first, so that the paths and indexes of pending changes stay valid. */
function lastFirst(value: unknown, changes: readonly Change[]): readonly Change[] {
  const placed = changes.map(change => placedIn(value, change));
  placed.sort((a, b) => comparePaths(a.place, b.place) || rank(a.change) - rank(b.change));
  return placed.map(({ change }) => change).reverse();
}

const rank = (change: Change) => (change.kind === 'insert' ? 0 : 1);

function placedIn(value: unknown, change: Change): { change: Change; place: Path } {
  if (change.kind !== 'insert') return { change, place: change.path };
  const index = change.index ?? lengthAt(value, change.path);
  return { change: { ...change, index }, place: [...change.path, index] };
}

function lengthAt(value: unknown, path: Path): number {
  let inner = value;
  for (const step of path) inner = childOf(inner, step);
  return Array.isArray(inner) ? inner.length : 0;
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x) < String(y) ? -1 : 1;
  }
  return a.length - b.length;
}

function renameKey(container: Container, old: string, name: string): void {
  for (const [key, value] of Object.entries(container)) {
    delete (container as Record<string, unknown>)[key];
    setOwn(container, key === old ? name : key, value);
  }
}

/**
 * Whether what was read is what was meant. Undefined fields are not written; a number or boolean under a key that is
 * text by schema is read as the text that was written for it.
 */
export function isMeant(meant: unknown, read: unknown): boolean {
  if (Array.isArray(meant)) {
    return (
      Array.isArray(read) && meant.length === read.length && meant.every((item, i) => isMeant(item, read[i]))
    );
  }
  if (isMapping(meant)) {
    if (!isMapping(read)) return false;
    const names = Object.keys(meant).filter(name => meant[name] !== undefined);
    return (
      names.length === Object.keys(read).length &&
      names.every(name => Object.hasOwn(read, name) && isMeant(meant[name], read[name]))
    );
  }
  if (Object.is(meant, read)) return true;
  return (typeof meant === 'number' || typeof meant === 'boolean') && String(meant) === read;
}
