/** Options that mean something only with others, or not beside them. What would be ignored is refused. */
import type { Command, Option } from 'commander';
import { UsageError } from '../io/errors.ts';

/**
 * One rule on the options that a person gives. Options go by their long names (`--fix`), arguments by theirs (`<names>`).
 * `needs`: one of these is given too. `not`: none of these is. `only`: nothing but these, and what every command has.
 * `formats`: the result is printed in one of these, which may be named by the end of `--output`.
 */
export type Combination = { readonly option: string } & (
  | { readonly needs: readonly string[] }
  | { readonly not: readonly string[] }
  | { readonly only: readonly string[] }
  | { readonly formats: readonly string[] }
) & {
    /** What to do instead, unless the names of the options make it clear. */
    readonly hint?: string;
  };

/** Heading of the options that every command has, which say how results look. */
export const COMMON = 'Common options:';

/** For every command that writes a result to a file. */
const FORCE: Combination = { option: '--force', needs: ['--output'] };

/** @param line the words that were typed. @throws UsageError for the first rule that is broken, naming both options. */
export function refuseCombinations(
  command: Command,
  args: readonly unknown[],
  line: readonly string[],
  rules: readonly Combination[] = [],
): void {
  const given = new Set([
    ...givenOptions(command).flatMap(({ long }) => long ?? []),
    ...givenArguments(command, args),
  ]);
  const typed = (name: string) => asTyped(name, command, line);
  for (const rule of [...rules, FORCE]) {
    if (!given.has(rule.option)) continue;
    if ('needs' in rule) {
      if (!rule.needs.some(name => given.has(name)))
        throw new UsageError(
          `${typed(rule.option)} needs ${rule.needs.map(name => withValue(name, command)).join(' or ')}`,
          rule.hint,
        );
      continue;
    }
    if ('formats' in rule) {
      if (!rule.formats.includes(String(command.opts()['format'])))
        throw new UsageError(
          `${typed(rule.option)} goes with --format ${rule.formats.join(' or ')}`,
          rule.hint,
        );
      continue;
    }
    const other =
      'not' in rule ? rule.not.find(name => given.has(name)) : strangerAmong(given, rule, command);
    if (other !== undefined)
      throw new UsageError(`${typed(rule.option)} and ${typed(other)} exclude each other`, rule.hint);
  }
}

/** The options that were typed, without defaults. */
function givenOptions(command: Command): readonly Option[] {
  return command.options.filter(option => command.getOptionValueSource(option.attributeName()) === 'cli');
}

function givenArguments(command: Command, args: readonly unknown[]): string[] {
  return command.registeredArguments.flatMap((argument, index) => {
    const value = args[index];
    const isGiven = Array.isArray(value) ? value.length > 0 : value !== undefined;
    return isGiven ? [`<${argument.name()}>`] : [];
  });
}

function strangerAmong(
  given: ReadonlySet<string>,
  rule: Combination & { readonly only: readonly string[] },
  command: Command,
): string | undefined {
  const common = command.options.filter(({ helpGroupHeading }) => helpGroupHeading === COMMON);
  const allowed = new Set([rule.option, ...rule.only, ...common.map(({ long }) => long)]);
  return [...given].find(name => name.startsWith('-') && !allowed.has(name));
}

/** `--baseline FILE`, as it is to be typed. */
function withValue(name: string, command: Command): string {
  const [, value] = /<([^>.]+)/.exec(command.options.find(({ long }) => long === name)?.flags ?? '') ?? [];
  return value === undefined ? shown(name) : `${name} ${value.toUpperCase()}`;
}

/** `-i` where that was typed: rules call it `--interactive`. */
function asTyped(name: string, command: Command, line: readonly string[]): string {
  const isLong = line.some(word => word === name || word.startsWith(`${name}=`));
  const short = command.options.find(({ long }) => long === name)?.short;
  return isLong ? name : (short ?? shown(name));
}

function shown(name: string): string {
  return name.replace(/^<(.*)>$/, '$1');
}
