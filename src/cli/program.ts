/** The commander tree: every command by name and summary, and the one that is called with its options. */
import { Command, type CommanderError } from 'commander';
import { refuseCombinations } from '../commands/combinations.ts';
import type { CommandEntry, CommandModule, ExitStatus } from '../commands/command.ts';
import { declareOptions } from '../commands/declare-options.ts';
import { takeFormatFromName } from '../commands/format-option.ts';
import { COMMANDS } from '../commands/index.ts';
import { VERSION } from '../commands/program-info.ts';
import type { Env } from '../io/env.ts';
import { againIfChanged } from './again.ts';

/** Buffers commander's output (help, usage errors), so that it is written in full. */
export interface HeldOutput {
  stdout: string;
  stderr: string;
}

/**
 * Builds the program for one command line. Only the command that is called is loaded, so that the others cost nothing.
 * `settle` receives the status of the command that ran.
 */
export async function buildProgram(
  argv: readonly string[],
  env: Env,
  held: HeldOutput,
  settle: (status: ExitStatus) => void,
): Promise<Command> {
  // commander formats help at once, so its pages are loaded before it is asked.
  const pages = isHelp(argv) ? await import('./help-page.ts') : undefined;
  const program = new Command('onrecord');
  program
    .usage('<command> [options] [files]')
    .version(`onrecord ${VERSION}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: text => {
        held.stdout += text;
      },
      // `usageError` reports errors.
      writeErr: () => {},
      getOutHelpWidth: () => env.stdout.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => env.stderr.columns ?? HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  if (pages !== undefined)
    program.configureHelp({
      formatHelp: (command, helper) => {
        const columns = helper.helpWidth ?? HELP_WIDTH;
        return command === program
          ? pages.rootPage(columns)
          : pages.commandPage(command, helper, argv.includes('--help'), columns);
      },
    });
  program.action(() => {
    program.outputHelp();
  });
  const called = COMMANDS.find(entry => entry.name === argv[0]);
  const [name] = argv;
  if (called === undefined && name !== undefined && !name.startsWith('-'))
    throw (await import('./usage-message.ts')).unknownCommand(name);
  // Help lists all commands; to make them all takes longer than to read the line of one.
  for (const entry of called === undefined || pages !== undefined ? COMMANDS : [called]) {
    const command = program.command(entry.name, { hidden: entry.hidden === true }).summary(entry.summary);
    command.exitOverride().copyInheritedSettings(program);
    if (entry === called) declare(command, entry, (await entry.load()).command, argv, env, settle);
    if (entry === called && entry.hidden !== true && pages === undefined && argv.some(isEmpty))
      (await import('./empty-word.ts')).refuseEmptyWord(command, argv.slice(1));
  }
  return program;
}

/** `''`, or `--where=`. */
function isEmpty(word: string): boolean {
  return word === '' || (word.startsWith('--') && word.endsWith('='));
}

/** Columns of help in a pipe. */
const HELP_WIDTH = 100;

/** Whether a command line asks for help, or for nothing. */
function isHelp(argv: readonly string[]): boolean {
  return argv.length === 0 || argv.includes('-h') || argv.includes('--help');
}

function declare(
  command: Command,
  entry: CommandEntry,
  module: CommandModule,
  argv: readonly string[],
  env: Env,
  settle: (status: ExitStatus) => void,
): void {
  declareOptions(command, entry, module);
  command.helpOption('-h, --help', 'print help: -h one screen, --help everything');
  command.action(async (...parameters: unknown[]) => {
    const options = parameters.at(-2) as Record<string, unknown>;
    const args = parameters.slice(0, -2);
    if (entry.printsResult === true) takeFormatFromName(command);
    refuseCombinations(command, args, argv, module.combinations);
    const isCollected =
      entry.printsResult === true && (env.stdout.isTTY || typeof options['output'] === 'string');
    const run = (inner: Env) => againIfChanged(again => module.run(args, options, again), inner);
    if (!isCollected) {
      settle(await run(env));
      return;
    }
    const { collectResult } = await import('./result.ts');
    settle(await collectResult(run, args, options, env));
  });
}

/** Whether commander stopped because help or the version was asked for. */
export function isAnswer(error: CommanderError): boolean {
  return error.exitCode === 0;
}
