/** The browser of whoever runs the program. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from './env.ts';
import { InputError } from './errors.ts';

/** The program that opens a file with what the person has chosen for its kind. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', win32: 'explorer.exe' };

/** @param vars the environment, in which `BROWSER` names another program */
export function nodeBrowser(vars: Readonly<Record<string, string | undefined>>): Browser {
  const program = vars['BROWSER'] || (OPENERS[process.platform] ?? 'xdg-open');
  return {
    temporaryFolder: () => fs.mkdtempSync(path.join(os.tmpdir(), 'onrecord-')),
    open: file =>
      new Promise((resolve, reject) => {
        // Without a shell: the name of a file is never read as a command. The browser stays when this program ends.
        const child = spawn(program, [file], { stdio: 'ignore', detached: true });
        child.once('error', error => {
          const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
          const why = isMissing ? 'not found; it would open the page' : error.message;
          reject(new InputError(program, why, `open ${file} yourself, or name a program in BROWSER`));
        });
        child.once('spawn', () => {
          child.unref();
          resolve();
        });
      }),
  };
}
