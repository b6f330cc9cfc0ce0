// Builds what users install: the command-line program as CommonJS chunks, and the library as ES modules with types.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { LATE_ENTRIES, START_UP_PLUGINS } from './start-up-plugins.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

rmSync(`${root}dist`, { recursive: true, force: true });

/**
 * The two commands that are run most, each with what it always loads. As three files they start sooner than as the
 * thirty that are shared in other ways too, and nothing is run that neither needs.
 */
const OFTEN_RUN = {
  show: ['src/commands/show.ts', 'src/printers/view/text.ts'],
  check: ['src/commands/check.ts', 'src/printers/findings/text.ts'],
};

/** What each module imports before it runs. */
const imports = new Map();
const noteImports = {
  name: 'note-imports',
  moduleParsed({ id, importedIds }) {
    imports.set(id, importedIds);
  },
};

/** The modules that are loaded with some, those included. */
function loadedWith(entries) {
  const found = new Set();
  const visit = id => {
    if (found.has(id)) return;
    found.add(id);
    imports.get(id)?.forEach(visit);
  };
  for (const entry of entries) visit(`${root}${entry}`);
  return found;
}

/** Asked for when all modules of a bundle are read. */
function chunkGroups() {
  const sets = new Map();
  const isNeededBy = name => id => {
    if (!sets.has(name)) sets.set(name, loadedWith(OFTEN_RUN[name] ?? ['src/cli/start.ts']));
    return sets.get(name).has(id);
  };
  const [shown, checked, started] = ['show', 'check', 'start'].map(isNeededBy);
  return [
    { name: 'common', test: id => shown(id) && checked(id) && !started(id), priority: 2 },
    { name: 'show', test: id => shown(id) && !started(id), priority: 1 },
    { name: 'check', test: id => checked(id) && !started(id), priority: 1 },
  ];
}

/** Writes a chunk again, as the loader of chunks takes it. Node itself loads `main`, which holds that loader. */
function finish({ fileName, code }) {
  const named = asciiOnly(code.replace(/require\("(late-[\w-]+)"\)/g, 'require("./$1.cjs")'));
  const isLoadedByNode = fileName === 'main.cjs';
  const written = isLoadedByNode
    ? named
    : `(function(exports,require,module,__filename,__dirname){${named}\n})`;
  writeFileSync(`${root}dist/cli/${fileName}`, written);
}

/** Text of ASCII alone is taken as it is; other text is decoded and held at two bytes a character. */
function asciiOnly(code) {
  return code.replace(
    /[^\0-\x7f]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// CommonJS starts 8 to 10 ms sooner than ES modules on every Node from 20 to 26, and chunks that are loaded only when
// their command is called keep the rest out of the way.
// `main` answers what needs no chunk and loads the chunks of `start`, so that the two share none.
for (const input of [
  { main: `${root}src/cli/main.ts` },
  { start: `${root}src/cli/start.ts` },
  LATE_ENTRIES,
]) {
  const bundle = await rolldown({
    input,
    platform: 'node',
    external: id => id.startsWith('late-'),
    preserveEntrySignatures: 'allow-extension',
    plugins: [...START_UP_PLUGINS, noteImports],
    transform: { define: { __VERSION__: JSON.stringify(version) } },
  });
  const { output } = await bundle.write({
    dir: `${root}dist/cli`,
    format: 'cjs',
    // Else a chunk with nothing but a default export would be that value, and what imports it late asks for `default`.
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
    ...(input === LATE_ENTRIES || {
      codeSplitting: { groups: chunkGroups(), includeDependenciesRecursively: false },
    }),
  });
  await bundle.close();
  output.filter(({ type }) => type === 'chunk').forEach(finish);
}

execFileSync(process.execPath, [`${root}src/build/record-code-cache.mjs`]);

execFileSync(
  process.execPath,
  [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}src/build/tsconfig.library.json`],
  {
    stdio: 'inherit',
  },
);

// tsc writes what it compiles; the generated validators are JavaScript already.
for (const file of ['validate.js', 'validate.d.ts']) {
  cpSync(`${root}src/core/schema/generated/${file}`, `${root}dist/lib/core/schema/generated/${file}`);
}
