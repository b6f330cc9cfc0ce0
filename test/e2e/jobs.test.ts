/** Jobs of `check` and `find` in threads of the built program. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { threadsOf } from '../../src/io/threads.ts';
import { runBuilt } from '../helpers/run-built.ts';
import { ROOT } from '../helpers/run-cli.ts';
import { folderOfAllTests } from '../helpers/test-folder.ts';

const BIN = path.join(ROOT, 'bin/onrecord.cjs');

const SENTENCES = 50;
const SPEECH = 'The bridge carries eight tonnes until the repair is done. '.repeat(SENTENCES).trim();
/** Of three files: enough that a second job is worth a thread. */
const UTTERANCES = Math.ceil((2 * threadsOf(BIN).worth) / 3 / SPEECH.length);

const { folder, write } = folderOfAllTests();

beforeAll(() => {
  const utterances = Array.from(
    { length: UTTERANCES },
    (_, i) => `  - {id: u${i}, speaker: nobody, text: "${SPEECH}"}`,
  );
  for (const name of ['a', 'b', 'c'])
    write(`${name}.yaml`, `onrecord: 1\nutterances:\n${utterances.join('\n')}\n`);
});

test('threads find what one job finds', () => {
  const check = (...args: string[]) => runBuilt(['check', '--format', 'line', ...args, '.'], { cwd: folder });
  const alone = check();
  expect(alone.status).toBe(1);
  expect(check('--jobs', '3')).toEqual(alone);
});

test('threads of a search find what one job finds', () => {
  const find = (...args: string[]) =>
    runBuilt(['find', '"repair is done"', '--count', ...args], { cwd: folder });
  const alone = find();
  expect(alone).toMatchObject({ status: 0, stderr: '' });
  expect(alone.stdout).toContain(`c.yaml:${SENTENCES * UTTERANCES}`);
  expect(find('--jobs', '3')).toEqual(alone);
});

test('a thread does its task, and what fails in one rejects', async () => {
  const { run, processors } = threadsOf(path.join(ROOT, 'dist/cli/worker.cjs'));
  const share = { files: [{ name: path.join(folder, 'missing.yaml') }], elsewhere: new Set() };
  expect(await run({ share, options: {} })).toMatchObject({
    done: { files: [], troubles: [{ kind: 'input', message: 'no such file or folder' }] },
  });
  await expect(run({ share: 'none', options: {} })).resolves.toHaveProperty('error');
  await expect(threadsOf(path.join(folder, 'no-program.cjs')).run({})).rejects.toThrow('no-program.cjs');
  expect(processors).toBeGreaterThan(0);
});

test('an interrupt ends all jobs', async () => {
  // A thread says that it has begun, and then waits for ever: the signal comes in the middle of its work.
  const hello = path.join(folder, 'hello.cjs');
  write(
    'hello.cjs',
    `if (!require('node:worker_threads').isMainThread) {
      require('node:fs').writeSync(3, '.');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }`,
  );
  const child = spawn(process.execPath, ['--require', hello, BIN, 'check', '--jobs', '3', '.'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise(resolve => child.on('exit', (_code, name) => resolve(name)));
  child.stdio[3]!.once('data', () => child.kill('SIGINT'));
  expect(await ended).toBe('SIGINT');
});
