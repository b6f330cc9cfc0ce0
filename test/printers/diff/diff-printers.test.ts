import { applyPatch, parsePatch } from 'diff';
import { expect, test } from 'vitest';
import { diffViews } from '../../../src/core/diff/diff-views.ts';
import { displayWidth } from '../../../src/core/text/width.ts';
import { DIFF_PRINTERS } from '../../../src/printers/diff/index.ts';
import type { PrintContext } from '../../../src/printers/printer.ts';
import { printPlain } from '../../../src/printers/view/plain.ts';
import { newView, oldView, richDiff } from '../../fixtures/diff.ts';
import { coloured, plain } from '../../helpers/print-context.ts';

type DiffFormat = keyof typeof DIFF_PRINTERS;
const DIFF_FORMATS = Object.keys(DIFF_PRINTERS) as readonly DiffFormat[];
const names = { old: 'old/talk.yaml', new: 'HEAD:talk.yaml' };

async function print(format: DiffFormat, context = plain(80), diff = richDiff): Promise<string> {
  return (await DIFF_PRINTERS[format]())({ diff, names }, context);
}

const SETTINGS: readonly (readonly [string, DiffFormat, PrintContext])[] = [
  ['text-80', 'text', plain(80)],
  ['text-40', 'text', plain(40)],
  ['text-colour', 'text', coloured(80)],
  ['unified-colour', 'unified', coloured(80)],
  ['side-by-side-80', 'side-by-side', plain(80)],
  ['side-by-side-colour', 'side-by-side', coloured(100)],
  ['markdown', 'markdown', plain(80)],
  ['ndjson', 'ndjson', plain(80)],
  ['stat', 'stat', plain(80)],
];

test.for(SETTINGS)('%s is as printed before', async ([name, format, context]) => {
  await expect(await print(format, context)).toMatchFileSnapshot(`golden/${name}.txt`);
});

const withoutColours = (output: string) => output.replace(/\u001b\[[0-9;]*m/g, '');

test.for(DIFF_FORMATS)('%s is safe, ends in a newline and has no trailing blanks', async format => {
  const output = await print(format, coloured(80));
  expect(output).toMatch(/[^\n]\n$/);
  const bare = withoutColours(output);
  expect(bare).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]/);
  expect(bare).not.toMatch(/^\s*::[a-z]|##\[/m);
  expect(bare).not.toMatch(/[ \t]$/m);
});

test.for(DIFF_FORMATS)('%s prints two equal views', async format => {
  const output = await print(format, plain(80), diffViews(oldView, oldView));
  if (format === 'unified') expect(output).toBe('');
  else expect(output).toMatch(/no differences|"alarms":\s?0/);
});

test.for([40, 60, 80, 133])('text and side by side keep to %i columns', async width => {
  for (const format of ['text', 'side-by-side'] as const)
    for (const line of withoutColours(await print(format, coloured(width))).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, 43));
});

test('colours change nothing else in a patch, and words carry marks where there are none', async () => {
  expect(withoutColours(await print('unified', coloured(80)))).toBe(await print('unified'));
  expect(await print('text')).toContain('[-5-]{+6+}');
  expect(await print('text', coloured(80))).not.toContain('[-5-]');
});

test('the patch turns the old plain view into the new one', async () => {
  const patch = await print('unified');
  const context = plain(80);
  expect(applyPatch(printPlain(oldView, context), parsePatch(patch)[0]!)).toBe(printPlain(newView, context));
});

test('json and ndjson hold the same changes', async () => {
  const whole = JSON.parse(await print('json'));
  const records = (await print('ndjson'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(whole.schema).toBe('onrecord/diff@1');
  expect(records[0]).toMatchObject({ type: 'diff', schema: 'onrecord/diff@1' });
  const changes = records.filter(({ type }) => type === 'change').map(({ type, ...change }) => change);
  expect(changes).toEqual(whole.changes);
  expect(records.at(-1)).toEqual({ type: 'summary', ...whole.summary });
});
