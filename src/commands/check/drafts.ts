/** Drafts beside transcripts and layers: their quotations, where the configuration names them. */
import { pushAll } from '../../core/long-lists.ts';
import { compareFindings } from '../../core/model/finding.ts';
import type { Env } from '../../io/env.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import { checkDrafts } from '../../project/quotes/check-drafts.ts';
import type { SelectedDrafts } from '../../project/quotes/select-drafts.ts';
import { ALL_RULES } from '../../rules/all-rules.ts';
import type { Options } from '../printing.ts';
import type { Round } from './jobs.ts';
import { shardOf } from './shard.ts';

/** Adds what is found in drafts. */
export async function withDrafts(
  result: Round,
  selected: SelectedDrafts,
  configs: ProjectConfigs,
  options: Options,
  env: Env,
): Promise<Round> {
  const ids = options['rule'] as readonly string[] | undefined;
  const ruleIds = new Set(ALL_RULES.map(({ id }) => id));
  const sources = new Map(result.sources);
  const findings = [...result.findings];
  const files = [...result.files];
  const troubles = [...result.troubles, ...selected.troubles];
  for (const drafts of selected.drafts) {
    const all = [...drafts.transcriptsOf];
    const part = shardOf(all, options);
    const isWhole = drafts.isWhole && part.length === all.length;
    const checked = await checkDrafts(
      { ...drafts, transcriptsOf: new Map(part), isWhole },
      configs,
      ruleIds,
      env,
    );
    for (const finding of checked.findings)
      if (ids === undefined || ids.includes(finding.rule)) findings.push(finding);
    for (const [file, source] of checked.sources) sources.set(file, source);
    pushAll(files, checked.files);
    pushAll(troubles, checked.troubles);
  }
  return { ...result, findings: findings.sort(compareFindings), sources, files, troubles };
}
