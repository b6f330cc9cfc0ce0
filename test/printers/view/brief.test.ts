/** The first look fits a screen, says every claim, and keeps to its width. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/core/text/width.ts';
import { ROOT, runCli } from '../../helpers/run-cli.ts';

const SAMPLE = 'data/yerevan-2016/transcript.yaml';
const brief = async (...options: string[]) =>
  (await runCli(['show', SAMPLE, '--brief', ...options])).stdout.split('\n').slice(0, -1);

test('the sample is under 60 lines of 100 columns', async () => {
  const lines = await brief('--width', '100');
  expect(lines.length).toBeLessThan(60);
  expect(lines.filter(line => displayWidth(line) > 100)).toEqual([]);
});

test('npm start prints at most 64 lines, the three commands among them', async () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const argv = /onrecord\.cjs (show .*)$/.exec(scripts.start)![1]!.split(' ');
  const { stdout } = await runCli([...argv, '--width', '100']);
  // npm says four lines before.
  expect(stdout.split('\n').length - 1 + 4).toBeLessThanOrEqual(64);
  expect(stdout).toMatch(/\nnext: onrecord show .*\n {6}onrecord explain .*\n {6}onrecord init .*\n$/);
});

test('every claim is told, with who made its standing', async () => {
  const lines = await brief();
  const { claims } = JSON.parse((await runCli(['show', SAMPLE, '-f', 'json'])).stdout) as {
    claims: { id: string | null; standings: { standing: string }[] }[];
  };
  expect(claims.length).toBeGreaterThan(15);
  for (const { id } of claims)
    if (id !== null) expect(lines.filter(line => line.includes(id))).not.toEqual([]);
  const contested = lines.filter(line => line.startsWith('✗ '));
  expect(contested).toHaveLength(
    1 + claims.filter(({ standings }) => standings.every(({ standing }) => standing === 'disputed')).length,
  );
  for (const line of contested.slice(1)) expect(line).toMatch(/^✗ disputed(?:,? \w+)? by \S.*: \S/);
});

test.each([40, 60, 80, 120, 140])(
  'at %i columns nothing is wider, and nothing is lost below 80',
  async width => {
    const lines = await brief('--width', String(width));
    expect(lines.filter(line => displayWidth(line) > width)).toEqual([]);
    if (width < 80) expect(lines.join('\n')).not.toContain('…');
  },
);

test('in a pipe nothing is cut and nothing comes next', async () => {
  const lines = await brief();
  expect(lines.join('\n')).not.toMatch(/…|^next:/m);
  expect(lines).toContain(
    '✗ disputed by Alexander Lukashenko: Handing over the seven districts would lay open the borders of Artsakh and leave its people facing Azerbaijan.  per recording, report  c6-exposure',
  );
});

test('a wide terminal has lines of 120 columns at most, and --width more', async () => {
  const widest = async (...options: string[]) => {
    const { stdout } = await runCli(['show', SAMPLE, '--brief', ...options], {
      columns: 200,
      vars: { NO_COLOR: '1' },
    });
    return Math.max(...stdout.split('\n').map(line => displayWidth(line)));
  };
  expect(await widest()).toBeLessThanOrEqual(120);
  expect(await widest('--width', '180')).toBeGreaterThan(120);
});

test('on a terminal one command comes next', async () => {
  const { stdout } = await runCli(['show', SAMPLE, '--brief', '--no-pager'], {
    columns: 100,
    vars: { NO_COLOR: '1' },
  });
  expect(stdout).toMatch(/\nnext: onrecord show data\/yerevan-2016\/transcript\.yaml\n$/);
});

test('colours and ASCII say the same words', async () => {
  const plain = (await brief('--width', '100')).join('\n');
  const coloured = (await brief('--width', '100', '--color', 'always')).join('\n');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  const ascii = (await brief('--width', '100', '--ascii')).join('\n');
  expect(ascii).not.toMatch(/[✗✓○━·–]/);
});
