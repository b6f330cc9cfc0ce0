/** `show --excerpt`: the passages that were asked for, and no words of any other. */
import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.ts';

const SAMPLE = 'data/yerevan-2016/transcript.yaml';

interface Speech {
  readonly type: string;
  readonly id: string;
  readonly text: string;
}

async function speeches(...options: readonly string[]): Promise<Speech[]> {
  const { stdout } = await runCli(['show', SAMPLE, '--format', 'ndjson', ...options]);
  const records = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Speech);
  return records.filter(({ type }) => type === 'utterance' || type === 'statement');
}

test.for([
  ['u4', ['u4']],
  ['u10', ['u10']],
  ['s2', ['s2']],
  ['u2..u4', ['u2', 'u3', 'u4']],
  ['c7-attack', ['u9', 'u11']],
  ['a-giving-up', ['u1']],
] as const)('--excerpt %s', async ([asked, ids]) => {
  const all = await speeches();
  expect((await speeches('--excerpt', asked)).map(({ id }) => id)).toEqual(ids);
  const shown = all.filter(({ id }) => (ids as readonly string[]).includes(id));
  const others = all.filter(
    item => !shown.includes(item) && !shown.some(({ text }) => text.includes(item.text)),
  );
  expect(others.length).toBeGreaterThan(20);
  for (const format of ['html', 'markdown', 'text', 'json', 'csv']) {
    const { stdout } = await runCli(['show', SAMPLE, '--format', format, '--excerpt', asked]);
    expect(stdout.length).toBeGreaterThan(100);
    for (const { id, text } of others) expect(stdout.includes(text), `${format}: ${id}`).toBe(false);
  }
});
