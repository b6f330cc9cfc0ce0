/** The compiled code that the build records beside the chunks. Uses the built program. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../helpers/run-cli.ts';

const FILE = path.join(ROOT, 'data', 'yerevan-2016', 'transcript.yaml');
const UNTOUCHED = show(ROOT);

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'onrecord-code-'));
  for (const folder of ['bin', 'dist/cli']) {
    cpSync(path.join(ROOT, folder), path.join(copy, folder), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'data'), path.join(copy, 'data'));
});
afterEach(() => rmSync(copy, { recursive: true }));

function show(program: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(program, 'bin', 'onrecord.cjs'), 'show', FILE],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** How many chunks `show` takes from recorded code, and how many it compiles. */
function loadedFromRecord(program: string): { recorded: number; compiled: number } {
  const script = `
    const { chunkLoader, optimiseLate } = require('./dist/cli/main.cjs');
    optimiseLate();
    const refused = [];
    const loaded = (file, script) => refused.push(script.cachedDataRejected);
    const { start } = chunkLoader(require('node:path').resolve('dist/cli/show'), { loaded })('./start.cjs');
    start(['show', ${JSON.stringify(FILE)}, '--format', 'ndjson']).then(() => {
      const recorded = refused.filter(one => one === false).length;
      console.error(JSON.stringify({ recorded, compiled: refused.length - recorded }));
    });`;
  return JSON.parse(
    spawnSync(process.execPath, ['-e', script], { cwd: program, encoding: 'utf8' }).stderr,
  ) as { recorded: number; compiled: number };
}

const recordsIn = (program: string) =>
  readdirSync(path.join(program, 'dist', 'cli', 'show'))
    .filter(name => name.endsWith('.cache'))
    .map(name => path.join(program, 'dist', 'cli', 'show', name));

test('the program runs on the code that the build has recorded', () => {
  expect(UNTOUCHED).toMatchObject({ status: 0, stderr: '' });
  expect(loadedFromRecord(copy).recorded).toBeGreaterThan(0);
});

test('what is loaded late is taken from recorded code too, however much was read before', () => {
  const words = 'The bridge is closed until the council has met again. '.repeat(100);
  const file = path.join(copy, 'talk.yaml');
  const item = (index: number) => `  - {id: u${index}, text: ${words}${index}}\n`;
  const talk = `onrecord: 1\nutterances:\n${Array.from({ length: 60 }, (_, index) => item(index)).join('')}`;
  writeFileSync(file, talk);
  writeFileSync(`${file}.new`, talk.replaceAll('closed', 'open'));
  const script = `
    const vm = require('node:vm');
    const refused = [];
    vm.Script = class extends vm.Script {
      constructor(source, options) {
        super(source, options);
        if (options.cachedData !== undefined && this.cachedDataRejected) refused.push(options.filename);
      }
    };
    process.on('exit', () => console.error(JSON.stringify(refused)));
    require('./dist/cli/main.cjs').main(['diff', ${JSON.stringify(file)}, ${JSON.stringify(`${file}.new`)}]);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: copy, encoding: 'utf8' });
  expect(stdout).toContain('60 utterances edited');
  expect(JSON.parse(stderr)).toEqual([]);
});

test('code that another Node has recorded is left alone: V8 would take it and fail', () => {
  for (const file of recordsIn(copy)) {
    expect(file).toContain(`.${process.version}-${process.platform}-${process.arch}.`);
    renameSync(file, file.replace(process.version, 'v20.0.0'));
  }
  expect(show(copy)).toEqual(UNTOUCHED);
  expect(loadedFromRecord(copy).recorded).toBe(0);
});

const DAMAGES: readonly ((file: string) => void)[] = [
  file => rmSync(file),
  file => truncateSync(file),
  file => truncateSync(file, 100),
  file => writeFileSync(file, 'x'.repeat(5000)),
];

test('recorded code that is missing, empty, cut or of something else costs time, nothing else', () => {
  recordsIn(copy).forEach((file, index) => {
    DAMAGES[index % DAMAGES.length]?.(file);
  });
  expect(show(copy)).toEqual(UNTOUCHED);
  expect(loadedFromRecord(copy).recorded).toBe(0);
});
