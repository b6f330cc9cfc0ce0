/** Layers that a check leaves out because their transcript alone is named. */
import { LAYER_FILE } from '../../core/model/layer-file.ts';
import { STDIN } from '../../core/model/standard-input.ts';
import type { Env } from '../../io/env.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import { Loader } from '../../project/loader.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import type { SelectedFiles } from './selection.ts';

/**
 * The number of layers that `show` would put on the transcripts that are named, and that are not checked. A reader of "no
 * findings" would take their annotations for checked.
 *
 * @param files all that are checked, in whichever part. @param share those of this run
 */
export async function uncheckedLayers(
  paths: readonly string[],
  { files, share }: Pick<SelectedFiles, 'files' | 'share'>,
  configs: ProjectConfigs,
  env: Env,
): Promise<number> {
  const shared = new Set(share.map(({ name }) => name));
  const named = paths.filter(
    file => file !== STDIN && shared.has(file) && !LAYER_FILE.test(file) && env.files.kind(file) === 'file',
  );
  if (named.length === 0) return 0;
  const passedOver = new Set(files.flatMap(({ name }) => env.files.real(name) ?? []));
  const loader = new Loader(env, { configs, passedOver, isForgetful: true, tellsConfigs: true });
  const unchecked = new Set<LoadedFile>();
  for (const file of named)
    for (const layer of (await loader.openLayersOf({ file })).layers) unchecked.add(layer);
  return unchecked.size;
}
