/** The reference of a layer to its transcript, which follows the transcript to another file. */
import path from 'node:path';
import { STDIN } from '../../core/model/standard-input.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { resolveReference } from '../../project/project-folder.ts';
import { revisionName } from '../../project/revisions.ts';
import type { Sides } from '../sides.ts';
import type { LoadedLayer } from './inputs.ts';

/**
 * The reference that a layer has to have; undefined where it is the one it has.
 *
 * @throws UsageError where the layer is one of another transcript, or the new one is out of its reach.
 */
export function newReference(layer: LoadedLayer, sides: Sides, env: Env): string | undefined {
  const { files } = env;
  const folder = path.dirname(files.real(layer.file) ?? files.absolute(layer.file));
  const placeOf = (file: string) => files.real(file) ?? files.absolute(file);
  const present = placeOf(path.resolve(folder, layer.document.value.transcript));
  const isRead = (file: string) => file === STDIN || placeOf(file) === present;
  if (!isRead(sides.new.file) && !isRead(sides.old.file)) {
    throw new UsageError(
      `${layer.file} is a layer of ${layer.document.value.transcript}, not of ${revisionName(sides.old)} or ${revisionName(sides.new)}`,
      'name the transcripts that it is about, or correct its `transcript`',
    );
  }
  if (isRead(sides.new.file)) return undefined;
  const reference = path.relative(folder, placeOf(sides.new.file)).split(path.sep).join('/');
  const target = resolveReference(files, layer.file, reference);
  if ('refused' in target) {
    throw new UsageError(
      `${layer.file} cannot refer to ${revisionName(sides.new)}: ${target.refused}`,
      'put the new transcript into the project folder of the layer',
    );
  }
  return reference;
}
