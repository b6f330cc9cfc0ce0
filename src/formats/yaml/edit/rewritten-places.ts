/** Changes to places that are missing, null, empty or without braces, which are rewritten whole. */
import { getOrMake } from '../../../core/maps.ts';
import type { Path } from '../../../core/model/finding.ts';
import { isMapping, type YamlDocument } from '../read/document.ts';
import { type Change, changedValue } from './change.ts';
import { isBracketed, isCollection, isInFlow } from './layout.ts';

/**
 * The changes such that each can be made on its own: those that would write the same place anew are one.
 *
 * @throws EditError if a change does not fit the document.
 */
export function withRoom(document: YamlDocument, changes: readonly Change[]): readonly Change[] {
  /** In the order of the first change of each; a change to a place that has room is its own group. */
  const groups = new Map<string | Change, Group>();
  for (const change of changes) {
    if (change.kind === 'insert' && change.values.length === 0) continue;
    const place = placeWithoutRoom(document, change);
    const key = place === undefined ? change : JSON.stringify(place);
    getOrMake(groups, key, () => ({ place, changes: [] })).changes.push(change);
  }
  return [...groups.values()].map(({ place, changes }) =>
    place === undefined ? changes[0]! : written(document, place, changes),
  );
}

interface Group {
  readonly place: Path | undefined;
  readonly changes: Change[];
}

function written({ value }: YamlDocument, place: Path, changes: readonly Change[]): Change {
  let root: unknown = value;
  // One by one, for new fields keep the order that they are given in.
  for (const change of changes) root = changedValue(root as Root, [appended(change)]);
  return { kind: 'set', path: place, value: valueAt(root, place) };
}

type Root = Readonly<Record<string, unknown>>;

/** Inserting into an empty list means appending. */
function appended(change: Change): Change {
  if (change.kind !== 'insert') return change;
  const { index: _, ...atEnd } = change;
  return atEnd;
}

/** The outermost place on the way of a change that cannot simply be added to. */
function placeWithoutRoom(document: YamlDocument, { kind, path }: Change): Path | undefined {
  if (kind === 'remove' || kind === 'rename') return undefined;
  if (document.has(path))
    return kind === 'insert' && isVacantList(document.node(path)!.value) ? path : undefined;
  for (let length = 1; length < path.length; length++) {
    const place = path.slice(0, length);
    const node = document.node(place);
    if (node === undefined || node.value === null) return place;
    if (isMapping(node.value) && (isEmpty(node.value) || isPair(document, place))) return place;
  }
  return kind === 'insert' ? path : undefined;
}

const isVacantList = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

const isEmpty = (mapping: object) => Object.keys(mapping).length === 0;

/** A single pair in a list, written without braces (`[a: b]`): it has no room for a second field. */
function isPair(document: YamlDocument, path: Path): boolean {
  const node = document.node(path);
  return (
    node !== undefined &&
    isCollection(node.value) &&
    !isBracketed(document.text, node) &&
    isInFlow(document, path)
  );
}

function valueAt(value: unknown, path: Path): unknown {
  let inner = value;
  for (const step of path) inner = (inner as Record<string | number, unknown>)[step];
  return inner;
}
