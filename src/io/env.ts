/** Everything outside the program, as an argument: tests hand over their own. */
import type { Prompts } from './asking.ts';

export interface OutputStream {
  /** Resolves when the chunk has been taken; rejects with `BrokenPipe` when the reader went away. */
  write(text: string): Promise<void>;
  readonly isTTY: boolean;
  /** Columns of the terminal; undefined if the stream is not a terminal. */
  readonly columns: number | undefined;
  /** Rows of the terminal; undefined if the stream is not a terminal, or does not know. */
  readonly rows?: number | undefined;
}

/** Threads in which the program runs parts of a command beside itself. */
export interface Threads {
  /** Processors available to this program. */
  readonly processors: number;
  /** Bytes of input that justify starting a thread: each one loads and compiles the program again. */
  readonly worth: number;
  /** Runs the program's task for threads. Input and result are copied; what the task throws rejects. */
  run(input: unknown): Promise<unknown>;
}

/** Shows files to the person who runs the program. */
export interface Browser {
  /** Makes a new folder that the system clears some day, and returns its path. */
  temporaryFolder(): string;
  /** Resolves when the browser has started. @throws InputError if there is none. */
  open(file: string): Promise<void>;
}

/** Reports long work to somebody who waits at a terminal. */
export interface Progress {
  /** Says how many are done and which is next. Awaited, so that Ctrl-C is heard between two of them. */
  at(done: number, name: string): Promise<void>;
  /** Takes the row away: nothing else may be printed before. */
  end(): Promise<void>;
}

export interface Env {
  readonly cwd: string;
  readonly vars: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: { readonly isTTY: boolean; read(): Promise<Uint8Array> };
  readonly files: FileSystem;
  readonly git: Git;
  /** Today in UTC, `YYYY-MM-DD`; only `annotate` asks for it. */
  today(): string;
  /** Random bytes for new ids. */
  random(bytes: number): Uint8Array;
  /** Absolute path of the folder that holds the program's `data/`, for programs that call this one. */
  readonly programFolder: string;
  /**
   * The bytes of a file in the program's own `data/`, even if `files` is something else; undefined if it does not exist.
   * @param name its path in there, with `/`: `presets/strict.yaml`.
   */
  programFile(name: string): Uint8Array | undefined;
  /**
   * Shows a text in a pager on the terminal and resolves when the reader leaves it; false if there is no such program.
   * Absent if nobody is at a terminal.
   */
  pager?(text: string, command: string): Promise<boolean>;
  /** Loaded when a page is opened; absent if nobody would see it. */
  readonly browser?: (() => Promise<Browser>) | undefined;
  /**
   * Starts to report work: "checking 412 of 1,000 files, 41 %". Absent if nobody is at a terminal.
   * @param noun what is counted, in the singular.
   */
  progress?(doing: string, total: number, noun: string): Progress;
  /** Asks the person at the terminal; absent if there is none. @param colour whether the questions are coloured. */
  readonly prompts?: ((colour: boolean) => Promise<Prompts>) | undefined;
  /** Opens a text in an editor; undefined if that fails. @param command for the shell. @param name of the file. */
  readonly edit?: ((text: string, name: string, command: string) => Promise<string | undefined>) | undefined;
  /** Absent if everything runs in one thread. */
  readonly threads?: Threads | undefined;
}

interface GitResult {
  readonly status: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Runs git in a folder. @param input what git reads on its standard input. */
export type Git = (args: readonly string[], folder: string, input?: string) => GitResult;

/** Bytes, or a text to be written in UTF-8, whole or in parts that end between characters. */
export type FileContent = Uint8Array | string | Iterable<string>;

export interface FileSystem {
  /** The absolute form of a path that is relative to the working directory. */
  absolute(path: string): string;
  /** The bytes of a regular file; throws `InputError` for everything else (missing, folder, device, too big). */
  read(path: string): Uint8Array;
  /**
   * Replaces a file's content: afterwards the file is the old or the new one, never anything else. `expected` is what was
   * read (undefined: a new file), or `anything` if the new content does not depend on the old and the person wants that
   * gone.
   */
  replace(path: string, content: FileContent, expected: Uint8Array | 'anything' | undefined): void;
  /**
   * Keeps every other program from replacing a file until this one has replaced it or calls the returned function. Waits
   * for programs that came before; throws `InputError` if one of them takes too long.
   */
  lock(path: string): Promise<() => void>;
  /** Adds bytes at the end of a file that another program reads, such as a log; it is made if it is missing. */
  append(path: string, bytes: Uint8Array): void;
  /** Names in a folder, sorted by code unit; with a `/` after folders. */
  list(folder: string): string[];
  /** The names in a folder that are links, as of its last listing. */
  links(folder: string): readonly string[];
  /** The names in a folder that are neither files, folders nor links, as of its last listing. */
  special(folder: string): readonly string[];
  kind(path: string): 'file' | 'folder' | 'other' | 'missing';
  /** The path with every link followed; undefined if nothing is there. */
  real(path: string): string | undefined;
  makeFolder(path: string): void;
  /** Removes a file, if it exists. */
  remove(path: string): void;
}
