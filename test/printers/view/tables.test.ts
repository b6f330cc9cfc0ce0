/** Tables that count right: each thing in one row, with ids that join them. */
import { expect, test } from 'vitest';
import { parseTable } from '../../../src/formats/csv/table.ts';
import { wide } from '../../../src/printers/view/tables/wide.ts';
import { runCli } from '../../helpers/run-cli.ts';

const SAMPLE = 'data/yerevan-2016/transcript.yaml';

async function tableOf(...options: string[]) {
  const { stdout, status } = await runCli(['show', SAMPLE, '--format', 'csv', ...options]);
  expect(status).toBe(0);
  const [header, ...rows] = parseTable(stdout, false).rows.map(({ cells }) => cells);
  return rows.map(cells => Object.fromEntries(header!.map((name, index) => [name, cells[index] ?? ''])));
}

const whole = async () => JSON.parse((await runCli(['show', SAMPLE, '--format', 'json'])).stdout);

test('each thing is one row', async () => {
  const view = await whole();
  const { utterances, statements, annotations } = view.summary;
  expect(await tableOf('--table', 'utterances')).toHaveLength(utterances + statements);
  const rows = await tableOf('--table', 'annotations');
  expect(rows).toHaveLength(annotations);
  expect(new Set(rows.map(row => row['annotation'])).size).toBe(annotations);
  // An implied claim stands in the readings that imply it.
  const standings = view.claims.flatMap((claim: { standings: unknown[] }) => claim.standings);
  expect(await tableOf('--table', 'claims')).toHaveLength(standings.length);
  expect((await tableOf('--table', 'sources')).map(({ id }) => id)).toContain('report');
});

test('dates are told with their role, what they date, and how the source writes them', async () => {
  const rows = await tableOf('--table', 'annotations');
  const deal = rows.find(row => row['annotation'] === 'a-date-deal')!;
  expect([deal['value'], deal['role'], deal['of'], deal['as-written']]).toEqual([
    '2020-11-10',
    'event',
    'the peace deal',
    'November 10th, 2020',
  ]);
});

test('stances say on which claim they count, as what, and the standing that follows', async () => {
  const rows = await tableOf('--table', 'stances');
  const exposure = rows.filter(row => row['claim'] === 'c6-exposure');
  expect(exposure.map(row => [row['value'], row['by'], row['counts'], row['standing']])).toContainEqual([
    'disputed',
    'Alexander Lukashenko',
    'contests',
    'disputed',
  ]);
  for (const row of rows) expect(row['why']).not.toBe('');
  const ids = new Set((await tableOf('--table', 'annotations')).map(row => row['annotation']));
  for (const row of rows) expect(ids).toContain(row['annotation']);
});

test('the wide table tells the same of a stance, and its sources', async () => {
  const rows = await tableOf();
  expect(Object.keys(rows[0]!)).toEqual(wide.columns.map(({ name }) => name));
  const stance = rows.find(row => row['annotation'] === 'a-giving-up')!;
  expect([stance['value'], stance['standing'], stance['state']]).toEqual(['disputed', 'disputed', 'sure']);
  expect(stance['sources']).toMatch(/^u11, line 43: "why just give it away, I don’t understand"; u14/);
  const unknown = rows.find(row => row['body'] === 'speaker' && row['alternatives'] !== '');
  expect(unknown?.['alternatives']).toMatch(/; /);
});

test('a column has the same meaning in every table', async () => {
  const { TABLES } = await import('../../../src/printers/view/tables/narrow.ts');
  const meanings = new Map<string, Set<string>>();
  for (const { columns } of Object.values(TABLES))
    for (const { name, meaning } of columns)
      meanings.set(name, (meanings.get(name) ?? new Set()).add(meaning));
  for (const name of ['reading', 'standing', 'by', 'when', 'sources', 'annotation', 'claim'])
    expect([...meanings.get(name)!].length, name).toBeLessThanOrEqual(2);
  for (const { columns } of Object.values(TABLES))
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
});

test('--bom begins with a byte order mark; the rest stays', async () => {
  const plain = (await runCli(['show', SAMPLE, '-f', 'csv'])).stdout;
  expect((await runCli(['show', SAMPLE, '-f', 'csv', '--bom'])).stdout).toBe(`\ufeff${plain}`);
});

test.each([['--table', 'claims'], ['--bom']])('%s %s goes with tables alone', async (...options) => {
  const { stderr, status } = await runCli(['show', SAMPLE, ...options.filter(word => word !== undefined)]);
  expect([status, stderr]).toEqual([2, `onrecord: ${options[0]} goes with --format csv or tsv\n`]);
});
