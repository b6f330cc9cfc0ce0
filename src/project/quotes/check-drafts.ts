/** The drafts that configurations name, checked against the transcripts that they quote. */
import { pushAll } from '../../core/long-lists.ts';
import { groupBy } from '../../core/maps.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { SourceText } from '../../core/model/span.ts';
import { Allowances } from '../../core/quotes/allowances.ts';
import type { Draft } from '../../core/quotes/draft.ts';
import { idleFinding } from '../../core/quotes/findings.ts';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { atLevels } from '../levels.ts';
import { loadRecords } from '../load-records.ts';
import { Loader } from '../loader.ts';
import { prepareDatesOf } from '../prepare-dates.ts';
import type { ProjectConfigs } from '../project-config.ts';
import type { ProjectConfig } from '../read-project-config.ts';
import { allowedFindings, quotationFindings } from './draft-findings.ts';
import { loadDrafts } from './load-drafts.ts';
import { recordsOf } from './quoted-records.ts';

/** Drafts of one configuration, each with the transcripts that it quotes. */
export interface DraftsToCheck {
  readonly config: ProjectConfig;
  readonly transcriptsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether these are all drafts of the configuration. */
  readonly isWhole: boolean;
}

export interface CheckedDrafts {
  readonly findings: readonly Finding[];
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly files: readonly string[];
  readonly troubles: readonly unknown[];
}

/** @param ruleIds every rule that there is */
export async function checkDrafts(
  { config, transcriptsOf, isWhole }: DraftsToCheck,
  configs: ProjectConfigs,
  ruleIds: ReadonlySet<string>,
  env: Env,
): Promise<CheckedDrafts> {
  const loader = new Loader(env, { configs, tellsConfigs: true });
  const { drafts: loaded, troubles: ofDrafts } = await loadDrafts(env, [...transcriptsOf.keys()]);
  const troubles = [...ofDrafts];
  const drafts = loaded.map(({ draft }) => draft);
  const allowances = new Allowances(drafts, config.config.elsewhere, config.file);
  const findings: Finding[] = [];
  const compared: string[] = [];
  for (const [transcripts, group] of groupsOf(drafts, transcriptsOf)) {
    const records = await loadRecords(env, transcripts, loader, configs, { verb: 'quote' });
    pushAll(troubles, records.troubles);
    const broken = [...records.unusable.map(({ file }) => file), ...records.refusals.map(({ file }) => file)];
    for (const file of broken)
      troubles.push(new InputError(file, 'has errors, so no quotation was compared with it'));
    if (broken.length > 0 || records.lacksProject || records.projects.length === 0) continue;
    const projects = records.projects.map(({ project }) => project);
    await prepareDatesOf(projects);
    pushAll(
      compared,
      group.map(({ file }) => file),
    );
    pushAll(findings, quotationFindings(group, await recordsOf(projects, group), allowances));
  }
  pushAll(findings, allowances.idle(isWhole).map(idleFinding));
  const levelled = atLevels(findings, config.config.levels);
  return {
    findings: allowedFindings(levelled, drafts, ruleIds),
    sources: new Map(drafts.map(({ file, source }) => [file, source])),
    files: compared,
    troubles,
  };
}

/** Drafts by the transcripts that they quote: those that quote the same are compared at once. */
function groupsOf(
  drafts: readonly Draft[],
  transcriptsOf: DraftsToCheck['transcriptsOf'],
): (readonly [transcripts: readonly string[], drafts: readonly Draft[]])[] {
  const groups = groupBy(drafts, ({ file }) => JSON.stringify([...transcriptsOf.get(file)!]));
  return [...groups.values()].map(group => [[...transcriptsOf.get(group[0]!.file)!], group]);
}
