/** How git's shell finds this program. */
import path from 'node:path';
import type { Env } from '../../io/env.ts';

const NAME = 'onrecord';

/** The name where it is on the search path: it stays true when the program is moved. Else the whole path, quoted. */
export function programLine(env: Env): string {
  const folders = (env.vars['PATH'] ?? '').split(path.delimiter).filter(folder => path.isAbsolute(folder));
  const isOnPath = folders.some(folder => env.files.kind(path.join(folder, NAME)) === 'file');
  return isOnPath ? NAME : shellQuoted(path.join(env.programFolder, 'bin', 'onrecord.cjs'));
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
