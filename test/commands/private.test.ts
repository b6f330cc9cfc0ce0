/** What is private stays with those who keep the files: its words, its ids, and who is named by nothing else. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ROOT, runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, write } = folderOfEachTest();

/** Each word that only what is private says begins with `SECRET`. */
const LAYER = `onrecord: 1
transcript: transcript.yaml
creator: Ann Lawyer
sources:
  SECRET-memo: {title: SECRET memo, publisher: SECRET Press, note: SECRET, origin: SECRET, private: true}
  open: {title: Open minutes, derived-from: SECRET-memo}
parties:
  witness: {name: SECRET Witness, on-behalf-of: principal, aliases: [SECRET]}
  principal: {name: SECRET Principal}
  press: {name: SECRET Press}
  carter: {name: Carol Carter, on-behalf-of: firm}
  firm: {name: Carter and Sons}
  nobody: {name: Named Nowhere}
annotations:
  - {id: SECRET-a, target: load, tag: confirmed, by: witness, when: 2026-03-04, wording: SECRET, note: SECRET, private: true,
     sources: [{source: SECRET-memo, at: SECRET, quote: SECRET}]}
  - {id: SECRET-b, target: u1, quote: eight tonnes, comment: SECRET, private: true}
  - {id: p1, target: u1, quote: eight tonnes, tag: disputed, aspect: content, by: carter, when: 2026-03-04, wording: Never.,
     via: [SECRET-memo], sources: [{source: open, at: "1"}, {source: SECRET-memo, at: SECRET, quote: SECRET}]}
  - {id: p2, target: u2, date: {value: 2026-03-04, role: event, relative-to: SECRET-b}}
  - {id: p3, target: [SECRET-b, u2], comment: On both.}
  - {id: p4, target: SECRET-b, comment: SECRET too}
  - {id: p5, target: u2, refers-to: [SECRET-b, okafor]}
  - {id: p6, target: u2, refers-to: SECRET-memo, note: SECRET}
  - {id: p7, target: u2, comment: A later reading., supersedes: SECRET-b}
`;

beforeEach(() => {
  cpSync(path.join(ROOT, 'data', 'starter'), folder, { recursive: true });
  write('secret.layer.yaml', LAYER);
  write('draft.md', 'He said: “The bridge will carry nine tonnes until the repair is done.”\n');
});

test.for([
  ...['html', 'markdown', 'csv', 'tsv'].map(format => `show transcript.yaml --format ${format}`),
  ...['utterances', 'annotations', 'claims', 'stances', 'sources'].map(
    table => `show transcript.yaml --format csv --table ${table}`,
  ),
  ...['webvtt', 'srt', 'text', 'csv', 'tsv', 'claim-review', 'web-annotation', 'podcast-json', 'html'].map(
    format => `convert transcript.yaml --to ${format}`,
  ),
  'convert transcript.yaml --to webvtt --with-annotations',
  ...['csv', 'svg'].map(format => `timeline transcript.yaml --role event --format ${format}`),
  ...['csv', 'markdown'].map(format => `stats transcript.yaml --format ${format}`),
  'find tag:disputed . --format csv',
  'quotes draft.md --in transcript.yaml --format markdown',
])('%s', async command => {
  const { status, stdout } = await runCli(command.split(' '), { cwd: folder });
  expect(status).not.toBe(2);
  expect(stdout).not.toBe('');
  expect(stdout).not.toContain('SECRET');
});

test('parties that others name, and for whom they act, are shown, and so are those that nobody names', async () => {
  const { stdout } = await runCli(['show', 'transcript.yaml', '--format', 'html'], { cwd: folder });
  for (const name of ['Carol Carter', 'Carter and Sons', 'Named Nowhere']) expect(stdout).toContain(name);
  const owner = await runCli(['show', 'transcript.yaml', '--format', 'html', '--private'], { cwd: folder });
  for (const name of ['SECRET Witness', 'SECRET Principal']) expect(owner.stdout).toContain(name);
});
