/** What the commands that are run most load before they begin: each package and each large module costs every start. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '../src');

/** Names that a file imports before it runs; types are none. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const statements = code.matchAll(/^(?:import|export) (?!type )([^'";]*?)from '([^']+)';/gm);
  return [...statements]
    .filter(([, names]) => !/^\{(?:\s*type \w+,?)+\s*\}\s*$/.test(names!))
    .map(([, , name]) => name!);
}

/** What some files import, directly or not: files as paths in `src`, and packages. */
function loadedWith(entries: readonly string[]): { readonly files: string[]; readonly packages: string[] } {
  const files = new Set(entries.map(entry => path.join(SOURCE, entry)));
  const packages = new Set<string>();
  for (const file of files) {
    expect(existsSync(file), file).toBe(true);
    for (const name of importsOf(file)) {
      if (!name.startsWith('.')) packages.add(name);
      // What the build makes imports nothing.
      else if (name.endsWith('.js')) packages.add(path.basename(name));
      else files.add(path.resolve(path.dirname(file), name));
    }
  }
  return { files: Array.from(files, file => path.relative(SOURCE, file)), packages: [...packages].sort() };
}

const START = 'cli/start.ts';
const NODE = ['node:fs', 'node:path'];

test('show', () => {
  const { packages } = loadedWith([START, 'commands/show.ts', 'printers/view/text.ts']);
  expect(packages).toEqual(['commander', 'fast-string-width', 'fits.js', ...NODE]);
});

test('show --brief', () => {
  const view = loadedWith([START, 'commands/show.ts', 'printers/view/text.ts']).files;
  const { files, packages } = loadedWith([START, 'commands/show.ts', 'commands/first-look.ts']);
  expect(packages).toEqual(['commander', 'fast-string-width', 'fits.js', ...NODE]);
  // No git, and no comparison of versions, where nothing waits for a person.
  expect(files.filter(file => !view.includes(file))).toEqual([
    'commands/first-look.ts',
    'printers/view/brief.ts',
    'printers/view/talk-head.ts',
  ]);
});

test('check', () => {
  const { files, packages } = loadedWith([START, 'commands/check/index.ts', 'printers/findings/text.ts']);
  expect(packages).toEqual(['commander', 'fast-string-width', 'fits.js', ...NODE]);
  // No view is built where no rule asks for one.
  expect(files).not.toContain('core/view/build-view.ts');
  // Pages of what is found outside of rules are for findings and for `explain`.
  expect(files.filter(file => /^rules\/(?:reading|drafts)\//.test(file))).toEqual([]);
});

test('the list of speakers', () => {
  const { files, packages } = loadedWith([START, 'commands/speakers/index.ts']);
  expect(packages).toEqual(['commander', 'fits.js', ...NODE]);
  // Rules and the editor of YAML are for who writes names.
  expect(files.filter(file => /^(?:rules|formats\/yaml\/edit)\//.test(file))).toEqual([]);
});

test('convert, where no page is written', () => {
  const { files } = loadedWith([START, 'commands/convert/index.ts']);
  expect(files.filter(file => file.startsWith('printers/view/html') || file.startsWith('rules/'))).toEqual(
    [],
  );
});

test('a configuration', () => {
  const { files, packages } = loadedWith(['project/read-project-config.ts']);
  // Rules are loaded by who runs them, and the full parser and the validators for what is wrong.
  expect(files.filter(file => file.startsWith('rules/'))).toEqual([]);
  expect(packages).not.toContain('js-yaml');
  expect(packages).not.toContain('validators.js');
});

/** V8 looks up each character of a Unicode class when it parses a literal, even in a function that nobody calls. */
const UNICODE_CLASS_IN_LITERAL = /(?<!\\)\\p\{/i;
const RAW_STRINGS = /String\.raw`[^`]*`/g;

test('patterns with Unicode classes are made of strings when they are needed', () => {
  const { files } = loadedWith([
    START,
    'commands/show.ts',
    'printers/view/text.ts',
    'commands/check/index.ts',
    'printers/findings/text.ts',
  ]);
  const eager = files.filter(file =>
    UNICODE_CLASS_IN_LITERAL.test(readFileSync(path.join(SOURCE, file), 'utf8').replace(RAW_STRINGS, '')),
  );
  expect(eager).toEqual([]);
});

test('a start without a command', () => {
  expect(loadedWith([START]).packages).toEqual(['commander', 'node:fs', 'node:path']);
});
