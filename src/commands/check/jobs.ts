/** Shares the files of a check out to jobs, and makes one result of theirs. */
import { pushAll } from '../../core/long-lists.ts';
import { compareFindings } from '../../core/model/finding.ts';
import type { Env, Threads } from '../../io/env.ts';
import { groupsOf, partsOf } from '../../project/file-groups.ts';
import type { FileToCheck } from '../../project/files-to-check.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import { jobsFor } from '../jobs-option.ts';
import type { Options } from '../printing.ts';
import { type CheckedShare, checkShare, type Share } from './share.ts';
import { type ConfigReport, checkShareInThread, type DoneShare, reportsOf } from './thread.ts';

/** The findings of all files, sorted, with those of configurations. */
export type Round = Omit<CheckedShare, 'transcripts'>;

/** Checks files in as many jobs as the options allow and pays; what comes out does not depend on how many. */
export async function checkFiles(
  files: readonly FileToCheck[],
  configs: ProjectConfigs,
  options: Options,
  env: Env,
): Promise<Round> {
  const all: Share = { files, elsewhere: new Set() };
  const here = async (share: Share): Promise<DoneShare> => {
    const done = await checkShare(share, configs, options, env);
    return { ...done, configs: reportsOf(configs.used()), stderr: '' };
  };
  const { threads } = env;
  const shares = threads === undefined ? [] : sharesOf(files, options, threads, env);
  if (threads === undefined || shares.length < 2) return merged([await here(all)]);
  const [first, ...others] = shares;
  const started = others.map(share => checkShareInThread(share, options, threads));
  const settled = await Promise.allSettled([here(first!), ...started]);
  const done = settled.map(job => {
    if (job.status === 'rejected') throw job.reason;
    return job.value;
  });
  if (haveCommonTranscript(done)) return merged([await here(all)]);
  for (const { stderr } of done) await env.stderr.write(stderr);
  return merged(done);
}

/** None if more than one does not pay. */
function sharesOf(
  files: readonly FileToCheck[],
  options: Options,
  threads: Threads,
  env: Env,
): readonly Share[] {
  const jobs = jobsFor(options, threads);
  if (jobs < 2 || files.length < 2) return [];
  const parts = partsOf(groupsOf(files, env, true), jobs, threads.worth);
  const paths = parts.map(part => part.flatMap(group => group.paths));
  return parts.map((part, index) => ({
    files: part.flatMap(group => group.files),
    elsewhere: new Set(paths.filter((_, other) => other !== index).flat()),
  }));
}

function haveCommonTranscript(shares: readonly DoneShare[]): boolean {
  const all = shares.flatMap(({ transcripts }) => transcripts);
  return new Set(all).size < all.length;
}

function merged(shares: readonly DoneShare[]): Round {
  const findings = shares.flatMap(share => share.findings);
  const sources = new Map(shares.flatMap(share => [...share.sources]));
  const configs = new Map<string, ConfigReport>();
  for (const report of shares.flatMap(share => share.configs)) configs.set(report.file, report);
  for (const { file, source, findings: inConfig } of configs.values()) {
    sources.set(file, source);
    pushAll(findings, inConfig);
  }
  return {
    findings: findings.sort(compareFindings),
    sources,
    files: shares.flatMap(share => share.files),
    formats: new Map(shares.flatMap(share => [...share.formats])),
    troubles: shares.flatMap(share => share.troubles),
    fixed: shares.flatMap(share => share.fixed),
  };
}
