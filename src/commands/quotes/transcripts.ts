/** The transcripts that drafts are compared with. */
import { groupBy } from '../../core/maps.ts';
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
  drafts: readonly LoadedDraft[],
  projects: readonly Project[],
  named: readonly string[],
  env: Env,
): LoadedDrafts {
  const records = new Set(projects.map(({ transcript: { file } }) => env.files.real(file)));
  const isRecord = ({ draft: { file } }: LoadedDraft) => {
    const real = env.files.real(file);
    return real !== undefined && records.has(real);
  };
  const troubles = drafts
    .filter(loaded => isRecord(loaded) && named.includes(loaded.draft.file))
    .map(
      ({ draft: { file } }) =>
        new InputError(
          file,
          'is the draft and its transcript: every quotation would be found',
          'name another with --in',
        ),
    );
  return { drafts: drafts.filter(loaded => !isRecord(loaded)), troubles };
}

/** Drafts that are compared with the same transcripts. */
export interface Comparison {
  readonly drafts: readonly LoadedDraft[];
  /** Of files, folders and globs. */
  readonly transcripts: readonly string[];
}

/**
 * The drafts with the transcripts that `--in` names, or that the configuration names for each, as `check` compares them.
 * @throws UsageError if neither names any; InputError if it is not clear which the configuration names.
 */
export async function comparisonsOf(
  drafts: readonly LoadedDraft[],
  named: readonly string[] | undefined,
  configs: ProjectConfigs,
  env: Env,
): Promise<{ readonly comparisons: readonly Comparison[]; readonly troubles: readonly unknown[] }> {
  if (named !== undefined || drafts.length === 0)
    return { comparisons: [{ drafts, transcripts: named ?? [] }], troubles: [] };
  const troubles = new Map<string, unknown>();
  const transcriptsOf = new Map<LoadedDraft, readonly string[]>();
  for (const loaded of drafts) {
    const { file } = loaded.draft;
    if (env.files.kind(file) === 'missing') continue;
    const config = await configs.for(file);
    const [fault] = faultsIn(config, 'quotes');
    if (fault !== undefined) throw fault;
    if (config.config.quotes.length === 0) continue;
    const { transcriptsFor } = await import('../../project/quotes/quoted-in-config.ts');
    const found = await transcriptsFor(env, configs, config, file);
    if (found.files.length > 0) transcriptsOf.set(loaded, found.files);
    for (const trouble of found.troubles) troubles.set(String(trouble), trouble);
  }
  if (transcriptsOf.size === 0)
    throw new UsageError(
      'which transcripts do the drafts quote?',
      'name them: onrecord quotes draft.md --in talk.yaml',
    );
  for (const loaded of drafts) {
    const { file } = loaded.draft;
    if (!transcriptsOf.has(loaded))
      troubles.set(
        file,
        new InputError(
          file,
          'no entry of `quotes` in .onrecord.yaml names it',
          'name its transcripts with --in',
        ),
      );
  }
  const groups = groupBy([...transcriptsOf], ([, transcripts]) => JSON.stringify(transcripts));
  const comparisons = Array.from(groups.values(), group => ({
    drafts: group.map(([loaded]) => loaded),
    transcripts: group[0]![1],
  }));
  return { comparisons, troubles: [...troubles.values()] };
}
