/** Real git in a folder of its own: no settings of the user, fixed names and dates. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CliResult, ROOT, runCli } from './run-cli.ts';

const PATH = `${path.join(ROOT, 'test/helpers/bin')}:${process.env['PATH']}`;

export class GitRepository {
  readonly home = mkdtempSync(path.join(tmpdir(), 'onrecord-git-'));
  readonly folder = path.join(this.home, 'talks');

  /** @param like one that it begins as a copy of. */
  constructor(like?: GitRepository) {
    if (like !== undefined) cpSync(like.home, this.home, { recursive: true });
    else this.run('git', 'init', '-q', '-b', 'main', '--template=', this.folder);
  }

  /** Runs a program in the work tree; the built `onrecord` is on the path. */
  run(program: string, ...args: string[]): CliResult {
    const who = { NAME: 'A. Reader', EMAIL: 'reader@example.org', DATE: '2026-01-15T12:00:00Z' };
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: args.includes('init') ? this.home : this.folder,
      encoding: 'utf8',
      env: {
        PATH,
        HOME: this.home,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_EDITOR: 'true',
        GIT_PAGER: 'cat',
        LC_ALL: 'C.UTF-8',
        TZ: 'UTC',
        ...Object.fromEntries(
          Object.entries(who).flatMap(([name, value]) => [
            [`GIT_AUTHOR_${name}`, value],
            [`GIT_COMMITTER_${name}`, value],
          ]),
        ),
      },
    });
    return { status: status ?? -1, stdout, stderr };
  }

  /** `onrecord` in process, which is quicker than the built one. */
  onrecord(...argv: string[]): Promise<CliResult> {
    return runCli(argv, { cwd: this.folder, vars: { PATH } });
  }

  /** As `run`, for what has to succeed. */
  git(...args: string[]): string {
    const { status, stdout, stderr } = this.run('git', ...args);
    if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`);
    return stdout;
  }

  write(name: string, text: string | Uint8Array): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  commit(files: Readonly<Record<string, string>>, message = 'change'): void {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.git('add', '--all');
    this.git('commit', '-q', '-m', message);
  }

  /** A common version of a file, `ours` committed on main, which is checked out, and `theirs` on the branch `side`. */
  fork(name: string, base: string, ours: string | undefined, theirs: string): void {
    this.commit({ [name]: base }, 'base');
    this.git('checkout', '-q', '-b', 'side');
    this.commit({ [name]: theirs }, 'theirs');
    this.git('checkout', '-q', 'main');
    if (ours !== undefined) this.commit({ [name]: ours }, 'ours');
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
