/** Runs the rules over files and their projects. */

import { pushAll } from '../core/long-lists.ts';
import { getOrMake } from '../core/maps.ts';
import type { EarlierVersions } from '../core/model/earlier-version.ts';
import { type Finding, ownerOf, withoutReplaced } from '../core/model/finding.ts';
import type { Env } from '../io/env.ts';
import type { Rule } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import { type RunRules, ruleRunner } from '../rules/run.ts';
import { type CheckedProject, projectsOf } from './checked-projects.ts';
import { atLevels } from './levels.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { Loader } from './loader.ts';
import { prepareDatesOf } from './prepare-dates.ts';
import { markPrivate } from './private-findings.ts';
import type { ProjectConfigs } from './project-config.ts';
import type { ProjectConfig } from './read-project-config.ts';
import { RuleLanguages } from './rule-languages.ts';
import { readCopies } from './source-copies.ts';
import { unfinishedEdits } from './unfinished-edits.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly projects: readonly CheckedProject[];
  /** The transcripts of all projects, those that cannot be used among them. */
  readonly transcripts: readonly LoadedFile[];
  /** Errors of opening layers that nobody named. */
  readonly troubles: readonly unknown[];
}

const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** Findings of the given files; other files are read as context. */
export async function runCheck(
  files: readonly LoadedFile[],
  rules: readonly Rule[],
  configs: ProjectConfigs,
  loader: Loader,
  env: Env,
): Promise<Checked> {
  const wanted = new Set(files.map(file => file.file));
  const findings: Finding[] = [];
  for (const { file, findings: read } of files) {
    if (read.length === 0) continue;
    const { config } = await configs.for(file);
    const optional = await optionalReading();
    const levels = new Map([...config.levels].filter(([rule]) => optional.has(rule)));
    pushAll(findings, atLevels(read, levels));
  }
  const { projects, refusals, transcripts, troubles } = await projectsOf(files, loader, configs);
  pushAll(findings, refusals);
  pushAll(findings, await unfinishedEdits(transcripts, env.files));
  await prepareDatesOf(projects.map(({ project }) => project));
  const earlier = earlierVersionsIn(env, loader);
  const runners = new Map<ProjectConfig, RunRules>();
  const languages = new RuleLanguages();
  const progress = env.progress?.('checking', projects.length, 'transcript');
  for (const [index, { project, config, unreadable }] of projects.entries()) {
    await progress?.at(index, project.transcript.file);
    const run = getOrMake(runners, config, () => runnerUnder(config, rules, env, earlier));
    const language = await languages.of(project.transcript.value, config.config.words);
    const found = await run(project, { unreadable, copies: readCopies(env, project), language });
    pushAll(
      findings,
      found.filter(finding => wanted.has(ownerOf(finding))),
    );
  }
  await progress?.end();
  return { findings: markPrivate(withoutReplaced(findings), projects), projects, transcripts, troubles };
}

/** Rules of reading that may be switched off: the file is understood all the same. */
async function optionalReading(): Promise<ReadonlySet<string>> {
  const { READING_RULES } = await import('../rules/all-rules.ts');
  return new Set(READING_RULES.filter(({ severity }) => severity !== 'error').map(({ id }) => id));
}

/** Git is asked, and the code for it loaded, only if a rule asks. */
function earlierVersionsIn(env: Env, loader: Loader): EarlierVersions {
  let versions: EarlierVersions | undefined;
  return {
    async find(file, isMeant) {
      if (versions === undefined) {
        const { earlierVersions } = await import('./earlier-versions.ts');
        versions ??= earlierVersions(env, (bytes, name) => loader.readBytes(bytes, name));
      }
      return versions.find(file, isMeant);
    },
    // Nobody asks before a search was in vain.
    isCutOff: file => versions?.isCutOff(file) === true,
  };
}

function runnerUnder(
  { config }: ProjectConfig,
  rules: readonly Rule[],
  env: Env,
  earlier: EarlierVersions,
): RunRules {
  const { levels, options, tags, require } = config;
  return ruleRunner({
    rules,
    ruleIds: RULE_IDS,
    levels,
    options,
    tags,
    require,
    random: env.random,
    earlier,
  });
}
