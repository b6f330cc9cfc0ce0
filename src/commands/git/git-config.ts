/** Our settings in git's configuration, and how git's shell finds this program. */
import path from 'node:path';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';

export type Scope = 'local' | 'global';

/** git's exit status for a setting that does not exist. */
const NOTHING_TO_UNSET = 5;

/** If the program were missing, git would leave OURS unmarked, and the next `git add` would lose THEIRS. */
const WITHOUT_PROGRAM =
  '{ status=$?; test $status -ne 127 || git merge-file -q --marker-size=%L %A %O %B; exit $status; }';

/**
 * git puts each path into single quotes by itself: quotes of ours around a placeholder would undo them, and a file name
 * such as `$(command)` would be run. `--` keeps a name that begins with a dash from being an option.
 */
function settings(program: string): Readonly<Record<string, string>> {
  return {
    'merge.onrecord.name': 'transcripts and layers by meaning',
    'merge.onrecord.driver': `${program.replaceAll('%', '%%')} merge-driver -- %O %A %B %L %P || ${WITHOUT_PROGRAM}`,
    'diff.onrecord.textconv': `${program} textconv --`,
  };
}

export function configure(scope: Scope, folder: string, program: string, env: Env): void {
  for (const [name, value] of Object.entries(settings(program)))
    change(['--replace-all', name, value], scope, folder, env);
}

export function unconfigure(scope: Scope, folder: string, env: Env): void {
  for (const name of Object.keys(settings(''))) change(['--unset-all', name], scope, folder, env);
}

function change(args: readonly string[], scope: Scope, folder: string, env: Env): void {
  const { status, stderr } = env.git(['config', `--${scope}`, ...args], folder);
  if (status !== 0 && status !== NOTHING_TO_UNSET)
    throw new InputError('git config', stderr.trim() || `ended with ${status}`);
}

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
