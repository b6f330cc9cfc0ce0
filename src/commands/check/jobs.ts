/** Shares the files of a check out to jobs, and makes one result of theirs. */
import { pushAll } from '../../core/long-lists.ts';
import { compareFindings, type Finding } from '../../core/model/finding.ts';
import type { SourceText } from '../../core/model/span.ts';
import type { Env, Threads } from '../../io/env.ts';
import { type FileGroup, groupsOf } from '../../project/file-groups.ts';
import type { FileToCheck } from '../../project/files-to-check.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import type { Options } from '../printing.ts';
import type { FixedFile } from './fix-files.ts';
import { checkShare, type Share } from './share.ts';
import { type ConfigReport, checkShareInThread, type DoneShare, reportsOf } from './thread.ts';

/** As many jobs as the machine has processors. */
export const AUTO = 'auto';

/** The part of a thread's worth that the first job, which needs no thread, has done when the others begin. */
const HEAD_START = 1 / 8;

export interface Round {
  readonly findings: readonly Finding[];
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Names of the files that were read. */
  readonly files: readonly string[];
  /** As in {@link CheckedShare}. */
  readonly formats: ReadonlyMap<string, string>;
  /** Errors of opening files, in the order of the files. */
  readonly troubles: readonly unknown[];
  readonly fixed: readonly FixedFile[];
}

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
  const shares = threads === undefined ? [] : sharesOf(files, jobsFor(options, threads), threads.worth, env);
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

function jobsFor(options: Options, threads: Threads): number {
  const jobs = options['jobs'] as number | typeof AUTO;
  return jobs === AUTO ? threads.processors : jobs;
}

/** None where more than one does not pay. @param worth bytes of input that make up for a thread */
function sharesOf(files: readonly FileToCheck[], jobs: number, worth: number, env: Env): readonly Share[] {
  if (jobs < 2 || files.length < 2) return [];
  const groups = groupsOf(files, env, true);
  const total = groups.reduce((sum, { bytes }) => sum + bytes, 0);
  const count = Math.min(jobs, groups.length, Math.floor(total / worth));
  if (count < 2) return [];
  const parts: FileGroup[][] = Array.from({ length: count }, () => []);
  // Files stay in their order, so that what the jobs say comes in the order of one job.
  const headStart = worth * HEAD_START;
  const size = (total + headStart) / count;
  let before = headStart;
  for (const group of groups) {
    parts[Math.min(count - 1, Math.floor((before + group.bytes / 2) / size))]!.push(group);
    before += group.bytes;
  }
  const paths = parts.map(part => part.flatMap(group => group.paths));
  return parts
    .map((part, index) => ({
      files: part.flatMap(group => group.files),
      elsewhere: new Set(paths.filter((_, other) => other !== index).flat()),
    }))
    .filter((share, index) => index === 0 || share.files.length > 0);
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
