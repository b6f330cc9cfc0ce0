import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completionScripts } from '../src/build/completion/outputs.ts';
import { VOCABULARY_PAGES, withVocabulary } from '../src/build/guide/outputs.ts';
import { presetFiles, withRuleTable } from '../src/build/rules/outputs.ts';
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

test('the table of rules in the guide is what `npm run generate` writes', () => {
  const page = textOf('data/guide/rules.md')!;
  expect(withRuleTable(page) === page, STALE).toBe(true);
  expect(page).toContain('| `bare-stance` | error |');
});

test('the table stands between its markers and nowhere else', () => {
  const markers = '<!-- rules:start --><!-- rules:end -->';
  expect(withRuleTable('# Onrecord\n')).toBe('# Onrecord\n');
  expect(withRuleTable(`a\n${markers}\nb\n`)).toMatch(
    /^a\n<!-- rules:start -->\n\n\| rule .*\n(\|.*\n)+\n<!-- rules:end -->\nb\n$/,
  );
  expect(withRuleTable(withRuleTable(markers))).toBe(withRuleTable(markers));
});

test.for(VOCABULARY_PAGES)('%s has every word of its lists as `npm run generate` writes them', page => {
  const text = textOf(page)!;
  expect(withVocabulary(text) === text, STALE).toBe(true);
  expect(text).toMatch(/<!-- [a-z-]+:start -->\n\n\| /);
});
