// Builds what users install: one bundle with lazily loaded commands, and the library over it with its types.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { chunkOf } from './chunks.mjs';
import { PACK_PLUGINS } from './pack-plugins.mjs';
import { START_UP_PLUGINS } from './start-up-plugins.mjs';
import makeValidators from './validators.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { version, homepage } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

rmSync(`${root}dist`, { recursive: true, force: true });
await makeValidators();

await build({
  input: {
    main: `${root}src/cli/main.ts`,
    worker: `${root}src/cli/worker.ts`,
    library: `${root}src/index.ts`,
  },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  // The version stands in `main`, which then answers `--version` with one file less.
  optimization: { inlineConst: { mode: 'all' } },
  // For Node it comes as CommonJS, of which nothing can be left out; we write YAML with it, and read with less.
  resolve: { alias: { yaml: `${root}node_modules/yaml/browser/index.js` } },
  plugins: [...START_UP_PLUGINS, ...PACK_PLUGINS],
  // Printers are loaded by the names of their formats, though some commands always need one of them.
  checks: { ineffectiveDynamicImport: false },
  transform: {
    define: { __VERSION__: JSON.stringify(version), __HOMEPAGE__: JSON.stringify(homepage ?? null) },
  },
  // CommonJS: `show` of the sample starts 5 ms sooner than from ES modules on Node 24, 15 ms on Node 20.
  output: {
    dir: `${root}dist/cli`,
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
    // Hints for bundlers: nobody bundles this again, and they take 13 KB.
    comments: { annotation: false },
    codeSplitting: {
      groups: [{ name: chunkOf, debugName: 'chunkOf' }],
      includeDependenciesRecursively: false,
    },
  },
});

// An ES module over the command's own chunks: a second bundle of the same code would double the package.
mkdirSync(`${root}dist/lib`);
writeFileSync(
  `${root}dist/lib/index.js`,
  "import library from '../cli/library.cjs';\n\nexport const { convert, merge, OnrecordError, openProject } = library;\n",
);

// tsc writes the types of every file; the library's own say all that a caller sees.
const types = `${root}node_modules/.cache/onrecord/types`;
execFileSync(
  process.execPath,
  [
    `${root}node_modules/typescript/bin/tsc`,
    '-p',
    `${root}src/build/tsconfig.library.json`,
    '--outDir',
    types,
  ],
  { stdio: 'inherit' },
);
cpSync(`${types}/index.d.ts`, `${root}dist/lib/index.d.ts`);
for (const file of ['open-project', 'options', 'results', 'onrecord-error'])
  cpSync(`${types}/library/${file}.d.ts`, `${root}dist/lib/library/${file}.d.ts`);
