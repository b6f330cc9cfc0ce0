/** Jobs of `check` and `find` in threads of the built program. */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { threadsOf } from '../../src/io/threads.ts';
import { ROOT } from '../helpers/run-cli.ts';
import { folderOfAllTests } from '../helpers/test-folder.ts';

const BIN = path.join(ROOT, 'bin/onrecord.cjs');
const ENV = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' };

/** Long enough that threads pay. */
const SPEECH = 'The bridge carries eight tonnes until the repair is done. '.repeat(50).trim();

const { folder, write } = folderOfAllTests();

beforeAll(() => {
  const utterances = Array.from(
    { length: 1200 },
    (_, i) => `  - {id: u${i}, speaker: nobody, text: "${SPEECH}"}`,
  );
  for (const name of ['a', 'b', 'c'])
    write(`${name}.yaml`, `onrecord: 1\nutterances:\n${utterances.join('\n')}\n`);
});

const check = (...args: string[]) =>
  spawnSync(process.execPath, [BIN, 'check', ...args, '.'], {
    cwd: folder,
    env: ENV,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

test('threads find what one job finds', () => {
  const alone = check('--format', 'line');
  const { status, stdout, stderr } = check('--format', 'line', '--jobs', '3');
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: alone.stdout, stderr: alone.stderr });
});

test('threads of a search find what one job finds', () => {
  const find = (...args: string[]) =>
    spawnSync(process.execPath, [BIN, 'find', '"repair is done"', '--count', ...args], {
      cwd: folder,
      env: ENV,
      encoding: 'utf8',
    });
  const alone = find();
  expect(alone.stdout).toContain('c.yaml:60000');
  const { status, stdout, stderr } = find('--jobs', '3');
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: alone.stdout, stderr: '' });
});

test('a thread does its task, and what fails in one rejects', async () => {
  const { run, processors } = threadsOf(path.join(ROOT, 'dist/cli/worker.cjs'));
  const share = { files: [{ name: path.join(folder, 'missing.yaml') }], elsewhere: new Set() };
  expect(await run({ share, options: {} })).toMatchObject({
    files: [],
    troubles: [{ kind: 'input', message: 'no such file or folder' }],
  });
  await expect(run({ share: 'none', options: {} })).resolves.toHaveProperty('error');
  await expect(threadsOf(path.join(folder, 'no-program.cjs')).run({})).rejects.toThrow('no-program.cjs');
  expect(processors).toBeGreaterThan(0);
});

test('an interrupt ends all jobs', async () => {
  const child = spawn(process.execPath, [BIN, 'check', '--jobs', '3', '.'], {
    cwd: folder,
    env: ENV,
    stdio: 'ignore',
  });
  await new Promise(resolve => setTimeout(resolve, 250));
  child.kill('SIGINT');
  const signal = await new Promise(resolve => child.on('exit', (_code, name) => resolve(name)));
  expect(signal).toBe('SIGINT');
});
