/** Runs a command again where another program saved a file between its reading and its writing. */
import type { ExitStatus } from '../commands/command.ts';
import type { Env, OutputStream } from '../io/env.ts';
import { ChangedMeanwhile } from '../io/errors.ts';

/** How long a person waits before suspecting that a program hangs. */
const PATIENCE_MS = 5000;

/**
 * Repeats the edit on the new bytes, so that many programs can write one file at once. Only if nothing was written or
 * printed yet: after that, the person decides. The file is locked before it is read again, so that programs that were too
 * late once wait in line; only an editor, which takes no lock, can still come between.
 */
export async function againIfChanged(
  command: (env: Env) => Promise<ExitStatus>,
  env: Env,
): Promise<ExitStatus> {
  const attempt = attempts(env);
  let giveUp = Infinity;
  for (let changed: string | undefined; ; ) {
    const unlock = changed === undefined ? undefined : await lock(changed, env);
    // The time that others take to write is theirs.
    if (changed !== undefined && giveUp === Infinity) giveUp = Date.now() + PATIENCE_MS;
    try {
      return await command(attempt.env);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || attempt.hasActed() || Date.now() > giveUp) throw error;
      changed = error.path;
    } finally {
      unlock?.();
    }
  }
}

/** After a moment: what changed may be part of a longer edit. */
async function lock(file: string, { files }: Env): Promise<() => void> {
  await new Promise(resolve => setTimeout(resolve, 5 + Math.random() * 20));
  return files.lock(file);
}

/** The environment, and whether anything was done with it that would be done twice. Standard input is read once. */
function attempts(env: Env): { readonly env: Env; readonly hasActed: () => boolean } {
  let hasActed = false;
  let input: Promise<Uint8Array> | undefined;
  const acting = <T>(value: T): T => {
    hasActed = true;
    return value;
  };
  const { files, stdout, stderr, stdin } = env;
  return {
    hasActed: () => hasActed,
    env: {
      ...env,
      files: {
        ...files,
        replace: (name, bytes, expected) => acting(files.replace(name, bytes, expected)),
        append: (name, bytes) => acting(files.append(name, bytes)),
        remove: name => acting(files.remove(name)),
      },
      stdout: watched(stdout, acting),
      stderr: watched(stderr, acting),
      stdin: {
        get isTTY() {
          return stdin.isTTY;
        },
        read: () => {
          input ??= stdin.read();
          return input;
        },
      },
    },
  };
}

function watched(stream: OutputStream, acting: (text: string) => string): OutputStream {
  return {
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
    write: text => stream.write(acting(text)),
  };
}
