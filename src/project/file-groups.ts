/** Files of one talk, found together by a quick look: no file is read as YAML for it. */
import { getOrMake } from '../core/maps.ts';
import { STDIN } from '../core/model/standard-input.ts';
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import type { FileToCheck } from './files-to-check.ts';
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
  // One file belongs to one talk, whatever is in it.
  if (files.length === 1) return [{ files: [...files], paths: [files[0]!.name], bytes: 0 }];
  const groups = new Map<string, FileGroup>();
  const seen = new Set<string>();
  for (const file of files) {
    const { bytes, path, transcript } = look(file, env);
    if (seen.has(path)) continue;
    seen.add(path);
    const group = getOrMake(groups, transcript, () => ({ files: [], paths: [], bytes: 0 }));
    group.files.push(bytes === undefined || !keepsContent ? file : { name: file.name, bytes });
    group.paths.push(path);
    group.bytes += bytes?.length ?? 0;
  }
  return [...groups.values()];
}

/** The part of a thread's worth that the first job, which needs no thread, has done when the others begin. */
const HEAD_START = 1 / 8;

/**
 * Parts of about the same size, for as many jobs; one part where more do not pay. Files stay in their order, so that what
 * the jobs say comes in the order of one job.
 *
 * @param worth bytes of input that make up for a thread
 */
export function partsOf(groups: readonly FileGroup[], jobs: number, worth: number): FileGroup[][] {
  const total = groups.reduce((sum, { bytes }) => sum + bytes, 0);
  const count = Math.min(jobs, groups.length, Math.floor(total / worth));
  if (count < 2) return [[...groups]];
  const parts: FileGroup[][] = Array.from({ length: count }, () => []);
  const headStart = worth * HEAD_START;
  const size = (total + headStart) / count;
  let before = headStart;
  for (const group of groups) {
    parts[Math.min(count - 1, Math.floor((before + group.bytes / 2) / size))]!.push(group);
    before += group.bytes;
  }
  return parts.filter((part, index) => index === 0 || part.length > 0);
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
    // Its reader reports what is wrong.
    if (error instanceof InputError) return { path: file.name, transcript: file.name };
    throw error;
  }
}
