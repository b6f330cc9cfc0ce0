/** Prints what a check found, in the format that the options or the surroundings ask for. */
import type { Finding } from '../../core/model/finding.ts';
import { counted } from '../../core/text/counted.ts';
import type { Env } from '../../io/env.ts';
import type { FindingsReport, LeftOutCounts } from '../../printers/findings/findings.ts';
import { FINDINGS_PRINTERS, type FindingsFormat } from '../../printers/findings/index.ts';
import { isPublic, type Options, printContext } from '../printing.ts';
import { HOMEPAGE, VERSION } from '../program-info.ts';
import type { Round } from './jobs.ts';
import { stepSummaryFile, writeStepSummary } from './step-summary.ts';

export async function printFindings(
  { findings, sources, files, troubles }: Round,
  leftOut: LeftOutCounts,
  options: Options,
  env: Env,
): Promise<void> {
  const format = formatOf(options, env);
  // "No findings" would sound as if something had been checked.
  if (format === 'text' && files.length === 0 && findings.length === 0 && troubles.length > 0) return;
  const shown =
    options['quiet'] === true ? findings.filter(({ severity }) => severity === 'error') : findings;
  const summaryFile = format === 'github' ? stepSummaryFile(env) : undefined;
  const report: FindingsReport = {
    findings: shown,
    sources,
    files,
    docs: shown.length === 0 ? [] : (await import('../../rules/all-rules.ts')).ALL_RULES,
    program: { version: VERSION, homepage: HOMEPAGE },
    isVerbose: options['verbose'] === true,
    hasStepSummary: summaryFile !== undefined,
    ...(Object.values(leftOut).some(count => count > 0) && { leftOut }),
  };
  const printer = await FINDINGS_PRINTERS[format]();
  await env.stdout.write(printer(report, await printContext(env, options)));
  if (summaryFile !== undefined) await writeStepSummary(summaryFile, report, env);
  if (isPublic({ format })) await tellKeptBack(shown, env);
}

async function tellKeptBack(findings: readonly Finding[], env: Env): Promise<void> {
  const count = findings.filter(finding => finding.private !== undefined).length;
  if (count > 0)
    await env.stderr.write(
      `onrecord: kept back the words of ${counted(count, 'finding')} on private entries; --format text prints them\n`,
    );
}

function formatOf(options: Options, env: Env): FindingsFormat {
  const wish = options['format'] as FindingsFormat | 'auto';
  if (wish !== 'auto') return wish;
  return env.vars['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text';
}
