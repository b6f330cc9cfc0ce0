/** Several programs that write one file, and signals in the middle of a write. Uses the built program. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Env } from '../../src/io/env.ts';
import { hurryTheClock } from '../helpers/hurried-clock.ts';
import { ROOT, runCli } from '../helpers/run-cli.ts';
import { IS_FULL, partOf } from '../helpers/runs.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const PROGRAM = path.join(ROOT, 'bin/onrecord.cjs');

const { folder, read, run, write } = folderOfEachTest();
beforeEach(async () => {
  await run('init', '.');
});

function start(...args: string[]): Promise<{ readonly status: number | null; readonly stderr: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', part => {
    stderr += part;
  });
  return new Promise(resolve => child.on('close', status => resolve({ status, stderr })));
}

test('many annotate at once: every note gets in, none twice', async () => {
  const numbers = Array.from({ length: IS_FULL ? 100 : 20 }, (_, index) => String(1000 + index));
  let gaveUp = 0;
  const annotate = async (number: string): Promise<number | null> => {
    const { status, stderr } = await start(
      ...['annotate', 'transcript.yaml', '--target', 'u1', '--comment', `N${number}`],
    );
    // A program that the machine does not let on has the lock for longer than anybody waits.
    if (status !== 2 || !stderr.includes('another program is writing this file')) return status;
    gaveUp++;
    return annotate(number);
  };
  expect(await Promise.all(numbers.map(annotate))).toEqual(numbers.map(() => 0));
  expect([...read('notes.layer.yaml').matchAll(/N(1\d{3})/g)].map(([, number]) => number).sort()).toEqual(
    numbers,
  );
  expect(gaveUp).toBeLessThan(numbers.length / 4);
});

/** The program in process, with another program's save just before its first write, or before each. */
function runWithSave(argv: readonly string[], name: string, save: (text: string) => string, isOnce = true) {
  let isSaved = false;
  const change = ({ files }: Env): Partial<Env> => ({
    files: {
      ...files,
      replace: (file, bytes, expected) => {
        if (!isSaved) write(name, save(read(name)));
        isSaved = isOnce;
        files.replace(file, bytes, expected);
      },
    },
  });
  return runCli(argv, { cwd: folder, change });
}

const SAVED = (text: string) => `${text}# saved by somebody else\n`;

test.each([
  ['annotate', ['annotate', 'transcript.yaml', '--target', 'u1', '--comment', 'Ours.'], 'notes.layer.yaml'],
  [
    'merge',
    ['merge', 'base.yaml', 'notes.layer.yaml', 'theirs.yaml', '-o', 'notes.layer.yaml'],
    'notes.layer.yaml',
  ],
  ['speakers', ['speakers', 'transcript.yaml', 'lind=Per L. Lind'], 'transcript.yaml'],
  ['add', ['add', 'party', 'transcript.yaml', 'Ada Okafor the younger'], 'transcript.yaml'],
])('%s makes its edit again on what somebody saved meanwhile', async (_command, argv, name) => {
  const base = read('notes.layer.yaml');
  write('base.yaml', base);
  write('theirs.yaml', base.replace('certainty: high', 'certainty: low'));
  const before = read(name);
  const { status, stderr } = await runWithSave(argv, name, SAVED);
  expect([status, stderr.includes('changed while')]).toEqual([0, false]);
  expect(read(name)).toContain('# saved by somebody else');
  expect(read(name)).not.toBe(SAVED(before));
});

test('a file that is saved again and again is given up, and no lock stays', async () => {
  hurryTheClock();
  const argv = ['annotate', 'transcript.yaml', '--target', 'u1', '--comment', 'Ours.'];
  const { status, stderr } = await runWithSave(argv, 'notes.layer.yaml', SAVED, false);
  expect([status, stderr]).toEqual([2, expect.stringContaining('changed while')]);
  expect(read('notes.layer.yaml')).not.toContain('Ours.');
  expect(fs.readdirSync(folder).filter(name => name.includes('.lock'))).toEqual([]);
});

test('init takes back what it could not write in full, and goes on where a killed run stopped', async () => {
  const target = path.join(folder, 'new');
  fs.mkdirSync(path.join(target, 'schema'), { recursive: true });
  fs.chmodSync(path.join(target, 'schema'), 0o555);
  if (process.getuid?.() !== 0) {
    expect((await runCli(['init', target])).status).toBe(2);
    expect(fs.readdirSync(target)).toEqual(['schema']);
  }
  fs.chmodSync(path.join(target, 'schema'), 0o755);
  fs.copyFileSync(path.join(folder, 'transcript.yaml'), path.join(target, 'transcript.yaml'));
  expect((await runCli(['init', target])).status).toBe(0);
  expect(fs.readdirSync(target).sort()).toEqual([
    '.onrecord.yaml',
    'notes.layer.yaml',
    'schema',
    'transcript.yaml',
  ]);
  expect((await runCli(['init', target])).status).toBe(2);
});

const hasStrace = spawnSync('strace', ['-V']).status === 0;

test.skipIf(!hasStrace).each(partOf(['SIGINT', 'SIGTERM', 'SIGHUP'], 3))(
  '%s in the middle of a write leaves no lock',
  signal => {
    const fresh = path.join(fs.realpathSync(folder), 'notes.layer.yaml.lock.new');
    const annotate = [
      process.execPath,
      PROGRAM,
      'annotate',
      'transcript.yaml',
      '--target',
      'u1',
      '--comment',
      'x',
    ];
    const inject = [
      '-f',
      '-qq',
      '-o',
      '/dev/null',
      '-P',
      fresh,
      '-e',
      'trace=fsync',
      '-e',
      `inject=fsync:signal=${signal}:when=1`,
    ];
    const result = spawnSync('strace', [...inject, ...annotate], { cwd: folder });
    expect(result.signal ?? result.status).not.toBe(0);
    expect(fs.readdirSync(folder).filter(name => name.includes('.lock'))).toEqual([]);
    expect(spawnSync(annotate[0]!, annotate.slice(1), { cwd: folder }).status).toBe(0);
  },
);
