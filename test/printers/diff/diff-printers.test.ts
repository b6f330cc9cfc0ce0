import { Chalk } from 'chalk';
import { applyPatch, parsePatch } from 'diff';
import { expect, test } from 'vitest';
import { diffViews } from '../../../src/core/diff/diff-views.ts';
import { displayWidth } from '../../../src/core/text/width.ts';
import { DIFF_FORMATS, DIFF_PRINTERS, type DiffFormat } from '../../../src/printers/diff/index.ts';
import type { PrintContext } from '../../../src/printers/printer.ts';
import { printPlain } from '../../../src/printers/view/plain.ts';
import { newView, oldView, richDiff } from '../../fixtures/diff.ts';

interface Setting {
  readonly width: number | undefined;
  readonly level: 0 | 1;
}

const names = { old: 'old/talk.yaml', new: 'HEAD:talk.yaml' };
const contextOf = ({ width, level }: Setting): PrintContext => ({
  width,
  unicode: true,
  colour: new Chalk({ level }),
});
const PLAIN: Setting = { width: 80, level: 0 };

async function print(format: DiffFormat, setting: Setting = PLAIN, diff = richDiff): Promise<string> {
  return (await DIFF_PRINTERS[format]())({ diff, names }, contextOf(setting));
}

const SETTINGS: readonly (readonly [string, DiffFormat, Setting])[] = [
  ['text-80', 'text', PLAIN],
  ['text-40', 'text', { width: 40, level: 0 }],
  ['text-unwrapped', 'text', { width: undefined, level: 0 }],
  ['text-colour', 'text', { width: 80, level: 1 }],
  ['unified', 'unified', PLAIN],
  ['unified-colour', 'unified', { width: 80, level: 1 }],
  ['side-by-side-80', 'side-by-side', PLAIN],
  ['side-by-side-colour', 'side-by-side', { width: 100, level: 1 }],
  ['markdown', 'markdown', PLAIN],
  ['json', 'json', PLAIN],
  ['ndjson', 'ndjson', PLAIN],
  ['stat', 'stat', PLAIN],
];

test.for(SETTINGS)('%s is as printed before', async ([name, format, setting]) => {
  await expect(await print(format, setting)).toMatchFileSnapshot(`golden/${name}.txt`);
});

const withoutColours = (output: string) => output.replace(/\u001b\[[0-9;]*m/g, '');

test.for(SETTINGS)(
  '%s is safe, ends in a newline and has no trailing blanks',
  async ([, format, setting]) => {
    const output = await print(format, setting);
    expect(output).toMatch(/[^\n]\n$/);
    const bare = withoutColours(output);
    expect(bare).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]/);
    expect(bare).not.toMatch(/^\s*::[a-z]|##\[/m);
    expect(bare).not.toMatch(/[ \t]$/m);
  },
);

test.for(DIFF_FORMATS)('%s prints two equal views', async format => {
  const output = await print(format, PLAIN, diffViews(oldView, oldView));
  if (format === 'unified') expect(output).toBe('');
  else expect(output).toMatch(/no differences|"alarms":\s?0/);
});

test.for([40, 60, 80, 133])('text and side by side keep to %i columns', async width => {
  for (const format of ['text', 'side-by-side'] as const)
    for (const line of withoutColours(await print(format, { width, level: 1 })).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, 43));
});

test('colours change nothing else in a patch, and words carry marks where there are none', async () => {
  expect(withoutColours(await print('unified', { width: 80, level: 1 }))).toBe(await print('unified'));
  expect(await print('text')).toContain('[-5-]{+6+}');
  expect(await print('text', { width: 80, level: 1 })).not.toContain('[-5-]');
});

test('the patch turns the old plain view into the new one', async () => {
  const patch = await print('unified');
  const context = contextOf(PLAIN);
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
