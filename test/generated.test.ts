import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completionScripts } from '../src/build/completion/outputs.ts';
import { PAGES_WITH_TABLES, withTables } from '../src/build/guide/outputs.ts';
import { presetFiles } from '../src/build/rules/outputs.ts';
import { generatedFiles } from '../src/build/schema/outputs.ts';
import { languageFiles } from '../src/build/words/outputs.ts';

function textOf(path: string): string | undefined {
  const file = new URL(`../${path}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** A diff of generated files would tell nobody what to do. */
const STALE = 'stale: run `npm run generate` and commit what it writes';

const generated = [
  ...generatedFiles(),
  ...languageFiles(textOf),
  ...presetFiles(),
  ...(await completionScripts()),
];

test.for(generated)('%s is what `npm run generate` writes', ([path, text]) => {
  expect(textOf(path) === text, STALE).toBe(true);
});

test.for(generated.filter(([path]) => path.startsWith('src/')))(
  '%s is short enough to be read in a review',
  ([, text]) => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(500);
  },
);

test.for(PAGES_WITH_TABLES)('%s has its tables as `npm run generate` writes them', page => {
  const text = textOf(page)!;
  expect(withTables(text) === text, STALE).toBe(true);
  expect(text).toMatch(/<!-- [a-z-]+:start -->\n\n(?:[A-Z].*\n\n)?\| /);
});

test('a table stands between its markers and nowhere else', () => {
  const markers = '<!-- rules:start --><!-- rules:end -->';
  expect(withTables('# Onrecord\n')).toBe('# Onrecord\n');
  expect(withTables(`a\n${markers}\nb\n`)).toMatch(
    /^a\n<!-- rules:start -->\n\n\| rule .*\n(\|.*\n)+\n<!-- rules:end -->\nb\n$/,
  );
  expect(withTables(withTables(markers))).toBe(withTables(markers));
});
