/** The one place where errors become a status. */
import { type Command, CommanderError } from 'commander';
import { ExitStatus } from '../commands/command.ts';
import { VERSION } from '../commands/program-info.ts';
import type { Env } from '../io/env.ts';
import { BrokenPipe, InputError, UsageError } from '../io/errors.ts';
import { visible } from '../printers/escape/visible.ts';
import { writtenInside } from '../project/project-folder.ts';
import { orderedLine } from './command-line.ts';
import { buildProgram, type HeldOutput, isAnswer } from './program.ts';

/** Runs one command line. Never throws and never ends the process. */
export async function run(argv: readonly string[], outside: Env): Promise<ExitStatus> {
  const env: Env = {
    ...outside,
    files: writtenInside(outside.files),
    ...(outside.stderr.isTTY && {
      stderr: (await import('./messages.ts')).fittedStream(outside.stderr, outside.vars),
    }),
  };
  const held: HeldOutput = { stdout: '', stderr: '' };
  let status: ExitStatus = ExitStatus.clean;
  let program: Command | undefined;
  try {
    const line = orderedLine(argv);
    program = await buildProgram(line, env, held, result => {
      status = result;
    });
    await program.parseAsync([...line], { from: 'user' });
  } catch (error) {
    // The reader has what it wanted (`| head`); as with ripgrep, that is a normal end.
    if (error instanceof BrokenPipe) return ExitStatus.clean;
    if (!(error instanceof CommanderError && isAnswer(error))) {
      status = ExitStatus.trouble;
      held.stderr += messageFor(await inOurWords(error, program, argv), argv, env);
    }
  }
  return (await flush(held, env)) ? status : ExitStatus.trouble;
}

/** commander's own complaints become errors of usage. */
async function inOurWords(
  error: unknown,
  program: Command | undefined,
  argv: readonly string[],
): Promise<unknown> {
  if (!(error instanceof CommanderError) || program === undefined) return error;
  const { usageError } = await import('./usage-message.ts');
  const [name] = orderedLine(argv);
  return usageError(error, program.commands.find(command => command.name() === name) ?? program);
}

/** Returns false if the output could not be written in full; nobody may be left to report that to. */
async function flush(held: HeldOutput, env: Env): Promise<boolean> {
  try {
    await writeHeld(held.stdout, env);
    await env.stderr.write(held.stderr);
    return true;
  } catch (error) {
    if (error instanceof BrokenPipe) return true;
    await env.stderr.write(messageFor(error, [], env)).catch(() => {});
    return false;
  }
}

/** Help is read on a terminal as results are. */
async function writeHeld(text: string, env: Env): Promise<void> {
  if (text !== '' && env.stdout.isTTY) await (await import('./result.ts')).show(text, {}, env);
  else await env.stdout.write(text);
}

function messageFor(error: unknown, argv: readonly string[], env: Env): string {
  const hint = (text: string | undefined) => (text === undefined ? '' : `  ${visible(text)}\n`);
  if (error instanceof UsageError) return `onrecord: ${visible(error.message)}\n${hint(error.hint)}`;
  if (error instanceof InputError) {
    return `onrecord: ${visible(error.path)}: ${visible(error.message)}\n${hint(error.hint)}`;
  }
  const debug = argv.includes('--debug') || (env.vars['ONRECORD_DEBUG'] ?? '') !== '';
  const detail =
    error instanceof Error ? ((debug ? error.stack : undefined) ?? error.message) : String(error);
  return (
    `onrecord: internal error: ${visible(detail, { newlines: true })}\n` +
    `  This is a fault of onrecord ${VERSION}, not of your files. Please report it with this message.\n` +
    (debug ? '' : '  Run the command again with --debug to see where it happened.\n')
  );
}
