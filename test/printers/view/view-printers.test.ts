import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PrintContext } from '../../../src/printers/printer.ts';
import { VIEW_PRINTERS, type ViewFormat } from '../../../src/printers/view/index.ts';
import type { ViewOptions } from '../../../src/printers/view/printer.ts';
import { wide } from '../../../src/printers/view/tables/wide.ts';
import { HOSTILE, violations } from '../../fixtures/hostile-text.ts';
import { bareView, richView, richViewWith } from '../../fixtures/view.ts';
import { coloured, plain } from '../../helpers/print-context.ts';
import { tooWide } from '../../helpers/too-wide.ts';

const VIEW_FORMATS = Object.keys(VIEW_PRINTERS) as readonly ViewFormat[];

async function print(
  format: ViewFormat,
  view = richView,
  context = plain(80),
  options?: ViewOptions,
): Promise<string> {
  return (await VIEW_PRINTERS[format]())(view, context, options);
}

const SETTINGS: readonly (readonly [string, ViewFormat, PrintContext, ViewOptions?])[] = [
  ['text-40-ascii', 'text', plain(40, false)],
  ['text-colour', 'text', coloured(80)],
  ['text-explained', 'text', plain(80), { explainStanding: true }],
  ['plain-explained', 'plain', plain(80), { explainStanding: true }],
  ['ndjson', 'ndjson', plain(80)],
  ['csv', 'csv', plain(80)],
  ['tsv', 'tsv', plain(80)],
];

test.for(SETTINGS)('%s is as printed before', async ([name, format, context, options]) => {
  await expect(await print(format, richView, context, options)).toMatchFileSnapshot(`golden/${name}.txt`);
});

test.for(VIEW_FORMATS)('%s is safe, ends in a newline and has no trailing blanks', async format => {
  const output = await print(format, richView, coloured(80), { explainStanding: true });
  expect(output).toMatch(/[^\n]\n$/);
  const bare = output.replace(/\u001b\[[0-9;]*m/g, '');
  expect(bare).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e]/);
  expect(bare).not.toMatch(/^\s*::[a-z]|##\[/m);
  if (format !== 'tsv') expect(bare).not.toMatch(/[ \t]$/m);
});

test.for([20, 33, 40, 60, 80])('terminal lines keep to %i columns', async width => {
  const output = await print('text', richView, plain(width), { explainStanding: true });
  expect(tooWide(output, width)).toEqual([]);
});

test('colours say nothing that the words do not', async () => {
  const output = await print('text', richView, coloured(80));
  expect(output).toContain('\u001b[');
  expect(output.replace(/\u001b\[[0-9;]*m/g, '')).toBe(await print('text'));
});

test.for(['text', 'plain'] as const)('in %s a stance has a party, or no one named', async format => {
  const output = await print(format, richView, plain(), { explainStanding: true });
  const stances = output
    .split('\n')
    .filter(line => /\b(disputed|questioned|confirmed|denied|acknowledged)\b/.test(line))
    // Standings and their counts are derived, and the reason of a standing speaks about stances in general.
    .filter(line => !/differing|standing|counts only|because/.test(line));
  expect(stances.length).toBeGreaterThan(5);
  for (const line of stances) expect(line).toMatch(/\bby (no one named|\S)/);
  expect(output).toContain('questioned by no one named, on attribution, undated');
  expect(output).toContain(
    'reported as confirmed by Office of the Mayor, via gazette, on authenticity, undated',
  );
});

test.for(VIEW_FORMATS)(
  '%s leaves out what happened after the date of the view, and counts it',
  async format => {
    const output = await print(format);
    expect(output).not.toContain('a12');
    if (format === 'text' || format === 'plain')
      expect(output.replace(/\s+/g, ' ')).toContain('1 of a later date not shown');
  },
);

test('every annotation of the view is in every format', async () => {
  const ids = Array.from({ length: 15 }, (_, index) => `a${index + 1}`).filter(id => id !== 'a12');
  for (const format of VIEW_FORMATS) {
    const output = await print(format);
    for (const id of ids) expect(output, `${id} in ${format}`).toMatch(new RegExp(`\\b${id}\\b`));
  }
});

test('a bare transcript is only its words', async () => {
  expect(await print('text', bareView)).toBe(
    'talk/transcript.yaml\n════════════════════\n\nGood evening.\n\n00:00:01.500\n\nIs this on?\n\n2 utterances, 0 annotations\n',
  );
  expect(await print('plain', bareView)).toBe(
    'utterance text: Good evening.\nutterance time: 00:00:01.500\nutterance text: Is this on?\n' +
      'summary: 2 utterances, 0 annotations\n',
  );
});

test('NDJSON has the records of JSON, each annotation once', async () => {
  const whole = JSON.parse(await print('json'));
  const { parties, sources, utterances, statements, claims, annotations, summary, ...view } = whole;
  const seen = new Set<string>();
  const once = (placed: { id: string }[]) =>
    placed.filter(({ id }) => !seen.has(id) && seen.add(id)).map(one => ({ type: 'annotation', ...one }));
  const speeches = (type: string, items: { annotations: { id: string }[] }[]) =>
    items.flatMap(item => [
      { type, ...item, annotations: item.annotations.map(({ id }) => id) },
      ...once(item.annotations),
    ]);
  const named = (type: string, entries: object) =>
    Object.entries(entries).map(([id, entry]) => ({ type, ...entry, id }));
  const records = (await print('ndjson')).trimEnd().split('\n');
  expect(records.map(line => JSON.parse(line))).toEqual([
    { type: 'view', ...view },
    ...named('party', parties),
    ...named('source', sources),
    ...speeches('utterance', utterances),
    ...speeches('statement', statements),
    ...once(annotations),
    ...claims.map((claim: object, index: number) => ({ type: 'claim', index, ...claim })),
    { type: 'summary', ...summary },
  ]);
});

test('tables have a cell for every column', async () => {
  const rows = (await print('tsv')).replace(/\n$/, '').split('\n');
  expect(rows).toHaveLength(1 + 4 + 3 + 1 + 1 + 1 + 1 + 6);
  for (const row of rows) expect(row.split('\t')).toHaveLength(wide.columns.length);
  expect(wide.columns.every(({ meaning }) => meaning !== '')).toBe(true);
});

test.for(VIEW_FORMATS)('whatever strangers write, %s lets nothing forbidden through', async format => {
  const printer = await VIEW_PRINTERS[format]();
  fc.assert(
    fc.property(HOSTILE, fc.constantFrom(20, 40, 80, undefined), (hostile, width) => {
      const view = richViewWith(text => text + hostile);
      const output = printer(view, plain(width), { explainStanding: true });
      expect(violations(output)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('commands that begin a text do not begin a line, with colours either', async () => {
  const printer = await VIEW_PRINTERS.text();
  const view = richViewWith(text => `::error::${text} ##[group]`);
  const output = printer(view, coloured(80), { explainStanding: true });
  expect(violations(output.replace(/\u001b\[[0-9;]*m/g, ''))).toEqual([]);
});
