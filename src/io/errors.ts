/** Expected errors: each becomes a line on stderr and an exit status, never a stack trace. */
import { shellWord } from '../core/text/shell-word.ts';

/** Wrong usage, such as an unknown option or an extra file. Status 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** A failure outside the program: missing or unreadable file, full disk. Status 2; other files are still processed. */
export class InputError extends Error {
  readonly path: string;
  readonly hint: string | undefined;
  constructor(path: string, message: string, hint?: string) {
    super(message);
    this.name = 'InputError';
    this.path = path;
    this.hint = hint;
  }
}

/** A name as git has it for a file of a revision: `HEAD~1:talk.yaml`, `origin/main:talk.yaml`, `3f2a9c1:talk.yaml`. */
const IN_A_REVISION = /^(?:HEAD|main|master|[0-9a-f]{7,40}|[^:\s]*[~^@/][^:\s]*):(?!\/\/)./;

export function noSuchFile(name: string): InputError {
  const hint = IN_A_REVISION.test(name)
    ? `only show, diff, reanchor and collate read a file of a revision; write it out: git show ${shellWord(name.replace(/:(?!\.\.?\/)/, ':./'))} > FILE`
    : undefined;
  return new InputError(name, 'no such file or folder', hint);
}

export function folderForFile(name: string): InputError {
  return new InputError(name, 'is a folder, expected a file', 'name a file in it');
}

/** @throws InputError for a name that an empty variable of a script left: it would stand for the current folder. */
export function refuseEmptyName(name: string): void {
  if (name === '') throw noSuchFile('""');
}

/** A file that was to be written is as it was. */
export class NotWritten extends InputError {
  /** Why, without what became of the file. */
  readonly reason: string;
  constructor(path: string, reason: string, hint?: string) {
    super(path, `${reason}; nothing was written`, hint);
    this.reason = reason;
  }
}

/** Another program wrote the file between reading and writing. The command can be run again from the start. */
export class ChangedMeanwhile extends NotWritten {
  constructor(path: string, reason: string) {
    super(path, reason, 'run the command again');
  }
}

/** The reader closed the pipe; the program ends quietly. */
export class BrokenPipe extends Error {}
