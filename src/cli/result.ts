/** Where a result goes: a file, the pager of a terminal, or the terminal itself. Not loaded in a pipe. */
import type { ExitStatus } from '../commands/command.ts';
import { writeNewFile } from '../commands/write-new-file.ts';
import type { Env, FileSystem } from '../io/env.ts';

type Options = Readonly<Record<string, unknown>>;

const STDOUT = '-';
const DEFAULT_PAGER = 'less -FRX';

/** Runs a command with its stdout collected, then delivers that: to the file of `--output`, or to the reader. */
export async function collectResult(
  run: (env: Env) => Promise<ExitStatus>,
  args: readonly unknown[],
  options: Options,
  env: Env,
): Promise<ExitStatus> {
  const output = options['output'] as string | undefined;
  const file = output === STDOUT ? undefined : output;
  let text = '';
  const collector = {
    ...(file === undefined ? { isTTY: env.stdout.isTTY, columns: env.stdout.columns } : IN_FILE),
    write: async (more: string) => {
      text += more;
    },
  };
  if (file === undefined) {
    const status = await run({ ...env, stdout: collector });
    await show(text, options, env);
    return status;
  }
  // Also what options, folders, globs and the configuration led to.
  const inputs = new Set(args.flat().map(String));
  const files: FileSystem = {
    ...env.files,
    read: name => {
      inputs.add(name);
      return env.files.read(name);
    },
  };
  const status = await run({ ...env, files, stdout: collector });
  // The output of a command that failed is no result.
  if (text !== '') writeNewFile(file, text, [...inputs], options['force'] === true, env);
  return status;
}

const IN_FILE = { isTTY: false, columns: undefined };

/** Writes a text to stdout; one that is longer than the terminal goes through the pager. */
export async function show(text: string, options: Options, env: Env): Promise<void> {
  const command = pagerFor(env, options);
  const isLong = env.stdout.rows !== undefined && text.split('\n').length > env.stdout.rows;
  if (isLong && command !== undefined && (await env.pager?.(text, command)) === true) return;
  await env.stdout.write(text);
}

function pagerFor({ vars, stdout }: Env, options: Options): string | undefined {
  if (!stdout.isTTY || options['pager'] === false || vars['TERM'] === 'dumb') return undefined;
  const command = vars['ONRECORD_PAGER'] ?? vars['PAGER'] ?? DEFAULT_PAGER;
  return command.trim() === '' || command.trim() === 'cat' ? undefined : command;
}
