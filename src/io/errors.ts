/** Errors that are not ours: each becomes a line on stderr and a status, never a stack. */

/** The call is wrong: an unknown option, a file too many. Status 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** The world is wrong: no such file, unreadable, disk full. Status 2; other files are still done. */
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

/** The reader of a pipe went away; the program ends quietly. */
export class BrokenPipe extends Error {}
