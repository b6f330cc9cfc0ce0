/** A folder for the files of a test, and what is done in it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { type CliResult, runCli } from './run-cli.ts';

export interface TestFolder {
  /** Absolute, and without links on the way: as the program prints it. */
  readonly folder: string;
  /** Writes a file; the folders on the way to it are made. */
  write(file: string, content: string | Uint8Array): void;
  writeFiles(files: Readonly<Record<string, string>>): void;
  read(file: string): string;
  /** The program in process, in this folder. */
  run(...argv: readonly string[]): Promise<CliResult>;
  git(...args: string[]): string;
  commitAll(): void;
}

/** Without the settings of the user. @returns what it prints. @throws Error where it ends with another status than 0. */
export function gitIn(folder: string, ...args: string[]): string {
  const settings = ['user.name=Ann', 'user.email=ann@example.org', 'protocol.file.allow=always'];
  return execFileSync('git', [...settings.flatMap(setting => ['-c', setting]), ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
}

function testFolder(): TestFolder {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'onrecord-test-')));
  const git = (...args: string[]) => gitIn(folder, ...args);
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  };
  return {
    folder,
    write,
    writeFiles(files) {
      for (const [file, text] of Object.entries(files)) write(file, text);
    },
    read: file => readFileSync(path.join(folder, file), 'utf8'),
    run: (...argv) => runCli(argv, { cwd: folder }),
    git,
    commitAll() {
      git('add', '--all');
      git('commit', '--quiet', '--message', 'A change');
    },
  };
}

/** An empty folder for each test of this file, under one name. */
export function folderOfEachTest(): TestFolder {
  const made = testFolder();
  beforeEach(() => {
    mkdirSync(made.folder, { recursive: true });
  });
  afterEach(() => rmSync(made.folder, { recursive: true, force: true }));
  afterAll(() => rmSync(made.folder, { recursive: true, force: true }));
  return made;
}

/** One folder for all tests of this file. */
export function folderOfAllTests(): TestFolder {
  const made = testFolder();
  afterAll(() => rmSync(made.folder, { recursive: true, force: true }));
  return made;
}
