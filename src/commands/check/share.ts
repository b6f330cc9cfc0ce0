/** One job of a check: some of the files, with everything that belongs to their projects. */
import { pushAll } from '../../core/long-lists.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { SourceText } from '../../core/model/span.ts';
import type { Env } from '../../io/env.ts';
import type { FileToCheck } from '../../project/files-to-check.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import { Loader } from '../../project/loader.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import { runCheck } from '../../project/run-check.ts';
import { RULES } from '../../rules/rules.ts';
import type { Options } from '../printing.ts';
import { readingFrom } from '../reading-options.ts';
import type { FixedFile } from './fix-files.ts';

export interface Share {
  readonly files: readonly FileToCheck[];
  /** Real paths of the files that other jobs check; none of them is read as context here. */
  readonly elsewhere: ReadonlySet<string>;
}

export interface CheckedShare {
  /** In no order yet; those of configurations are not among them. */
  readonly findings: readonly Finding[];
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Names of the files that were read. */
  readonly files: readonly string[];
  /** Errors of opening files. */
  readonly troubles: readonly unknown[];
  /** With `--fix`: what it makes of files. */
  readonly fixed: readonly FixedFile[];
  /** The formats of files that are not ours, by file name: "WebVTT". */
  readonly formats: ReadonlyMap<string, string>;
  /** Real paths of the transcripts that the files are or name. */
  readonly transcripts: readonly string[];
}

export async function checkShare(
  share: Share,
  configs: ProjectConfigs,
  options: Options,
  env: Env,
): Promise<CheckedShare> {
  const loader = new Loader(env, {
    configs,
    passedOver: share.elsewhere,
    reading: await readingFrom(options),
    tellsConfigs: true,
  });
  const troubles: unknown[] = [];
  const progress = env.progress?.('reading', share.files.length, 'file');
  const files = await loader.loadAll(share.files, troubles, progress);
  const ids = options['rule'] as string[] | undefined;
  const rules = ids === undefined ? RULES : RULES.filter(({ id }) => ids.includes(id));
  const { findings, transcripts, troubles: ofLayers } = await runCheck(files, rules, configs, loader, env);
  pushAll(troubles, ofLayers);
  return {
    findings,
    sources: loader.sources(),
    files: files.map(({ file }) => file),
    troubles,
    formats: new Map(
      files.flatMap(({ file, document }): [string, string][] =>
        document?.format === undefined ? [] : [[file, document.format.name]],
      ),
    ),
    fixed: options['fix'] === true ? await fixedFiles(files, findings, env) : [],
    transcripts: transcripts.flatMap(({ file }) => env.files.real(file) ?? []),
  };
}

async function fixedFiles(
  files: readonly LoadedFile[],
  findings: readonly Finding[],
  env: Env,
): Promise<readonly FixedFile[]> {
  const { fixedFiles } = await import('./fix-files.ts');
  // Standard input has no file to write to, and a transcript in another format is never written.
  const writable = files.filter(
    ({ file, document }) => document?.format === undefined && env.files.kind(file) === 'file',
  );
  return fixedFiles(writable, findings);
}
