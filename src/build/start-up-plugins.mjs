// Packages that load more than we use: measured to pay at every start.

/**
 * commander loads `child_process` for executable subcommands, of which we have none.
 */
const EAGER = "const childProcess = require('node:child_process');";
const loadChildProcessLate = {
  name: 'commander-load-child-process-late',
  transform(code, id) {
    if (!id.endsWith('/commander/lib/command.js')) return;
    if (!code.includes(EAGER)) throw new Error(`commander has changed: it no longer says ${EAGER}`);
    return code.replace(
      EAGER,
      "const childProcess = { spawn: (...all) => require('node:child_process').spawn(...all) };",
    );
  },
};

/**
 * chalk asks the terminal what it can do while it is loaded, and for that loads `node:tty` and the streams. We tell it
 * the level of each stream.
 */
const leaveColourSupportToUs = {
  name: 'chalk-leave-colour-support-to-us',
  load(id) {
    if (!id.endsWith('/chalk/source/vendor/supports-color/index.js')) return;
    return 'export default { stdout: false, stderr: false };';
  },
};

/**
 * fast-string-width has patterns with Unicode classes, whose characters V8 looks up while the module is parsed. They are
 * made, of strings, when the width of unusual text is asked for.
 */
const WIDTH_PATTERN = /^const (\w+_RE) = \/(.*)\/(\w+);$/gm;
const INSIDE = '/* CONSTANTS */';
const makeWidthPatternsLate = {
  name: 'fast-string-width-make-patterns-late',
  transform(code, id) {
    if (!id.endsWith('/fast-string-truncated-width/dist/index.js')) return;
    const patterns = [...code.matchAll(WIDTH_PATTERN)];
    if (patterns.length === 0 || !code.includes(INSIDE)) throw new Error('fast-string-width has changed');
    const names = patterns.map(([, name]) => name);
    const made = patterns.map(
      ([, name, source, flags]) => `${name}: new RegExp(${JSON.stringify(source)}, '${flags}')`,
    );
    return `${code.replace(WIDTH_PATTERN, '').replace(INSIDE, `const { ${names} } = patterns ??= make();`)}
let patterns;
const make = () => ({ ${made} });
`;
  },
};

/**
 * rolldown exports every value by a getter, for it may change later. Ours never do: plain values are a tenth less code, and
 * V8 makes no function for each.
 */
const GETTER =
  /^Object\.defineProperty\(exports, ("[^"]+"), \{\s*enumerable: true,\s*get: function \(\) \{\s*return (.+);\s*\}\s*\}\);/gm;
const exportValues = {
  name: 'export-values-instead-of-getters',
  renderChunk(code) {
    const values = code.replace(GETTER, 'exports[$1] = $2;');
    if (/^Object\.defineProperty\(exports, "/m.test(values))
      throw new Error('rolldown has changed: it exports in a way that is not known');
    return values;
  },
};

export const START_UP_PLUGINS = [
  loadChildProcessLate,
  leaveColourSupportToUs,
  makeWidthPatternsLate,
  exportValues,
];
