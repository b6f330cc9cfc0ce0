/** The two sides of a comparison: files, revisions of files, or one project at two dates. */
import type { OlderText } from '../core/anchor/anchor-state.ts';
import type { View } from '../core/model/view.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import { comparedReadings } from '../project/compared-readings.ts';
import { namedTranscript } from '../project/named-transcript.ts';
import { olderTextOf } from '../project/older-text.ts';
import type { FileRevision, RevisionLoaders } from '../project/revisions.ts';
import type { Options } from './printing.ts';
import { loadChosen, viewOf } from './view-options.ts';

/** One side as the command line names it. */
export interface Side extends FileRevision {
  readonly asOf: string | undefined;
}

export interface Sides {
  readonly old: Side;
  readonly new: Side;
}

/**
 * - `OLD NEW`, each a file, a folder with one transcript, or `REV:path`;
 * - `--rev A..B FILE`, `--rev A FILE` (A against the work tree);
 * - `--as-of D1..D2 FILE`.
 *
 * @throws UsageError if the arguments fit none of these, or a folder has several transcripts.
 */
export async function sidesOf(
  names: readonly string[],
  options: Options,
  loaders: RevisionLoaders,
  env: Env,
): Promise<Sides> {
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
  const side = async (
    name: string,
    revision: string | undefined,
    asOf: string | undefined,
  ): Promise<Side> => ({
    ...(await namedTranscript(name, env, loaders, revision)),
    asOf,
  });
  return {
    old: await side(oldName, revisions?.from, dates?.from),
    new: await side(newName, revisions?.to, dates?.to),
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

/** The views of both sides, and whether they are two readings of one project. */
export interface LoadedSides {
  readonly old: View;
  readonly new: View;
  readonly areReadings: boolean;
  /** How `reanchor` judges the anchors of the new side; undefined if both have the same text. */
  readonly olderText?: OlderText | undefined;
}

/** Loads the views of both sides. Undefined if one cannot be understood; stderr then tells why. */
export async function loadSides(
  sides: Sides,
  { workTree: loader, of: loaderOf }: RevisionLoaders,
  options: Options,
  env: Env,
): Promise<LoadedSides | undefined> {
  const at = ({ asOf }: Side) => ({ ...options, asOf });
  const readings = await comparedReadings(sides.old, sides.new, loader);
  if (readings !== undefined) {
    const project = await loadChosen(loader, readings.transcript, readings.layers, options, env);
    if (project === undefined) return undefined;
    const of = (side: Side, reading: string) => viewOf(project, at(side), { readings: [reading] });
    return {
      old: await of(sides.old, readings.old),
      new: await of(sides.new, readings.new),
      areReadings: true,
    };
  }
  const load = (side: Side) => loadChosen(loaderOf(side), side.file, [], options, env, side.revision);
  const before = await load(sides.old);
  const now = await load(sides.new);
  if (before === undefined || now === undefined) return undefined;
  const old = await viewOf(before, at(sides.old));
  const olderText = await olderTextOf(before, now);
  return { old, new: await viewOf(now, at(sides.new), { old: olderText }), areReadings: false, olderText };
}
