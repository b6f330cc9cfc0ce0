/** Findings for transcripts whose edit was killed. */
import path from 'node:path';
import { getOrMake } from '../core/maps.ts';
import type { Finding } from '../core/model/finding.ts';
import { shellWord } from '../core/text/shell-word.ts';
import type { FileSystem } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import type { LoadedFile } from './loaded-file.ts';

/** Folders are listed once, rather than a lock sought for each of their transcripts. */
export async function unfinishedEdits(
  transcripts: readonly LoadedFile[],
  files: FileSystem,
): Promise<Finding[]> {
  const locked = new Map<string, boolean>();
  const hasLock = (folder: string) =>
    getOrMake(
      locked,
      folder,
      () => files.kind(folder) === 'folder' && files.list(folder).some(name => name.endsWith('.edit.lock')),
    );
  const findings: Finding[] = [];
  for (const { file } of transcripts) {
    const real = files.real(file);
    if (real === undefined || !hasLock(path.dirname(real))) continue;
    const { isUnfinished } = await import('./edit-journal.ts');
    if (isUnfinished(files, file)) findings.push(await findingFor(file, files));
  }
  return findings;
}

async function findingFor(file: string, files: FileSystem): Promise<Finding> {
  const edit = `onrecord edit ${shellWord(file)}`;
  const common = { rule: 'edit-unfinished', severity: 'error', file } as const;
  const { unfinishedEdit } = await import('./edit-journal.ts');
  try {
    const left = unfinishedEdit(files, file)!.files;
    const names = (...states: string[]) =>
      left.filter(({ state }) => states.includes(state)).map(step => step.file);
    const [done, open] = [names('after'), names('before', 'changed')];
    if (done.length === 0)
      return {
        ...common,
        message: `an edit of ${file} was killed before any file was written`,
        help: `\`${edit} --continue\` finishes it, \`${edit} --abort\` takes it back`,
      };
    return {
      ...common,
      message:
        open.length === 0
          ? `an edit of ${file} was written, and its lock is left`
          : `an edit of ${file} wrote ${done.join(', ')} and not ${open.join(', ')}`,
      help: `\`${edit} --continue\` finishes it, \`${edit} --abort\` takes it back`,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return {
      ...common,
      message: `the lock of an edit names what it may not: ${error.message}`,
      help: error.hint ?? '',
    };
  }
}
