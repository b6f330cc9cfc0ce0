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
 * The program is built twice, for the two commands that are run most: all that `check` always loads is one chunk of the
 * one, all that `show` always loads of the other, which serves the other commands too. As one chunk they start sooner
 * than as chunks that take from each other, each name through a property.
 */
const BUILDS = {
  show: ['src/cli/start.ts', 'src/commands/show.ts', 'src/printers/view/text.ts'],
  check: ['src/cli/start.ts', 'src/commands/check.ts', 'src/printers/findings/text.ts'],
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

/**
 * Writes a chunk again, as the loader of chunks takes it. Node itself loads `main`, which holds that loader. What rolldown
 * makes a chunk of its own, a few helpers without a state, is part of `start`: to open files takes longer.
 */
function finish({ fileName, code }, folder, helpers) {
  const whole =
    fileName === 'start.cjs' && helpers !== undefined
      ? code.replace(
          `require("./${helpers.fileName}")`,
          () => `(exports=>{${helpers.code};return exports})({})`,
        )
      : code;
  const named = asciiOnly(whole.replace(/require\("(late-[\w-]+)"\)/g, 'require("./$1.cjs")'));
  const isLoadedByNode = fileName === 'main.cjs';
  const written = isLoadedByNode
    ? named
    : `(function(exports,require,module,__filename,__dirname){${named}\n})`;
  writeFileSync(`${folder}/${fileName}`, written);
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
async function writeChunks(input, folder, inOneChunk = []) {
  let together;
  const bundle = await rolldown({
    input,
    platform: 'node',
    external: id => id.startsWith('late-'),
    preserveEntrySignatures: 'allow-extension',
    plugins: [...START_UP_PLUGINS, noteImports],
    transform: { define: { __VERSION__: JSON.stringify(version) } },
    // Modules that are in one chunk with others need no chunk of their own when they are asked for later.
    checks: { ineffectiveDynamicImport: false },
  });
  /** Asked for when all modules are read. */
  const isTogether = id => {
    together ??= loadedWith(inOneChunk);
    return together.has(id);
  };
  const { output } = await bundle.write({
    dir: folder,
    format: 'cjs',
    // Else a chunk with nothing but a default export would be that value, and what imports it late asks for `default`.
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
    ...(inOneChunk.length > 0 && {
      codeSplitting: {
        groups: [{ name: 'start', test: isTogether }],
        includeDependenciesRecursively: false,
      },
    }),
  });
  await bundle.close();
  const chunks = output.filter(({ type }) => type === 'chunk');
  const helpers = chunks.find(({ name }) => name === 'rolldown-runtime');
  for (const chunk of chunks) finish(chunk, folder, helpers);
}

// `main` answers what needs no chunk and loads the chunks of a build, so that it shares none with them.
await writeChunks({ main: `${root}src/cli/main.ts` }, `${root}dist/cli`);
for (const [name, inOneChunk] of Object.entries(BUILDS)) {
  const folder = `${root}dist/cli/${name}`;
  await writeChunks({ start: `${root}src/cli/start.ts` }, folder, inOneChunk);
  await writeChunks(LATE_ENTRIES, folder);
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
