/** Compares the checked files with a revision. */
import { compareFindings } from '../../core/model/finding.ts';
import { STDIN } from '../../core/model/standard-input.ts';
import type { Env } from '../../io/env.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import { compareSince, isBeforeAll } from '../../project/since/compare.ts';
import type { Options } from '../printing.ts';
import { readingFrom } from '../reading-options.ts';
import type { Round } from './jobs.ts';
import { type SelectedFiles, stdinName } from './selection.ts';
import { shardOf } from './shard.ts';

/** Adds what changed since the revision that the options name. */
export async function withTransitions(
  result: Round,
  paths: readonly string[],
  { files }: SelectedFiles,
  configs: ProjectConfigs,
  options: Options,
  env: Env,
): Promise<Round> {
  const revision = String(options['since']);
  if (isBeforeAll(revision)) {
    await env.stderr.write(
      'onrecord: --since names no commit (all zeros): there is nothing to compare with\n',
    );
    return result;
  }
  const fixes = options['fix'] === true;
  const since = await compareSince(
    {
      revision,
      paths: paths.map(path => (path === STDIN ? stdinName(options) : path)),
      // The contents read before the fixes are out of date.
      files: fixes ? files.map(({ name }) => ({ name })) : files,
      configs,
      reading: await readingFrom(options),
      fixedConfig: options['config'] as string | boolean | undefined,
      shareOf: all => shardOf(all, options),
    },
    env,
  );
  return {
    ...result,
    findings: [...result.findings, ...since.findings].sort(compareFindings),
    sources: new Map([...since.sources, ...result.sources]),
    troubles: [...result.troubles, ...since.troubles],
  };
}
