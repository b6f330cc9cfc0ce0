/** The transcripts that drafts are compared with. */
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import type { LoadedDraft } from '../../project/quotes/load-drafts.ts';

/** @throws UsageError if neither `--in` nor a configuration names any. */
export async function transcriptsOf(
  drafts: readonly LoadedDraft[],
  named: readonly string[] | undefined,
  configs: ProjectConfigs,
  env: Env,
): Promise<readonly string[]> {
  if (named !== undefined) return named;
  const found = new Set<string>();
  for (const { draft } of drafts) {
    if (env.files.kind(draft.file) === 'missing') continue;
    const config = await configs.for(draft.file);
    if (config.config.quotes.length === 0) continue;
    const { transcriptsFor } = await import('../../project/quotes/quoted-in-config.ts');
    for (const file of transcriptsFor(env, config, draft.file)) found.add(file);
  }
  if (found.size === 0)
    throw new UsageError(
      'which transcripts do the drafts quote?',
      'name them: onrecord quotes draft.md --in talk.yaml',
    );
  return [...found];
}
