/** The transcripts that drafts are compared with. */
import { pushAll } from '../../core/long-lists.ts';
import type { Project } from '../../core/model/project.ts';
import { STDIN } from '../../core/model/standard-input.ts';
import type { Env } from '../../io/env.ts';
import { InputError, UsageError } from '../../io/errors.ts';
import { faultsIn } from '../../project/config-faults.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import type { LoadedDraft, LoadedDrafts } from '../../project/quotes/load-drafts.ts';

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
  if (drafts.length > 0) {
    if (drafts.includes(STDIN) && transcripts?.includes(STDIN) === true)
      throw new UsageError('standard input is named as a draft and as its transcript', 'name one of them');
    return { drafts, transcripts };
  }
  const cut = (transcripts ?? []).findIndex(name => DRAFT.test(name));
  if (transcripts === undefined || cut < 1 || !transcripts.slice(cut).every(name => DRAFT.test(name)))
    throw new UsageError(
      'which drafts? name them before --in',
      'for example: onrecord quotes draft.md --in talk.yaml',
    );
  return { drafts: transcripts.slice(cut), transcripts: transcripts.slice(0, cut) };
}

/**
 * Drafts without those that are the record itself, in which every quotation would be found: they are left out of a folder,
 * and are trouble where they are named.
 */
export function withoutRecords(
  { drafts, troubles }: LoadedDrafts,
  projects: readonly Project[],
  named: readonly string[],
  env: Env,
): LoadedDrafts {
  const records = new Set(projects.map(({ transcript: { file } }) => env.files.real(file)));
  const isRecord = ({ draft: { file } }: LoadedDraft) => {
    const real = env.files.real(file);
    return real !== undefined && records.has(real);
  };
  const refused = drafts
    .filter(loaded => isRecord(loaded) && named.includes(loaded.draft.file))
    .map(
      ({ draft: { file } }) =>
        new InputError(
          file,
          'is the draft and its transcript: every quotation would be found',
          'name another with --in',
        ),
    );
  return { drafts: drafts.filter(loaded => !isRecord(loaded)), troubles: [...troubles, ...refused] };
}

/** @throws UsageError if neither `--in` nor a configuration names any; InputError if it is not clear which this one names. */
export async function transcriptsOf(
  drafts: readonly LoadedDraft[],
  named: readonly string[] | undefined,
  configs: ProjectConfigs,
  env: Env,
): Promise<{ readonly names: readonly string[]; readonly troubles: readonly unknown[] }> {
  if (named !== undefined) return { names: named, troubles: [] };
  const names = new Set<string>();
  const troubles: unknown[] = [];
  for (const { draft } of drafts) {
    if (env.files.kind(draft.file) === 'missing') continue;
    const config = await configs.for(draft.file);
    const [fault] = faultsIn(config, 'quotes');
    if (fault !== undefined) throw fault;
    if (config.config.quotes.length === 0) continue;
    const { transcriptsFor } = await import('../../project/quotes/quoted-in-config.ts');
    const found = await transcriptsFor(env, configs, config, draft.file);
    for (const file of found.files) names.add(file);
    pushAll(troubles, found.troubles);
  }
  if (names.size === 0)
    throw new UsageError(
      'which transcripts do the drafts quote?',
      'name them: onrecord quotes draft.md --in talk.yaml',
    );
  return { names: [...names], troubles };
}
