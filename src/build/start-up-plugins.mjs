// What is changed in our modules and in others so that the program starts soon.
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

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

/**
 * commander loads `child_process` for executable subcommands, of which we have none: an eighth of a start-up. And Node
 * compiles its module `process` anew each time, though all that is in it is the global.
 */
const LOADED_BY_COMMANDER = {
  "const childProcess = require('node:child_process');":
    "const childProcess = { spawn: (...all) => require('node:child_process').spawn(...all) };",
  "const process = require('node:process');": '',
};
const loadLittleForCommander = {
  name: 'load-little-for-commander',
  transform(code, id) {
    if (!id.endsWith('/commander/lib/command.js')) return;
    return Object.entries(LOADED_BY_COMMANDER).reduce((changed, [eager, late]) => {
      if (!changed.includes(eager))
        throw new Error(`commander has changed: look again what it loads early, no longer ${eager}`);
      return changed.replace(eager, late);
    }, code);
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
  './glob-patterns.ts': `${root}src/io/glob-patterns.ts`,
  './chalk.ts': `${root}src/io/chalk.ts`,
  './portable-sha256.ts': `${root}src/core/portable-sha256.ts`,
};

const lateChunk = name => `late-${name.replace(/^\.\/|\.ts$/g, '')}`;
export const LATE_ENTRIES = Object.fromEntries(
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

export const START_UP_PLUGINS = [
  keepParserStateMonomorphic,
  loadLittleForCommander,
  importLate,
  takeBuiltinsAsTheyAre,
  leaveColourSupportToUs,
];
