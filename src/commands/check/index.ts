/** The CI gate: everything that is wrong in transcripts and layers, and where. */
import { compareWithBaseline } from '../../core/model/baseline.ts';
import {
  compareFindings,
  countBySeverity,
  type Finding,
  withoutConsequences,
} from '../../core/model/finding.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { visible } from '../../printers/escape/visible.ts';
import { counted } from '../../printers/findings/findings.ts';
import { shardOf } from '../../project/files-to-check.ts';
import { STDIN } from '../../project/loaded-file.ts';
import { ProjectConfigs } from '../../project/project-config.ts';
import { compareSince, isBeforeAll } from '../../project/since/compare.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import type { Options } from '../printing.ts';
import { reportTrouble } from '../trouble.ts';
import { readBaseline, writeBaseline } from './baseline.ts';
import { type AppliedFix, fixesInWords, patchOf, writeFixes } from './fix-files.ts';
import { checkFiles, type Round } from './jobs.ts';
import { tellMissingMergeDriver } from './merge-driver.ts';
import { declareOptions, problemOf, type Shard } from './options.ts';
import { printConfig } from './print-config.ts';
import { printFindings } from './print-findings.ts';
import { refuseStdin, type SelectedFiles, selectFiles, stdinName } from './selection.ts';

/** A fix may make room for the next one; more rounds than this mean that two fixes undo each other. */
const MAX_ROUNDS = 10;

export const command: CommandModule = {
  declare(command) {
    command.description(
      'Report what is wrong in transcripts and layers: structure, references, quotes and dates; stances without\na party, a date or a source; tags that say more than the words. In a folder, the YAML files that begin with\n`onrecord:` are checked, every `*.layer.yaml`, and what `layers:` in the configuration names; the last line\nsays what was left out. `.onrecord.yaml` sets levels; `onrecord explain RULE` tells what a rule wants.\n\nExamples:\n  $ onrecord check .\n  $ onrecord check talk.yaml notes.layer.yaml --strict\n  $ onrecord check --fix --dry-run .\n  $ onrecord check --since origin/main .\n  $ onrecord check --format sarif . > findings.sarif\n\nExit status: 0 no errors, 1 errors found (with --strict or --max-warnings also warnings), 2 a file cannot be opened,\nthere is nothing to check, or --since cannot compare.',
    );
    declareOptions(command);
  },
  async run([given], options, env) {
    const paths = given as string[];
    const problem = problemOf(options);
    if (problem !== undefined) throw new UsageError(problem.message, problem.hint);
    const configs = new ProjectConfigs(env, options['config'] as string | boolean | undefined);
    if (options['printConfig'] !== undefined) {
      await env.stdout.write(printConfig(configs.for(String(options['printConfig']))));
      return ExitStatus.clean;
    }
    refuseStdin(paths, options);
    const selected = await selectFiles(paths, configs, options, env);
    let result = await checkFiles(selected.share, configs, options, env);
    if (options['fix'] === true) {
      if (options['dryRun'] === true) {
        await env.stdout.write(patchOf(result.fixed));
        return (await reportTrouble([...selected.troubles, ...result.troubles], env))
          ? ExitStatus.trouble
          : ExitStatus.clean;
      }
      const again = selected.share.map(({ name }) => ({ name }));
      result = await fixed(result, () => checkFiles(again, configs, options, env), env);
    }
    result = await withTransitions(result, paths, selected, configs, options, env);
    const troubles = [...selected.troubles, ...result.troubles];
    const fresh = await freshFindings(result.findings, troubles.length === 0, options, env);
    const findings = withoutConsequences(fresh);
    await printFindings({ ...result, findings, troubles }, selected, options, env);
    await tellMissingMergeDriver(result.files, env);
    if (await reportTrouble(troubles, env)) return ExitStatus.trouble;
    return isFailure(findings, options) ? ExitStatus.found : ExitStatus.clean;
  },
};

/** Fixes and checks again until nothing is left to fix, and tells what was done. */
async function fixed(first: Round, round: () => Promise<Round>, env: Env): Promise<Round> {
  let result = first;
  const applied: AppliedFix[] = [];
  for (let count = 0; count < MAX_ROUNDS && result.fixed.length > 0; count++) {
    writeFixes(env, result.fixed);
    for (const fix of result.fixed.flatMap(file => file.applied)) applied.push(fix);
    result = await round();
  }
  if (applied.length > 0) await env.stderr.write(`onrecord: ${fixesInWords(applied)}\n`);
  return result;
}

/** Adds what changed since the revision that the options name. */
async function withTransitions(
  result: Round,
  paths: readonly string[],
  { files }: SelectedFiles,
  configs: ProjectConfigs,
  options: Options,
  env: Env,
): Promise<Round> {
  const revision = options['since'] as string | undefined;
  if (revision === undefined) return result;
  if (isBeforeAll(revision)) {
    await env.stderr.write(
      'onrecord: --since names no commit (all zeros): there is nothing to compare with\n',
    );
    return result;
  }
  const shard = options['shard'] as Shard | undefined;
  const fixes = options['fix'] === true;
  const since = await compareSince(
    {
      revision,
      paths: paths.map(path => (path === STDIN ? stdinName(options) : path)),
      // What was read before the fixes is old.
      files: fixes ? files.map(({ name }) => ({ name })) : files,
      configs,
      fixedConfig: options['config'] as string | boolean | undefined,
      shareOf: all => (shard === undefined ? all : shardOf(all, shard)),
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

/** What the baseline does not know. One that is made of some files only would forget what the others have. */
async function freshFindings(
  findings: readonly Finding[],
  areAll: boolean,
  options: Options,
  env: Env,
): Promise<readonly Finding[]> {
  const file = options['baseline'] as string | undefined;
  if (file === undefined) return findings;
  if (options['updateBaseline'] === true) {
    if (!areAll) {
      await env.stderr.write(`onrecord: ${visible(file)} is left as it is: not every file could be opened\n`);
      return findings;
    }
    writeBaseline(env, file, findings);
    await env.stderr.write(`onrecord: ${visible(file)}: ${counted(findings.length, 'finding')} recorded\n`);
    return [];
  }
  const isThere = (name: string) => env.files.kind(name) !== 'missing';
  const { fresh, known, gone } = compareWithBaseline(findings, readBaseline(env, file), isThere);
  const left =
    gone === 0
      ? ''
      : `; ${gone} no longer ${gone === 1 ? 'occurs' : 'occur'} (--update-baseline removes ${gone === 1 ? 'it' : 'them'})`;
  await env.stderr.write(`onrecord: ${known} known ${known === 1 ? 'finding' : 'findings'} hidden${left}\n`);
  return fresh;
}

function isFailure(findings: readonly Finding[], options: Options): boolean {
  const { error, warning } = countBySeverity(findings);
  const allowed =
    options['strict'] === true ? 0 : ((options['maxWarnings'] as number | undefined) ?? Infinity);
  return error > 0 || warning > allowed;
}
