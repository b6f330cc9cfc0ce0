/** Runs a command again where another program saved a file between its reading and its writing. */
import type { ExitStatus } from '../commands/command.ts';
import type { Env, OutputStream } from '../io/env.ts';
import { ChangedMeanwhile } from '../io/errors.ts';

/** As long as a person waits before thinking that a program hangs. */
const PATIENCE_MS = 5000;

/**
 * The edit is made again on the new bytes, so that many programs can write one file at once. Only while nothing was written
 * and nothing was printed: later the person decides.
 */
export async function againIfChanged(
  command: (env: Env) => Promise<ExitStatus>,
  env: Env,
): Promise<ExitStatus> {
  const giveUp = Date.now() + PATIENCE_MS;
  const attempt = attempts(env);
  for (;;) {
    try {
      return await command(attempt.env);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || attempt.hasActed() || Date.now() > giveUp) throw error;
      await new Promise(resolve => setTimeout(resolve, 5 + Math.random() * 20));
    }
  }
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
        isTTY: stdin.isTTY,
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
