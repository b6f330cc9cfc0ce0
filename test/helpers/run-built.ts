import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { type CliOptions, type CliResult, ROOT } from './run-cli.ts';

/** The built program, in a process of its own. */
export function runBuilt(
  argv: readonly string[],
  { cwd = ROOT, stdin = '', vars = {} }: CliOptions = {},
): CliResult {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'bin/onrecord.cjs'), ...argv],
    {
      cwd,
      input: stdin,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...vars },
    },
  );
  return { stdout, stderr, status: status ?? -1 };
}
