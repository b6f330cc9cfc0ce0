/** Orders a command line as commander reads it: the command first, its options behind it. */
import { COMMANDS } from '../commands/index.ts';

/** Common options that take a value, so that the value is not taken for the command. */
const WITH_VALUE = new Set(['-f', '--format', '-w', '--where', '-o', '--output', '--color', '--width']);

/** Words by which people ask for the version or for the help of other programs. */
const ANSWERS: Readonly<Record<string, string>> = { version: '--version', '-v': '--version' };

/**
 * Returns the command line with options before the command moved after it, and `NAME --help` for `help NAME` of a command
 * without a page in the guide. Everything else stays as it is.
 */
export function orderedLine(argv: readonly string[]): readonly string[] {
  const [only] = argv;
  if (argv.length === 1 && Object.hasOwn(ANSWERS, only!)) return [ANSWERS[only!]!];
  const at = commandIndex(argv);
  const name = argv[at];
  if (at < 0 || name === undefined || !isCommand(name)) return argv;
  const [before, after] = [argv.slice(0, at), argv.slice(at + 1)];
  const [topic, ...others] = after;
  if (name === 'help' && topic !== undefined && isCommand(topic) && !hasPage(topic))
    return [topic, '--help', ...before, ...others];
  return [name, ...before, ...after];
}

function hasPage(name: string): boolean {
  return COMMANDS.some(entry => entry.name === name && entry.hasPage === true);
}

function isCommand(name: string): boolean {
  return COMMANDS.some(entry => entry.name === name);
}

/** The index of the first word that is neither an option nor the value of one; -1 without one. */
function commandIndex(argv: readonly string[]): number {
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    if (word === '--') return -1;
    if (!word.startsWith('-')) return at;
    if (WITH_VALUE.has(word)) at++;
  }
  return -1;
}
