/**
 * Writes several files as one step. All old and new bytes first go into a lock file, `TRANSCRIPT.edit.lock`; then the
 * files are replaced one by one, the transcript last; then the lock is removed. If the program is killed in between,
 * nothing is lost: the step can be finished or taken back, any number of times.
 */

import path from 'node:path';
import { shellWord } from '../core/text/shell-word.ts';
import type { FileSystem } from '../io/env.ts';
import { ChangedMeanwhile, InputError, NotWritten } from '../io/errors.ts';
import { sameBytes } from '../io/same-bytes.ts';
import { nameIn } from './display-name.ts';
import { resolveReference } from './project-folder.ts';
import { referenceIn } from './recognise.ts';

/** One file of a step. */
export interface FileStep {
  readonly file: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** State of a file in an unfinished step. `changed`: somebody has written it since. */
type StepState = 'before' | 'after' | 'changed';

export interface Unfinished {
  /** In the order in which they are written, the transcript last; empty where the lock itself was not written in full. */
  readonly files: readonly (FileStep & { readonly state: StepState })[];
}

const JOURNAL = 'onrecord/edit-lock@1';

/** The lock file of a transcript, beside the file itself where the name is a link. */
function lockOf(files: FileSystem, transcript: string): string {
  return `${files.real(transcript) ?? files.absolute(transcript)}.edit.lock`;
}

/** Whether an edit of a transcript was begun and neither finished nor taken back. */
export function isUnfinished(files: FileSystem, transcript: string): boolean {
  return files.kind(lockOf(files, transcript)) !== 'missing';
}

/**
 * Replaces files that still hold their `before`, the last one last.
 *
 * @throws InputError where one changed meanwhile or cannot be written. Then nothing was written, or the error says how to
 * finish.
 */
export function writeTogether(files: FileSystem, steps: readonly FileStep[]): void {
  const changed = steps.filter(({ before, after }) => !sameBytes(before, after));
  const main = steps.at(-1);
  if (main === undefined || changed.length === 0) return;
  if (changed.length === 1) {
    files.replace(changed[0]!.file, changed[0]!.after, changed[0]!.before);
    return;
  }
  for (const { file, before } of changed)
    if (!sameBytes(files.read(file), before))
      throw new ChangedMeanwhile(file, 'the file changed while it was being edited');
  begin(files, main.file, encoded(files, changed, main.file));
  try {
    for (const { file, before, after } of changed) files.replace(file, after, before);
  } catch (error) {
    if (isTakenBack(files, main.file) || !(error instanceof InputError)) throw error;
    // This file was not written; others may have been.
    const reason = error instanceof NotWritten ? error.reason : error.message;
    throw new InputError(error.path, `${reason}; the edit is unfinished`, waysOut(main.file));
  }
  end(files, main.file);
}

/** Writes the lock. Where that fails after it has its name, it is taken away again: no file was touched. */
function begin(files: FileSystem, transcript: string, bytes: Uint8Array): void {
  const lock = lockOf(files, transcript);
  try {
    files.replace(lock, bytes, undefined);
  } catch (error) {
    // Somebody else's lock stays.
    if (files.kind(lock) === 'file' && sameBytes(files.read(lock), bytes)) end(files, transcript);
    throw error;
  }
}

/**
 * Removes the lock, also where the disk fails once.
 *
 * @throws InputError where it stays: the files are as they should be, and the message says how to go on.
 */
function end(files: FileSystem, transcript: string): void {
  const lock = lockOf(files, transcript);
  try {
    files.remove(lock);
  } catch {
    try {
      files.remove(lock);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(
        transcript,
        `the lock of its edit cannot be removed: ${error.message}`,
        waysOut(transcript),
      );
    }
  }
}

/** A failure in the middle leaves nothing behind if the old bytes can be written back; else the lock stays. */
function isTakenBack(files: FileSystem, transcript: string): boolean {
  try {
    const left = unfinishedEdit(files, transcript);
    if (left !== undefined) abortEdit(files, transcript, left);
    return true;
  } catch {
    return false;
  }
}

/** Refuses a transcript with an unfinished edit: anything written now would be lost in it. @throws InputError */
export function refuseUnfinished(files: FileSystem, transcript: string): void {
  if (!isUnfinished(files, transcript)) return;
  throw new NotWritten(transcript, 'an edit of it is unfinished', waysOut(transcript));
}

/**
 * The same for a file that any command writes: the transcript of an edit, or a layer of it, which is one of the files that
 * the edit changes.
 * @throws InputError
 */
export function refuseUnfinishedFile(files: FileSystem, name: string): void {
  refuseUnfinished(files, name);
  const reference = files.kind(name) === 'file' ? referenceOf(files, name) : undefined;
  const target = reference === undefined ? undefined : resolveReference(files, name, reference);
  if (target !== undefined && 'path' in target)
    refuseUnfinished(files, path.relative(files.absolute('.'), target.path));
}

/** The transcript that a layer names; what cannot be read, or is larger than any layer, was in no edit. */
function referenceOf(files: FileSystem, name: string): string | undefined {
  try {
    return referenceIn(files.read(name));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The unfinished edit of a transcript; undefined if there is none. */
export function unfinishedEdit(files: FileSystem, transcript: string): Unfinished | undefined {
  if (!isUnfinished(files, transcript)) return undefined;
  const steps = decoded(files.read(lockOf(files, transcript)));
  return {
    files: steps.map(step => {
      const file = insideProject(files, transcript, step.file);
      return { ...step, file, state: stateOf(files, file, step) };
    }),
  };
}

/**
 * Writes the rest.
 *
 * @throws InputError if somebody has changed one of the files since: then nothing is written.
 */
export function continueEdit(files: FileSystem, transcript: string, { files: steps }: Unfinished): void {
  const stranger = steps.find(({ state }) => state === 'changed');
  if (stranger !== undefined)
    throw new NotWritten(
      stranger.file,
      'the file changed since the edit began',
      `take the edit back: onrecord edit ${shellWord(transcript)} --abort`,
    );
  for (const { file, before, after, state } of steps)
    if (state === 'before') files.replace(file, after, before);
  end(files, transcript);
}

/** Puts back what was written; returns the files that somebody changed since, which stay as they are. */
export function abortEdit(files: FileSystem, transcript: string, { files: steps }: Unfinished): string[] {
  for (const { file, before, after, state } of [...steps].reverse())
    if (state === 'after') files.replace(file, before, after);
  end(files, transcript);
  return steps.filter(({ state }) => state === 'changed').map(({ file }) => file);
}

function waysOut(transcript: string): string {
  const edit = `onrecord edit ${shellWord(transcript)}`;
  return `finish it: ${edit} --continue; or take it back: ${edit} --abort`;
}

function stateOf(files: FileSystem, file: string, { before, after }: FileStep): StepState {
  const present = files.kind(file) === 'file' ? files.read(file) : undefined;
  if (present === undefined) return 'changed';
  return sameBytes(present, after) ? 'after' : sameBytes(present, before) ? 'before' : 'changed';
}

/**
 * A lock may come from a stranger, as any file does: it must name nothing outside the project.
 *
 * @throws InputError if it does.
 */
function insideProject(files: FileSystem, transcript: string, name: string): string {
  const target = resolveReference(files, transcript, name);
  if ('path' in target) return path.relative(files.absolute('.'), target.path);
  throw new InputError(
    lockOf(files, transcript),
    `${name}: ${target.refused}`,
    'remove the lock if it is not yours',
  );
}

interface StoredFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

function encoded(files: FileSystem, steps: readonly FileStep[], transcript: string): Uint8Array {
  const real = (file: string) => files.real(file) ?? files.absolute(file);
  const folder = path.dirname(real(transcript));
  const stored = steps.map(
    ({ file, before, after }): StoredFile => ({
      file: nameIn(folder, real(file)),
      before: Buffer.from(before).toString('base64'),
      after: Buffer.from(after).toString('base64'),
    }),
  );
  return new TextEncoder().encode(`${JSON.stringify({ schema: JOURNAL, files: stored })}\n`);
}

/** Empty where the lock was not written in full: then no file was touched. */
function decoded(bytes: Uint8Array): FileStep[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return [];
  }
  const { schema, files } = (value ?? {}) as { schema?: unknown; files?: readonly StoredFile[] };
  if (schema !== JOURNAL || !Array.isArray(files)) return [];
  return files.map(({ file, before, after }) => ({
    file: String(file),
    before: Buffer.from(String(before), 'base64'),
    after: Buffer.from(String(after), 'base64'),
  }));
}
