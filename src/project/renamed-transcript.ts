/** What to do about a layer whose transcript has another name by now. */
import path from 'node:path';
import type { Layer } from '../core/model/model.ts';
import type { Document } from '../core/model/project.ts';
import { STDIN_SHOWN } from '../core/model/standard-input.ts';
import { shellWord } from '../core/text/shell-word.ts';
import type { Env } from '../io/env.ts';
import { renameOf } from '../io/renames.ts';
import { displayName, nameIn } from './display-name.ts';
import { topOf } from './earlier-versions.ts';

/** What became of a transcript that is not there. */
export interface Renamed {
  /** Its name now, as the command line has it. */
  readonly renamedTo: string;
  /** The command that makes the layer one of that file. */
  readonly step: string;
}

/** Returns undefined if git knows of no rename. */
export function renamedTranscript({ file, value }: Document<Layer>, env: Env): Renamed | undefined {
  const { files, git } = env;
  // A revision has its files under the names of its time.
  if (file === STDIN_SHOWN || 'commit' in files) return undefined;
  const folder = path.dirname(files.real(file) ?? files.absolute(file));
  const top = topOf(env, folder);
  if (top === undefined) return undefined;
  const old = path.resolve(folder, value.transcript);
  const rename = renameOf(git, top, nameIn(top, old));
  const now = rename && path.join(top, rename.now);
  if (now === undefined || files.kind(now) !== 'file') return undefined;
  const renamedTo = displayName(env, now);
  const names = [`${rename!.before}:${displayName(env, old)}`, renamedTo, file];
  return { renamedTo, step: `onrecord reanchor ${names.map(shellWord).join(' ')}` };
}
