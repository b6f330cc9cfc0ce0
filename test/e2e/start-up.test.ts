/** What a start brings into the process beside the program's own code. Uses the built program. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../helpers/run-cli.ts';

const SAMPLE = path.join(ROOT, 'data', 'yerevan-2016');
const IS_NODE_20 = process.version.startsWith('v20.');

/** The modules of Node that a command line loads after Node itself has started. */
function loadedBy(argv: readonly string[]): string[] {
  const script = `
    const { moduleLoadList } = process;
    const before = new Set(moduleLoadList);
    process.on('exit', () => console.error(JSON.stringify(moduleLoadList.filter(name => !before.has(name)))));
    require('./dist/cli/main.cjs').main(${JSON.stringify(argv)});`;
  const { stderr } = spawnSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
  const names = JSON.parse(stderr) as string[];
  return names
    .filter(name => name.startsWith('NativeModule '))
    .map(name => name.slice('NativeModule '.length));
}

test.runIf(IS_NODE_20)('showing and checking a few pages loads none of the large modules of Node', () => {
  expect(loadedBy(['show', path.join(SAMPLE, 'transcript.yaml')])).toEqual(['vm']);
  expect(loadedBy(['check', SAMPLE])).toEqual(['vm']);
});

test.runIf(IS_NODE_20)('what Node refuses under its permission model is done without', () => {
  const transcript = path.join(SAMPLE, 'transcript.yaml');
  const shown = (...flags: string[]) =>
    spawnSync(process.execPath, [...flags, path.join(ROOT, 'bin', 'onrecord.cjs'), 'show', transcript], {
      encoding: 'utf8',
    });
  const { status, stdout } = shown('--experimental-permission', '--allow-fs-read=*');
  expect({ status, stdout }).toEqual({ status: 0, stdout: shown().stdout });
});

test('patterns that were tried before V8 was told when to compile work on', () => {
  const script = `
    const { optimiseLate } = require('./dist/cli/main.cjs');
    const patterns = Array.from({ length: 200 }, (_, index) => new RegExp('a(b+)c' + index + '|x' + index, 'g'));
    const text = 'abbc1 x2 abc3';
    const before = patterns.map(pattern => text.replace(pattern, '-')).join();
    optimiseLate();
    const again = () => patterns.map(pattern => text.replace(pattern, () => '-')).join();
    const isSame = Array.from({ length: 20 }, () => again() === before);
    console.log(isSame.every(Boolean));`;
  const { stdout, stderr, signal } = spawnSync(process.execPath, ['-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ stdout, stderr, signal }).toEqual({ stdout: 'true\n', stderr: '', signal: null });
});
