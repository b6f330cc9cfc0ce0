/** The package as npm packs it, unpacked where an installation has it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CliOptions, type CliResult, ROOT } from './run-cli.ts';

export interface PackedPackage {
  /** Where it is installed: no message names this folder. */
  readonly folder: string;
  run(argv: readonly string[], options: CliOptions): CliResult;
  remove(): void;
}

/** Packs what was built last. */
export function packedPackage(): PackedPackage {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'onrecord-packed-')));
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: ROOT });
  const installed = path.join(folder, 'node_modules', 'onrecord');
  mkdirSync(installed, { recursive: true });
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const tarball = path.join(folder, `onrecord-${version}.tgz`);
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  const bin = path.join(installed, 'bin', 'onrecord.cjs');
  return {
    folder,
    run(argv, { cwd = ROOT, stdin = '', vars = {} }) {
      const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...argv], {
        cwd,
        input: stdin,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', HOME: folder, ...vars },
      });
      return { stdout, stderr, status: status ?? -1 };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
