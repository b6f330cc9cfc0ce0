/** The real environment of the process. */
import fs from 'node:fs';
import path from 'node:path';
import type { Env } from './env.ts';
import { runGit } from './git.ts';
import { nodeFiles, readRegularFile } from './node-files.ts';
import { outputStream, standardInput } from './node-streams.ts';

export function nodeEnv(programFolder: string, cwd = process.cwd()): Env {
  return {
    cwd,
    vars: process.env,
    stdout: outputStream(1, 'stdout'),
    stderr: outputStream(2, 'stderr'),
    stdin: standardInput(),
    files: nodeFiles(cwd),
    git: runGit,
    today: () => new Date().toISOString().slice(0, 10),
    random: bytes => globalThis.crypto.getRandomValues(new Uint8Array(bytes)),
    programFolder,
    pager: async (text, command) => (await import('./pager.ts')).page(text, command),
    prompts: async colour => (await import('./prompts.ts')).terminalPrompts(colour),
    edit: async (text, name, command) => (await import('./editor.ts')).editText(text, name, command),
    programFile: name => programFile(programFolder, name),
    browser: async () => (await import('./browser.ts')).nodeBrowser(process.env),
  };
}

function programFile(programFolder: string, name: string): Uint8Array | undefined {
  const file = path.join(programFolder, 'data', ...name.split('/'));
  return fs.existsSync(file) ? readRegularFile(file, `data/${name}`) : undefined;
}

/** The folder that holds the program's `data/`, seen from a file in its `dist/` or `src/`. */
export function findProgramFolder(from: string): string {
  let folder = from;
  while (!fs.existsSync(path.join(folder, 'data', 'schema'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the program’s data folder is missing');
    folder = parent;
  }
  return folder;
}
