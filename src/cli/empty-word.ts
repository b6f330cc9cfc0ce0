/** Refuses an empty word of a command line, which a script leaves where a variable is empty. Loaded where there is one. */
import type { Command } from 'commander';
import { refuseEmptyName, UsageError } from '../io/errors.ts';

/** With nothing before or behind the quote, it is the beginning or the end of the words. */
const MAY_BE_EMPTY: ReadonlySet<string | undefined> = new Set(['--before', '--after']);
/** Arguments that name no file. */
const WORDS: ReadonlySet<string> = new Set([
  'query',
  'ids',
  'names',
  'text',
  'word',
  'topic',
  'kind',
  'action',
  'shell',
]);

/**
 * @param words those behind the name of the command
 * @throws UsageError naming the option or argument; InputError for the name of a file.
 */
export function refuseEmptyWord(command: Command, words: readonly string[]): void {
  let given = 0;
  for (const [at, word] of words.entries()) {
    const end = words.indexOf('--');
    const isBehindEnd = end !== -1 && at > end;
    const option = isBehindEnd ? undefined : optionOf(command, words[at - 1]);
    if (word === '' || /^--[\w-]+=$/.test(word)) {
      const typed = word === '' ? words[at - 1] : word.slice(0, -1);
      const empty = word === '' ? option : optionOf(command, typed);
      if (empty !== undefined && !MAY_BE_EMPTY.has(empty.long))
        throw new UsageError(`${typed} is empty`, `give it ${placeholderOf(empty.flags)}, or leave it out`);
      if (empty !== undefined) continue;
    }
    if (option !== undefined || (word.startsWith('-') && word !== '-' && !isBehindEnd)) continue;
    const argument = command.registeredArguments[Math.min(given++, command.registeredArguments.length - 1)];
    if (word !== '') continue;
    if (argument === undefined || !WORDS.has(argument.name())) refuseEmptyName(word);
    else throw new UsageError(`<${argument.name()}> is empty`, `name ${argument.description}`);
  }
}

/** The option with a value that a word is. */
function optionOf(command: Command, word: string | undefined) {
  if (word === undefined) return undefined;
  return command.options.find(
    option => (option.long === word || option.short === word) && (option.required || option.optional),
  );
}

/** `<file>` of `-o, --output <file>`. */
function placeholderOf(flags: string): string {
  return `<${/[<[](.+?)(?:\.\.\.)?[>\]]/.exec(flags)?.[1]}>`;
}
