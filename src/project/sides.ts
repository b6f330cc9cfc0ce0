/** The two sides of a comparison: files, revisions of files, or one project at two dates. */

import type { Options } from '../commands/printing.ts';
import type { View } from '../core/model/view.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import { filesOfRevision } from '../io/git.ts';
import { readersOf } from './compared-readings.ts';
import { Loader } from './load.ts';
import { loadView } from './load-view.ts';

/** One side as it is named: a file, and where it is read from. */
export interface Side {
  readonly file: string;
  /** A git revision; undefined for the work tree. */
  readonly revision: string | undefined;
  readonly asOf: string | undefined;
}

export interface Sides {
  readonly old: Side;
  readonly new: Side;
}

/**
 * - `OLD NEW`, each a file or `REV:path`;
 * - `--rev A..B FILE`, `--rev A FILE` (A against the work tree);
 * - `--as-of D1..D2 FILE`.
 *
 * @throws UsageError where the arguments fit none of these.
 */
export function sidesOf(names: readonly string[], options: Options, env: Env): Sides {
  const revisions = rangeOf(options['rev'] as string | undefined, '--rev');
  const dates = rangeOf(options['asOf'] as string | undefined, '--as-of');
  const isOneFile = revisions !== undefined || (dates?.isRange ?? false);
  const expected = isOneFile ? 1 : 2;
  if (names.length !== expected) {
    throw new UsageError(
      isOneFile ? 'with --rev or two dates, name one file' : 'name two files: the old one and the new one',
      isOneFile ? undefined : 'or one file with --rev A..B or --as-of D1..D2',
    );
  }
  const [oldName, newName = oldName] = names as [string, string?];
  const side = (name: string, revision: string | undefined, asOf: string | undefined): Side =>
    revision === undefined ? { ...namedRevision(name, env), asOf } : { file: name, revision, asOf };
  return {
    old: side(oldName, revisions?.from, dates?.from),
    new: side(newName, revisions?.to, dates?.to),
  };
}

interface Range {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly isRange: boolean;
}

/** `A..B`; `A` alone means the same on both sides for a date, and up to the work tree for a revision. */
function rangeOf(text: string | undefined, option: '--rev' | '--as-of'): Range | undefined {
  if (text === undefined) return undefined;
  const cut = text.indexOf('..');
  if (cut < 0) return { from: text, to: option === '--rev' ? undefined : text, isRange: false };
  const [from, to] = [text.slice(0, cut), text.slice(cut + 2)];
  if (from === '') throw new UsageError(`${option} ${text} has no beginning`);
  return { from, to: to === '' ? undefined : to, isRange: true };
}

/** `REV:path`, unless there is a file of that very name. */
function namedRevision(name: string, env: Env): { file: string; revision: string | undefined } {
  const cut = name.indexOf(':');
  if (cut < 1 || env.files.kind(name) !== 'missing') return { file: name, revision: undefined };
  return { file: name.slice(cut + 1), revision: name.slice(0, cut) };
}

/** A side as it is shown: with its revision, where it has one. */
export function shownSide({ file, revision }: Side): string {
  return revision === undefined ? file : `${revision}:${file}`;
}

/** The views of both sides, and whether they are of two readers of one project. */
export interface LoadedSides {
  readonly old: View;
  readonly new: View;
  readonly areReaders: boolean;
}

/** Loads the views of both sides; undefined where one cannot be understood, which is then told on stderr. */
export async function loadSides(sides: Sides, options: Options, env: Env): Promise<LoadedSides | undefined> {
  const { workTree: loader, of: loaderOf } = loadersOfSides(env);
  const readers = await readersOf(sides, loader);
  if (readers !== undefined) {
    const loadReader = (asOf: string | undefined, reading: string) =>
      loadView(loader, readers.transcript, readers.layers, { ...options, asOf }, env, [reading]);
    const oldReader = await loadReader(sides.old.asOf, readers.old);
    const newReader = await loadReader(sides.new.asOf, readers.new);
    return oldReader && newReader && { old: oldReader, new: newReader, areReaders: true };
  }
  const load = (side: Side) => loadView(loaderOf(side), side.file, [], { ...options, asOf: side.asOf }, env);
  const oldView = await load(sides.old);
  const newView = await load(sides.new);
  return oldView && newView && { old: oldView, new: newView, areReaders: false };
}

export interface SideLoaders {
  /** One for the work tree, so that `-` can be named once only and a file is read once. */
  readonly workTree: Loader;
  of(side: Side): Loader;
}

export function loadersOfSides(env: Env): SideLoaders {
  const workTree = new Loader(env);
  return {
    workTree,
    of: ({ revision }) => (revision === undefined ? workTree : new Loader(atRevision(revision, env))),
  };
}

export function atRevision(revision: string, env: Env): Env {
  return { ...env, files: filesOfRevision(env.git, revision, env.files) };
}
