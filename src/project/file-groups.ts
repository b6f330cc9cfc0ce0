/** Files of one talk, found together by a quick look: no file is read as YAML for it. */
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import type { FileToCheck } from './files-to-check.ts';
import { STDIN } from './loaded-file.ts';
import { resolveReference } from './project-folder.ts';
import { referenceIn } from './recognise.ts';

/** Files that belong together: a transcript, and the layers that seem to name it. */
export interface FileGroup {
  readonly files: FileToCheck[];
  /** Their real paths. */
  readonly paths: string[];
  bytes: number;
}

/** @param keepsContent whether what was read of a file stays with it */
export function groupsOf(files: readonly FileToCheck[], env: Env, keepsContent: boolean): FileGroup[] {
  const groups = new Map<string, FileGroup>();
  const seen = new Set<string>();
  for (const file of files) {
    const { bytes, path, transcript } = look(file, env);
    if (seen.has(path)) continue;
    seen.add(path);
    let group = groups.get(transcript);
    if (group === undefined) {
      group = { files: [], paths: [], bytes: 0 };
      groups.set(transcript, group);
    }
    group.files.push(bytes === undefined || !keepsContent ? file : { name: file.name, bytes });
    group.paths.push(path);
    group.bytes += bytes?.length ?? 0;
  }
  return [...groups.values()];
}

/** A file's real path, and that of the transcript it seems to belong to. */
function look(file: FileToCheck, env: Env): { bytes?: Uint8Array; path: string; transcript: string } {
  if (file.name === STDIN) return { path: STDIN, transcript: STDIN };
  try {
    const path = env.files.real(file.name) ?? file.name;
    const bytes = file.bytes ?? env.files.read(file.name);
    const reference = referenceIn(bytes);
    const target = reference === undefined ? undefined : resolveReference(env.files, file.name, reference);
    const named = target !== undefined && 'path' in target ? env.files.real(target.path) : undefined;
    const transcript = named ?? path;
    return { bytes, path, transcript };
  } catch (error) {
    // Whoever reads it will say what is wrong.
    if (error instanceof InputError) return { path: file.name, transcript: file.name };
    throw error;
  }
}
