/** Says in one line what is wrong with a command line and how to mend it. Loaded only then. */
import type { Command, CommanderError, Option } from 'commander';
import { COMMANDS } from '../commands/index.ts';
import { closest, didYouMean } from '../core/text/closest.ts';
import { UsageError } from '../io/errors.ts';

/** Options that people know from other programs, and our names for them. */
const SYNONYMS: Readonly<Record<string, string>> = {
  blame: 'show',
  cat: 'show',
  compare: 'diff',
  dates: 'timeline',
  export: 'convert',
  fix: 'check',
  fmt: 'check',
  format: 'convert',
  grep: 'find',
  import: 'convert',
  lint: 'check',
  list: 'show',
  log: 'diff',
  man: 'help',
  new: 'init',
  note: 'annotate',
  open: 'show',
  print: 'show',
  read: 'show',
  rename: 'speakers',
  search: 'find',
  status: 'check',
  summary: 'stats',
  tag: 'annotate',
  test: 'check',
  topics: 'help',
  validate: 'check',
  verify: 'check',
  view: 'show',
};

const AROUND = '--context 2 shows two utterances on each side';
const FOLDERS = 'folders are searched through without it';
const NO_PATTERNS = 'the query has words and keys, and no patterns (`onrecord help find`)';
/** Short options of grep that `find` has no need of, and why. */
const OF_GREP: Readonly<Record<string, string>> = {
  '-A': AROUND,
  '-B': AROUND,
  '-E': NO_PATTERNS,
  '-F': 'words are found as they are written without it',
  '-P': NO_PATTERNS,
  '-R': FOLDERS,
  '-e': 'the query is the first argument, after -- where it begins with a minus',
  '-i': 'case makes no difference without it',
  '-n': 'lines are numbered without it',
  '-r': FOLDERS,
  '-v': "in the query a minus excludes: onrecord find 'speaker:lind -tonnes'",
};

/** Returns the error for a word that is no command, with the one that is meant. */
export function unknownCommand(name: string): UsageError {
  const names = COMMANDS.filter(({ hidden }) => hidden !== true).map(entry => entry.name);
  const synonym = SYNONYMS[name.toLowerCase()];
  const guess =
    closest(name, names) ?? (synonym !== undefined && names.includes(synonym) ? synonym : undefined);
  const hint = guess === undefined ? '`onrecord --help` lists the commands' : `did you mean ${guess}?`;
  return new UsageError(`unknown command ${name}`, hint);
}

/** Returns commander's complaint in our words. */
export function usageError(error: CommanderError, command: Command): UsageError {
  const text = error.message.replace(/^error: /, '');
  const [quoted = '', second = ''] = [...text.matchAll(/'([^']*)'/g)].map(match => match[1]!);
  switch (error.code) {
    case 'commander.unknownOption':
      return unknownOption(quoted, command);
    case 'commander.missingArgument':
      return missingArgument(quoted, command);
    case 'commander.optionMissingArgument':
      return new UsageError(`${flagOf(quoted)} needs ${/<.*>/.exec(quoted)?.[0] ?? 'a value'}`);
    case 'commander.invalidArgument':
      return text.startsWith('option')
        ? invalidValue(flagOf(quoted), second, text, optionOf(quoted, command)?.argChoices)
        : invalidValue(
            command.name(),
            quoted,
            text,
            command.registeredArguments.find(argument => argument.name() === second)?.argChoices,
          );
    default:
      return new UsageError(text.replace(/\.$/, ''));
  }
}

function unknownOption(flag: string, command: Command): UsageError {
  const known = command.options.filter(option => !option.hidden);
  if (command.name() === 'find' && /^-\w[\w-]*:/.test(flag))
    return new UsageError(
      `unknown option ${flag}`,
      'put a query that begins with - after --: onrecord find -- <query> <paths>',
    );
  const ofGrep = command.name() === 'find' ? OF_GREP[flag.slice(0, 2)] : undefined;
  if (ofGrep !== undefined) return new UsageError(`unknown option ${flag}`, ofGrep);
  const format = flag.replace(/^-+/, '');
  const formats = known.find(({ long }) => long === '--format')?.argChoices ?? [];
  const guess = formats.includes(format)
    ? `--format ${format}`
    : closest(
        flag,
        known.flatMap(({ long }) => long ?? []),
      );
  const hint =
    guess === undefined ? `\`${calledAs(command)} -h\` lists the options` : `did you mean ${guess}?`;
  return new UsageError(`unknown option ${flag}`, hint);
}

/** How a command is called: the program itself is a command, too. */
function calledAs(command: Command): string {
  return command.name() === 'onrecord' ? 'onrecord' : `onrecord ${command.name()}`;
}

function missingArgument(name: string, command: Command): UsageError {
  const argument = command.registeredArguments.find(candidate => candidate.name() === name);
  const what = argument?.description.replace(/[;,(].*/s, '').trim();
  const example = /\$ (onrecord .*)/.exec(command.description())?.[1];
  return new UsageError(
    what === undefined ? `${command.name()} needs <${name}>` : `name ${what}`,
    example === undefined ? undefined : `for example: ${example}`,
  );
}

function invalidValue(
  of: string,
  value: string,
  text: string,
  choices: readonly string[] | undefined,
): UsageError {
  if (choices === undefined) {
    const reason = /is invalid(?: for argument '[^']*')?\. (.*)$/s.exec(text)?.[1] ?? text;
    return new UsageError(
      `${of} ${value}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`.replace(/\.$/, ''),
    );
  }
  const isPdf = value === 'pdf' && choices.includes('html');
  return new UsageError(
    `${of} ${value}: there is no ${value}, only ${choices.join(', ')}`,
    didYouMean(value, choices) ?? (isPdf ? 'for PDF, print the page: --format html -o talk.html' : undefined),
  );
}

function optionOf(flags: string, command: Command): Option | undefined {
  return command.options.find(option => option.flags === flags);
}

/** `--format` of `-f, --format <format>`. */
function flagOf(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}
