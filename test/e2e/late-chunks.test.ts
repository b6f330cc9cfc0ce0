/** What most runs never load, each asked for once in the built program: its chunks are put together by the build alone. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../helpers/run-cli.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'onrecord-late-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(content: string, ...args: string[]) {
  const file = path.join(folder, 'talk.yaml');
  writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'bin', 'onrecord.cjs'), ...args, file],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

test('the width of rare characters', () => {
  const shown = run('onrecord: 1\nutterances:\n  - {id: a, text: "\u{1d54f} e\u0301 日本 👩‍👧"}\n', 'show');
  expect(shown).toMatchObject({ status: 0, stderr: '' });
  expect(shown.stdout).toContain('\u{1d54f} e\u0301 日本 👩‍👧');
});

test('the full parser', () => {
  const shown = run('"onrecord": 1\n"utterances":\n  - {"id": a, "text": Hello}\n', 'show');
  expect(shown).toMatchObject({ status: 0, stderr: '' });
  expect(shown.stdout).toContain('Hello');
});

test('what does not fit a definition', () => {
  const checked = run('onrecord: 1\nutterances:\n  - {id: a, text: [1]}\n', 'check');
  expect(checked).toMatchObject({ status: 1, stderr: '' });
  expect(checked.stdout).toContain(':3:19');
});

test('what a quoted key says, where an annotation is changed', () => {
  writeFileSync(path.join(folder, 'text.yaml'), 'onrecord: 1\nutterances:\n  - {id: a, text: Hello}\n');
  const changed = run(
    'onrecord: 1\ntranscript: text.yaml\nannotations:\n  - {"id": a1, target: a, tag: unclear, "no\\x74e": Old}\n',
    ...['annotate', '--dry-run', '--change', 'a1', '--note', 'New'],
  );
  expect(changed).toMatchObject({ status: 0, stderr: '' });
  expect(changed.stdout).toContain('"no\\x74e": New}');
});
