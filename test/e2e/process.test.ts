/** What only a real process shows: pipes, signals, devices. Uses the built program. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../helpers/run-cli.ts';
import { folderOfAllTests } from '../helpers/test-folder.ts';

const BIN = path.join(ROOT, 'bin/onrecord.cjs');
const SAMPLE = path.join(ROOT, 'data/yerevan-2016/transcript.yaml');
const ENV = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' };

const { folder, write } = folderOfAllTests();
const large = path.join(folder, 'large.yaml');

beforeAll(() => {
  const text = 'The bridge carries eight tonnes until the repair is done. '.repeat(10).trim();
  const utterances = Array.from({ length: 9000 }, (_, i) => `  - {id: u${i}, text: "${text}"}`);
  write('large.yaml', `onrecord: 1\nutterances:\n${utterances.join('\n')}\n`);
});

function shell(script: string) {
  return spawnSync('bash', ['--norc', '-c', script], {
    encoding: 'utf8',
    env: ENV,
    cwd: folder,
    maxBuffer: 1 << 26,
  });
}

test('--version prints the version of package.json', () => {
  const { version } = JSON.parse(
    execFileSync('cat', [path.join(ROOT, 'package.json')], { encoding: 'utf8' }),
  );
  expect(shell(`node ${BIN} --version`).stdout).toBe(`onrecord ${version}\n`);
});

describe('pipes', () => {
  test('a reader that goes away ends the program quietly with 0', () => {
    const { stdout, stderr } = shell(`node ${BIN} show ${large} | head -1; echo "\${PIPESTATUS[0]}"`);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0');
    expect(stdout.split('\n').length).toBe(3);
  });

  test('a result of more than 5 MB arrives whole through a slow pipe', () => {
    const whole = shell(
      `node ${BIN} show --format json ${large} > whole.json; wc -c < whole.json`,
    ).stdout.trim();
    expect(Number(whole)).toBeGreaterThan(5_000_000);
    expect(shell(`node ${BIN} show --format json ${large} | (sleep 0.5; wc -c)`).stdout.trim()).toBe(whole);
  });

  test('findings arrive whole through a slow pipe, with their status', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `  - {id: u${i}, speaker: nobody-${i}, text: hello}`);
    write('many.yaml', `onrecord: 1\nlanguage: en\nparties: {}\nutterances:\n${many.join('\n')}\n`);
    const { stdout } = shell(
      `node ${BIN} check --format json many.yaml | (sleep 0.3; node -p 'JSON.parse(fs.readFileSync(0)).findings.length'); echo "\${PIPESTATUS[0]}"`,
    );
    expect(stdout.trim().split('\n')).toEqual(['3000', '1']);
  });

  test('a full device is an error, not a success', () => {
    const { status, stderr } = shell(`node ${BIN} show ${SAMPLE} > /dev/full`);
    expect(status).toBe(2);
    expect(stderr).toContain('no space left');
  });

  test('a transcript comes in by standard input', () => {
    const { stdout, status } = shell(`node ${BIN} show --format plain - < ${SAMPLE}`);
    expect(status).toBe(0);
    expect(stdout).toContain('Your position is weak.');
  });
});

test('an interrupt ends the program by the signal', async () => {
  const child = spawn(process.execPath, [BIN, 'show', '-'], {
    env: ENV,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await new Promise(resolve => setTimeout(resolve, 300));
  child.kill('SIGINT');
  const signal = await new Promise(resolve => child.on('exit', (_code, name) => resolve(name)));
  expect(signal).toBe('SIGINT');
});

describe('what is not a regular file', () => {
  test.for([
    ['a folder of several transcripts', '.', 'name one'],
    ['a missing file', 'missing.yaml', 'no such file'],
    ['a named pipe', 'fifo', 'not a regular file'],
    ['a device', '/dev/zero', 'not a regular file'],
  ] as const)('%s is refused at once', ([, name, message]) => {
    shell('test -p fifo || mkfifo fifo');
    const { status, stderr } = shell(`node ${BIN} show ${name}`);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  test('a file over the limit is refused before it is read', () => {
    shell('truncate -s 300M huge.yaml');
    const { status, stderr } = shell(`node ${BIN} check huge.yaml`);
    expect(stderr).toContain('larger than the limit of 256 MiB');
    expect(status).toBe(2);
  });
});
