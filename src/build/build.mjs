// Builds what users install: the command-line program as CommonJS chunks, and the library as ES modules with types.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

rmSync(`${root}dist`, { recursive: true, force: true });

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
 * What most runs never need, by the name under which it is imported: chunks of their own, loaded when a function of them
 * is first called. Only functions can be imported from these.
 */
const SELDOM_NEEDED = {
  'fast-string-width': 'fast-string-width',
  './full-reader.ts': `${root}src/formats/yaml/full-reader.ts`,
  './written-scalar.ts': `${root}src/formats/yaml/written-scalar.ts`,
  './schema-errors.ts': `${root}src/core/schema/schema-errors.ts`,
};

const lateChunk = name => `late-${name.replace(/^\.\/|\.ts$/g, '')}`;
const LATE_ENTRIES = Object.fromEntries(
  Object.entries(SELDOM_NEEDED).map(([name, file]) => [lateChunk(name), file]),
);

const importLate = {
  name: 'import-late',
  transform(code, id) {
    if (!id.startsWith(`${root}src/`)) return;
    return code.replace(
      /^import (type )?(?:(\w+)|\{([^}]*)\}) from '([^']+)';$/gm,
      (line, isType, all, some, from) => {
        if (isType !== undefined || !Object.hasOwn(SELDOM_NEEDED, from)) return line;
        const late = (name, key) =>
          `const ${name} = (...all) => require('${lateChunk(from)}').${key}(...all);`;
        if (all !== undefined) return late(all, 'default');
        const names = some.split(',').filter(name => !/^\s*(?:type\s|$)/.test(name));
        return names.map(name => late(name.trim(), name.trim())).join(' ');
      },
    );
  },
};

/** A default import of what is built into Node would copy all that the module has, getter by getter. */
const takeBuiltinsAsTheyAre = {
  name: 'take-builtins-as-they-are',
  transform(code, id) {
    if (!id.startsWith(`${root}src/`)) return;
    return code.replace(/^import (\w+) from '(node:\w+)';$/gm, "const $1 = process.getBuiltinModule('$2');");
  },
};

/**
 * The functions of two lines inside the rounds of SHA-256, written out: pins are hashed at every start, when calls cost
 * more than what they do.
 */
const writeOutRounds = {
  name: 'write-out-rounds',
  transform(code, id) {
    if (!id.endsWith('/@noble/hashes/sha2.js')) return;
    const rounds = code
      .replace(
        /\brotr\((\w+), (\d+)\)/g,
        (_, word, shift) => `((${word} << ${32 - shift}) | (${word} >>> ${shift}))`,
      )
      .replace(/\bChi\((\w), (\w), (\w)\)/g, '(($1 & $2) ^ (~$1 & $3))')
      .replace(/\bMaj\((\w), (\w), (\w)\)/g, '(($1 & $2) ^ ($1 & $3) ^ ($2 & $3))');
    if (/\b(?:rotr|Chi|Maj)\(/.test(rounds))
      throw new Error('@noble/hashes has changed: look again at its rounds');
    return rounds;
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

/** Writes a chunk again, as the loader of chunks likes it. */
function finish({ fileName, code, moduleIds }) {
  const named = code.replace(/require\("(late-[\w-]+)"\)/g, 'require("./$1.cjs")');
  // The raw templates of the rules' examples would show the escapes.
  const hasExamples = moduleIds.some(id => id.includes('/src/rules/'));
  writeFileSync(`${root}dist/cli/${fileName}`, hasExamples ? named : asciiOnly(named));
}

/** Text of ASCII alone is taken as it is; other text is decoded and held at two bytes a character. */
function asciiOnly(code) {
  return code.replace(
    /[^\0-\x7f]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

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
    plugins: [
      keepParserStateMonomorphic,
      loadChildProcessLate,
      leaveColourSupportToUs,
      importLate,
      takeBuiltinsAsTheyAre,
      writeOutRounds,
      noteImports,
    ],
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
