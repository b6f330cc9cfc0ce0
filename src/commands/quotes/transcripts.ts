/** The transcripts that drafts are compared with. */
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { faultsIn } from '../../project/config-faults.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import type { LoadedDraft } from '../../project/quotes/load-drafts.ts';

/** Formats that are drafts and never transcripts. */
const DRAFT = /\.(?:md|markdown|mdx|qmd|html?|xhtml|docx)$/i;

/**
 * The drafts and the transcripts of a command line. `--in` takes several names, also those of drafts that stand behind it.
 * @throws UsageError if no draft is named.
 */
export function namedOn(
  drafts: readonly string[],
  transcripts: readonly string[] | undefined,
): { readonly drafts: readonly string[]; readonly transcripts: readonly string[] | undefined } {
  if (drafts.length > 0) return { drafts, transcripts };
  const cut = (transcripts ?? []).findIndex(name => DRAFT.test(name));
  if (transcripts === undefined || cut < 1 || !transcripts.slice(cut).every(name => DRAFT.test(name)))
    throw new UsageError(
      'which drafts? name them before --in',
      'for example: onrecord quotes draft.md --in talk.yaml',
    );
  return { drafts: transcripts.slice(cut), transcripts: transcripts.slice(0, cut) };
}

/** @throws UsageError if neither `--in` nor a configuration names any; InputError if it is not clear which this one names. */
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
    const [fault] = faultsIn(config, 'quotes');
    if (fault !== undefined) throw fault;
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
