/** Progress: one row on a terminal, after a second, ten times a second at most, gone when the work is done. */
import { expect, test } from 'vitest';
import { type Outside, withProgress } from '../../src/cli/progress.ts';
import { run } from '../../src/cli/run.ts';
import type { Env } from '../../src/io/env.ts';
import { nodeEnv } from '../../src/io/node-env.ts';
import { ROOT, runCli } from '../helpers/run-cli.ts';

const ERASE = '\r\u001b[2K';

/** A terminal whose clock moves by `step` milliseconds each time that somebody looks at it. */
function terminal(step: number, columns = 60) {
  const written: string[] = [];
  const signal: { call: (() => void) | undefined; ended: number } = { call: undefined, ended: 0 };
  let now = 0;
  const outside: Outside = {
    now: () => {
      now += step;
      return now;
    },
    onInterrupt(call) {
      signal.call = call;
      return () => {
        signal.call = undefined;
      };
    },
    interrupt: () => {
      signal.ended++;
    },
  };
  const base: Env = {
    ...nodeEnv(ROOT, ROOT),
    vars: { NO_COLOR: '1' },
    stdout: { isTTY: false, columns: undefined, write: async () => {} },
    stderr: {
      isTTY: true,
      columns,
      write: async text => {
        written.push(text);
      },
    },
  };
  return { env: withProgress(base, outside), written, signal };
}

test('short work says nothing', async () => {
  const { env, written, signal } = terminal(1);
  const progress = env.progress!('checking', 1000, 'file');
  for (let done = 0; done < 900; done++) await progress.at(done, 'talk.yaml');
  await progress.end();
  expect(written).toEqual([]);
  expect(signal.call).toBeUndefined();
});

test('long work says how many, what share and which file, ten times a second, and leaves nothing', async () => {
  const { env, written } = terminal(10);
  const progress = env.progress!('checking', 1000, 'file');
  for (let done = 0; done < 1000; done++) await progress.at(done, 'talks/2019-03-11.yaml');
  await progress.end();
  // Ten seconds, the first of them silent.
  expect(written.length).toBeGreaterThan(80);
  expect(written.length).toBeLessThanOrEqual(92);
  expect(written[0]).toBe(`${ERASE}checking 99 of 1,000 files, 9 %  talks/2019-03-11.yaml`);
  expect(written.at(-1)).toBe(ERASE);
});

test('the name is cut from the left, and cannot drive the terminal', async () => {
  const { env, written } = terminal(2000, 50);
  const progress = env.progress!('checking', 2, 'file');
  await progress.at(1, `${'deep/'.repeat(20)}end.yaml`);
  await progress.at(1, 'a\u001b[2Jb.yaml');
  const [long, hostile] = written.map(text => text.slice(ERASE.length));
  expect(long).toMatch(/^checking 1 of 2 files, 50 % {2}….*deep\/end\.yaml$/);
  expect(long!.length).toBeLessThanOrEqual(50);
  expect(hostile).toBe('checking 1 of 2 files, 50 %  a^[[2Jb.yaml');
});

test('Ctrl-C leaves a clean line and says that nothing was written', async () => {
  const { env, written, signal } = terminal(2000);
  const progress = env.progress!('checking', 9, 'file');
  await progress.at(1, 'talk.yaml');
  signal.call!();
  await new Promise(resolve => setImmediate(resolve));
  expect(written.at(-1)).toBe(`${ERASE}onrecord: interrupted; nothing was written\n`);
  expect(signal.ended).toBe(1);
});

test('check tells of reading and checking, and its result is the same', async () => {
  const { env, written } = terminal(600, 100);
  let stdout = '';
  const write = async (text: string) => {
    stdout += text;
  };
  const told = { ...env, stdout: { ...env.stdout, write } };
  const status = await run(['check', 'data/yerevan-2016'], told);
  const piped = await runCli(['check', 'data/yerevan-2016']);
  expect([status, stdout]).toEqual([piped.status, piped.stdout]);
  expect(written.join('')).toMatch(/reading \d of 3 files, \d+ % .*yerevan-2016/);
  expect(written.filter(text => text !== '').at(-1)).toBe(ERASE);
});

test('in a pipe there is no progress', async () => {
  expect((await runCli(['check', 'data/yerevan-2016'])).stderr).toBe('');
  expect(nodeEnv(ROOT, ROOT).progress).toBeUndefined();
});
