/** Counts are those of the views, and those of several talks are the sum of those of each. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, runCli } from '../../helpers/run-cli.ts';

const CASES = path.join(ROOT, 'test/cases/show');
const TALKS = [
  path.join(ROOT, 'data/yerevan-2016/transcript.yaml'),
  path.join(ROOT, 'data/starter/transcript.yaml'),
  ...readdirSync(CASES).flatMap(name =>
    readdirSync(path.join(CASES, name)).includes('talk.yaml') ? [path.join(CASES, name, 'talk.yaml')] : [],
  ),
];

async function jsonOf(...argv: string[]) {
  const { stdout, status } = await runCli([...argv, '--format', 'json']);
  return status === 0 ? JSON.parse(stdout) : undefined;
}

test.for(TALKS)('the figures of %s are those of show', async file => {
  const [stats, shown] = [await jsonOf('stats', file), await jsonOf('show', file)];
  expect(stats === undefined).toBe(shown === undefined);
  if (shown === undefined) return;
  const { totals, standings } = stats;
  const { summary } = shown;
  expect(totals).toMatchObject({
    utterances: summary.utterances,
    statements: summary.statements,
    claims: summary.claims,
    annotations: summary.annotations,
    readings: summary.readings,
    waiting: summary.waiting + summary['claims-waiting'],
    unpinned: summary.unpinned,
  });
  const counts = Object.fromEntries(
    standings.map(({ standing, claims }: { standing: string; claims: number }) => [standing, claims]),
  );
  const { differs = 0, ...agreed } = counts;
  expect(agreed).toEqual(summary.standings);
  expect(differs).toBe(summary.differing);
});

test('the figures of the sample', async () => {
  const { totals, requests, dates } = await jsonOf('stats', 'data/yerevan-2016');
  expect(totals).toMatchObject({ stances: 28, undated: 14, requests: 13, dates: 10, waiting: 0, words: 271 });
  expect(requests).toHaveLength(4);
  expect(dates).toHaveLength(7);
});

test('several talks are the sum of each', async () => {
  const usable = (
    await Promise.all(TALKS.map(async file => ({ file, stats: await jsonOf('stats', file) })))
  ).filter(({ stats }) => stats !== undefined);
  expect(usable.length).toBeGreaterThan(5);
  const { totals, files, tags, standings } = await jsonOf('stats', ...usable.map(({ file }) => file));
  const sum = (name: string) => usable.reduce((total, { stats }) => total + stats.totals[name], 0);
  for (const name of [
    'utterances',
    'words',
    'claims',
    'annotations',
    'ended',
    'stances',
    'undated',
    'requests',
    'dates',
    'waiting',
    'unpinned',
    'conflicts',
  ])
    expect(totals[name], name).toBe(sum(name));
  expect(files).toHaveLength(usable.length);
  const count = (list: readonly Record<string, number>[], name: string) =>
    list.reduce((total, entry) => total + entry[name]!, 0);
  expect(count(tags, 'annotations')).toBe(
    usable.reduce((total, { stats }) => total + count(stats.tags, 'annotations'), 0),
  );
  expect(count(standings, 'claims')).toBe(totals.claims);
});
