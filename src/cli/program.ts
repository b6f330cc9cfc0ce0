/** The commander tree: every command by name and summary, and the one that is called with its options. */
import { Command, type CommanderError, Option } from 'commander';
import type { CommandModule, ExitStatus } from '../commands/command.ts';
import { COMMANDS, type CommandEntry } from '../commands/index.ts';
import { VERSION } from '../commands/program-info.ts';
import { closest } from '../core/text/closest.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import { visible } from '../printers/escape/visible.ts';

/** Buffers commander's output (help, usage errors), so that it is written in full. */
export interface HeldOutput {
  stdout: string;
  stderr: string;
}

const SHORT_HELP = `onrecord annotates transcripts: who said what, when, on whose word, and who contests it.

  onrecord show talk.yaml      print a transcript with its annotations
  onrecord check .             find what is wrong, as a CI gate does

Run \`onrecord --help\` for all commands.
`;

const EXAMPLES = `
Examples:
  $ onrecord init my-talk                     write a small project to start from
  $ onrecord show my-talk/transcript.yaml     print it with its annotations
  $ onrecord check my-talk                    report what is wrong in it
  $ onrecord explain bare-stance              say what a rule of check wants
`;

const EXIT_STATUSES = `
Exit status:
  0  nothing found; the two views are the same; the work was done
  1  something found: check has findings, diff has differences
  2  trouble: wrong usage, or a file that cannot be read or understood
`;

const ENVIRONMENT = `
Environment:
  NO_COLOR, FORCE_COLOR, TERM=dumb   whether output is coloured, unless --color says it
  ONRECORD_DEBUG                     as --debug: show where an internal error happened
  SOURCE_DATE_EPOCH                  the date that annotate writes, in seconds since 1970
`;

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
  const program = new Command('onrecord');
  program
    .usage('<command> [options] [files]')
    .description('Annotate transcripts: who said what, when, on whose word, and who contests it.')
    .version(`onrecord ${VERSION}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({
      sortSubcommands: false,
      showGlobalOptions: false,
      commandDescription: command => unbroken(command.description()),
    })
    .configureOutput({
      writeOut: text => {
        held.stdout += text;
      },
      writeErr: text => {
        held.stderr += text;
      },
      outputError: (text, write) =>
        write(visible(text.replace(/^error: /, 'onrecord: '), { newlines: true })),
      getOutHelpWidth: () => env.stdout.columns ?? 100,
      getErrHelpWidth: () => env.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      `${EXAMPLES}${EXIT_STATUSES}${ENVIRONMENT}\nThe README tells the file format and gives a tour.`,
    );
  program.action(() => {
    held.stdout += SHORT_HELP;
  });
  const called = calledCommand(argv);
  refuseUnknown(argv[0], called);
  for (const entry of COMMANDS) {
    const command = program
      .command(entry.name, { hidden: entry.hidden === true })
      .summary(entry.summary)
      .helpGroup(`${entry.group}:`);
    command.exitOverride().copyInheritedSettings(program);
    if (entry === called) declare(command, (await entry.load()).command, env, settle);
  }
  return program;
}

/** Returns `NAME --help` for `help NAME` of a command, and every other command line as it is. */
export function withHelpOption(argv: readonly string[]): readonly string[] {
  const [first, name, ...others] = argv;
  return first === 'help' && COMMANDS.some(entry => entry.name === name)
    ? [name!, '--help', ...others]
    : argv;
}

function calledCommand(argv: readonly string[]): CommandEntry | undefined {
  const name = argv.find(word => !word.startsWith('-'));
  return COMMANDS.find(entry => entry.name === name);
}

/** Line breaks inside a paragraph are for the source; help is wrapped for the terminal that shows it. */
function unbroken(description: string): string {
  return description.replace(/(?<=[^\n])\n(?=[^\s])/g, ' ');
}

/** Suggested, never guessed and run. @throws UsageError */
function refuseUnknown(name: string | undefined, called: CommandEntry | undefined): void {
  if (name === undefined || name.startsWith('-') || called !== undefined) return;
  const guess = closest(
    name,
    COMMANDS.map(entry => entry.name),
  );
  const hint = guess === undefined ? '`onrecord --help` lists the commands' : `did you mean ${guess}?`;
  throw new UsageError(`unknown command ${name}`, hint);
}

function declare(
  command: Command,
  module: CommandModule,
  env: Env,
  settle: (status: ExitStatus) => void,
): void {
  module.declare(command);
  command
    .addOption(
      new Option('--color <when>', 'colour the output')
        .choices(['auto', 'always', 'never'])
        .default('auto')
        .helpGroup('Common options:'),
    )
    .addOption(new Option('--no-color', 'do not colour the output').helpGroup('Common options:').hideHelp())
    .addOption(new Option('--ascii', 'use no symbols outside ASCII').helpGroup('Common options:'))
    .addOption(new Option('--debug', 'show where an internal error happened').helpGroup('Common options:'))
    .helpOption('-h, --help', 'print this help');
  command.action(async (...parameters: unknown[]) => {
    const options = parameters.at(-2) as Record<string, unknown>;
    settle(await module.run(parameters.slice(0, -2), options, env));
  });
}

/** Whether commander stopped because help or the version was asked for. */
export function isAnswer(error: CommanderError): boolean {
  return error.exitCode === 0;
}
