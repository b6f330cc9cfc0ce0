// Builds what users install: the command-line program as CommonJS chunks, and the library as ES modules with types.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

rmSync(`${root}/dist`, { recursive: true, force: true });

/**
 * js-yaml spreads its options into a new state object on every call, so that each call brings another hidden class and
 * V8 throws its optimised code away. Plain fields make a thousand small files read more than twice as fast.
 */
const keepParserStateMonomorphic = {
  name: 'keep-parser-state-monomorphic',
  transform(code, id) {
    if (!id.includes('node_modules/js-yaml/')) return;
    const spread = /\.\.\.DEFAULT_PARSER_OPTIONS,\s*\.\.\.options,(?=\s*input:)/;
    if (!spread.test(code))
      throw new Error('js-yaml has changed: look again whether its parser state needs this');
    return code.replace(
      spread,
      'filename: options.filename ?? DEFAULT_PARSER_OPTIONS.filename, maxDepth: options.maxDepth ?? DEFAULT_PARSER_OPTIONS.maxDepth,',
    );
  },
};

/** commander loads this module for executable subcommands, of which we have none; it is an eighth of a start-up. */
const loadChildProcessLate = {
  name: 'load-child-process-late',
  transform(code, id) {
    if (!id.endsWith('/commander/lib/command.js')) return;
    const eager = "const childProcess = require('node:child_process');";
    if (!code.includes(eager))
      throw new Error('commander has changed: look again whether it loads child_process early');
    return code.replace(
      eager,
      "const childProcess = { spawn: (...all) => require('node:child_process').spawn(...all) };",
    );
  },
};

/**
 * chalk asks the terminal what it can do while it is loaded, and for that loads `node:tty`, streams and sockets with it.
 * We tell it the level of each stream.
 */
const leaveColourSupportToUs = {
  name: 'leave-colour-support-to-us',
  load(id) {
    if (!id.endsWith('/chalk/source/vendor/supports-color/index.js')) return;
    return 'export default { stdout: false, stderr: false };';
  },
};

/**
 * Text of ASCII alone is taken as it is; other text is decoded and held at two bytes a character. The raw templates of
 * the rules' examples would show the escapes.
 */
function writeAsciiOnly({ fileName, code, moduleIds }) {
  if (moduleIds.some(id => id.includes('/src/rules/'))) return;
  const ascii = code.replace(
    /[^\0-\x7f]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(`${root}/dist/cli/${fileName}`, ascii);
}

// CommonJS starts 8 to 10 ms sooner than ES modules on every Node from 20 to 26, and chunks that are loaded only when
// their command is called keep the rest out of the way.
// `main` answers what needs no chunk and loads the chunks of `start`, so that the two share none.
for (const entry of ['main', 'start']) {
  const bundle = await rolldown({
    input: { [entry]: `${root}/src/cli/${entry}.ts` },
    platform: 'node',
    plugins: [keepParserStateMonomorphic, loadChildProcessLate, leaveColourSupportToUs],
    transform: { define: { __VERSION__: JSON.stringify(version) } },
  });
  const { output } = await bundle.write({
    dir: `${root}/dist/cli`,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
    // What several commands share comes as one file: opening thirty small ones is a tenth of a start-up.
    codeSplitting: { groups: [{ name: 'common', minShareCount: 6, minSize: 0 }] },
  });
  await bundle.close();
  output.filter(({ type }) => type === 'chunk').forEach(writeAsciiOnly);
}

execFileSync(process.execPath, [`${root}/src/build/record-code-cache.mjs`]);

execFileSync(
  process.execPath,
  [`${root}/node_modules/typescript/bin/tsc`, '-p', `${root}/src/build/tsconfig.library.json`],
  {
    stdio: 'inherit',
  },
);

// tsc writes what it compiles; the generated validators are JavaScript already.
for (const file of ['validate.js', 'validate.d.ts']) {
  cpSync(`${root}/src/core/schema/generated/${file}`, `${root}/dist/lib/core/schema/generated/${file}`);
}
