/** The next step after looking at a view: annotations that wait come first. */
import type { EarlierVersion } from '../core/model/earlier-version.ts';
import { STDIN_SHOWN } from '../core/model/standard-input.ts';
import type { View } from '../core/model/view.ts';
import { commandOnFiles } from '../core/view/command-on-files.ts';
import { unsureEntries } from '../core/view/unsure.ts';
import type { Env } from '../io/env.ts';
import type { Loader } from '../project/loader.ts';

/**
 * The command for what waits for a person, if anything does: as `check` has it, the comparison with the version that the
 * first entry was made on, else `check` itself.
 *
 * @param compared versions that were named already
 */
export async function stepForWaiting(
  view: View,
  loader: Loader,
  env: Env,
  compared: readonly EarlierVersion[] = [],
): Promise<string | undefined> {
  const { annotations, claims } = unsureEntries(view);
  const waiting = [...annotations, ...claims];
  const { file } = view.project.transcript;
  if (waiting.length === 0 || file === STDIN_SHOWN) return undefined;
  // With them come git and the comparison of versions, which a view where nothing waits does without.
  const { isMadeOn, reanchorCommand } = await import('../core/anchor/made-on.ts');
  const { earlierVersions } = await import('../project/earlier-versions.ts');
  const versions = earlierVersions(env, (bytes, name) => loader.readBytes(bytes, name));
  for (const { value, document } of waiting) {
    const isMeant = (version: EarlierVersion) => isMadeOn(value, version);
    const earlier = compared.find(isMeant) ?? (await versions.find(file, isMeant));
    if (earlier !== undefined) return reanchorCommand(earlier.name, file, document.file);
  }
  return commandOnFiles('onrecord check', waiting);
}
