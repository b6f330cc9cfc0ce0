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

export const START_UP_PLUGINS = [loadChildProcessLate, leaveColourSupportToUs];
