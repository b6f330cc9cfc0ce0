/**
 * Golden cases: one folder a case, `test/cases/<command>/<case>/`, with `cmd` (one command a line) and the files it
 * works on; `output` holds what must come out, as a person would see it in a terminal. A case works on a copy of its
 * folder; files that the commands change are compared with `after/`. `ONRECORD_UPDATE_CASES=1` rewrites both.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './helpers/run-cli.ts';
import { runLine } from './helpers/run-line.ts';

const CASES = path.join(ROOT, 'test', 'cases');
const UPDATE = process.env['ONRECORD_UPDATE_CASES'] === '1';
const OURS = new Set(['cmd', 'output', 'after']);

const names = existsSync(CASES)
  ? readdirSync(CASES).flatMap(group => readdirSync(path.join(CASES, group)).map(name => `${group}/${name}`))
  : [];

test.for(names.sort())('%s', async name => {
  const folder = path.join(CASES, name);
  const work = mkdtempSync(path.join(tmpdir(), 'onrecord-case-'));
  try {
    for (const file of readdirSync(folder)) {
      if (!OURS.has(file)) cpSync(path.join(folder, file), path.join(work, file), { recursive: true });
    }
    const before = snapshot(work);
    let printed = '';
    for (const command of readFileSync(path.join(folder, 'cmd'), 'utf8').trim().split('\n')) {
      const { output, status } = await runLine(command, work);
      printed += `$ ${command}\n${output}${status === 0 ? '' : `? ${status}\n`}`;
    }
    const changed = Object.fromEntries(
      Object.entries(snapshot(work)).filter(([file, text]) => before[file] !== text),
    );
    if (UPDATE) update(folder, printed, changed);
    expect(printed).toBe(readFileSync(path.join(folder, 'output'), 'utf8'));
    expect(changed).toEqual(
      existsSync(path.join(folder, 'after')) ? snapshot(path.join(folder, 'after')) : {},
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

function snapshot(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    if (!name.startsWith('.git/')) files[name] = readFileSync(file, 'utf8');
  }
  return files;
}

function update(folder: string, printed: string, changed: Record<string, string>): void {
  writeFileSync(path.join(folder, 'output'), printed);
  rmSync(path.join(folder, 'after'), { recursive: true, force: true });
  for (const [file, text] of Object.entries(changed)) {
    const target = path.join(folder, 'after', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
