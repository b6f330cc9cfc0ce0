/** A pager on the terminal: `less`, or what the reader prefers. */

/** The shell's exit statuses for a program that is missing or cannot be run. */
const NOT_RUN: readonly (number | null)[] = [126, 127];

/** Settings of pagers that know no options of ours, as git has them; those of the reader win. */
const SETTINGS = { LESS: 'FRX', LESSCHARSET: 'utf-8', LV: '-c' };

/** Shows `text` in `command`, run by the shell as git runs it. False if it could not be run. */
export function page(text: string, command: string): Promise<boolean> {
  // Loaded for the pager alone: it would cost every start.
  const { spawn } = process.getBuiltinModule('node:child_process');
  // Ctrl-C is for the pager: if this program ended at it, pager and shell would both read the keys.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return new Promise(resolve => {
    const end = (status: number | null) => {
      process.off('SIGINT', ignore);
      resolve(!NOT_RUN.includes(status));
    };
    const child = spawn(command, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...SETTINGS, ...process.env },
    });
    child.on('error', () => end(127));
    child.on('close', end);
    // A reader who leaves early closes the pipe.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}
