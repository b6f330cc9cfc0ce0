/** The help of the program and of its commands. Loaded when help is asked for. */

import type { Argument, Command, Help, Option } from 'commander';
import { COMMON } from '../commands/combinations.ts';
import { GROUPS } from '../commands/command.ts';
import { COMMANDS } from '../commands/index.ts';
import { largest, pushAll } from '../core/long-lists.ts';
import { append } from '../core/maps.ts';
import { capitalised } from '../core/text/capitalised.ts';
import { displayWidth } from '../core/text/width.ts';
import { wrap } from '../core/text/wrap.ts';

/** Columns of running text at most; below NARROW the text of an option stands under it. */
const WIDEST = 100;
const NARROW = 80;
const BELOW = 6;
/** Most rows of a short page; if that is not enough, its options go side by side. */
const SCREEN = 40;
/** Examples on a short page. */
const FEW = 2;
/** Columns that the widest terms may take; a wider one pushes its text onto the next line. */
const WIDEST_TERM = 26;

const ARGUMENTS = 'Arguments:';

/** The page of `onrecord`, `onrecord -h` and `onrecord --help`. */
export function rootPage(columns: number): string {
  const width = Math.min(columns, WIDEST);
  const shown = COMMANDS.filter(({ hidden }) => hidden !== true);
  const names = largest(shown.map(({ name }) => name.length)) + 2;
  const lines = [
    ...usageLines('<command> [options] [files]', width),
    '',
    ...wrap(
      'Who said what, when, on whose word, and who contests it: annotate, check and compare transcripts.',
      { width },
    ),
    '',
  ];
  for (const group of GROUPS) {
    const commands = shown.filter(entry => entry.group === group);
    if (commands.length > 0) lines.push(group);
    for (const { name, summary } of commands) pushAll(lines, row(name, summary, names, width));
  }
  pushAll(lines, [
    ...wrap('Common options, before or after the command', { width }),
    ...flagRows(
      [
        '-f, --format <format>',
        '-w, --where <query>',
        '-o, --output <file>',
        '--color <when>',
        '--ascii',
        '--width <columns>',
        '--no-pager',
        '--debug',
        '-V, --version',
        '-h, --help',
      ],
      width,
    ),
    '',
    ...wrap('Of one command: onrecord COMMAND -h, in full with --help. Topics of the guide: onrecord help', {
      width,
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

/** The page of one command: one screen, or everything with examples. */
export function commandPage(command: Command, helper: Help, isFull: boolean, columns: number): string {
  const width = Math.min(columns, WIDEST);
  const usage = usageLines(helper.commandUsage(command).replace(/^onrecord /, ''), width);
  const groups = groupsOf(command, helper);
  const terms = groups.flatMap(({ items }) => items.map(item => displayWidth(item.term)));
  const column = Math.min(largest(terms), WIDEST_TERM) + 2;
  const page = (parts: readonly (readonly string[])[]) =>
    `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`;
  if (isFull)
    return page([
      usage,
      wrapped(command.description(), width),
      ...groups.map(({ title, items }) => [
        ...wrap(title, { width }),
        ...items.flatMap(item => row(item.term, item.text, column, width)),
      ]),
    ]);
  const examples = command.description().match(/^ {2}\$ .*[^\\]$/gm) ?? [];
  const shortPage = (isPacked: boolean) =>
    page([
      usage,
      wrap(`${capitalised(command.summary())}.`, { width }),
      ...groups.map(({ title, items }) => [
        ...wrap(title, { width }),
        // Options of every command are explained on the first page of the program.
        ...(title === COMMON || (isPacked && title !== ARGUMENTS)
          ? flagRows(
              items.map(({ term }) => term),
              width,
            )
          : items.flatMap(item => row(item.term, short(item.text), column, width))),
      ]),
      ['Examples:', ...examples.slice(0, FEW)],
      wrap(`More: onrecord ${command.name()} --help`, { width }),
    ]);
  const whole = shortPage(false);
  return whole.split('\n').length <= SCREEN ? whole : shortPage(true);
}

interface Item {
  readonly term: string;
  readonly text: string;
}

interface Group {
  readonly title: string;
  readonly items: readonly Item[];
}

/** Arguments first, the command's own options in their groups, what all commands share last. */
function groupsOf(command: Command, helper: Help): Group[] {
  const groups = new Map<string, Item[]>();
  for (const argument of helper.visibleArguments(command))
    append(groups, ARGUMENTS, { term: argument.name(), text: withChoices(argument) });
  for (const option of helper.visibleOptions(command)) {
    // commander makes this one itself, and it is in no group.
    const title = option.long === '--help' ? COMMON : (option.helpGroupHeading ?? 'Options:');
    append(groups, title, { term: option.flags, text: withChoices(option) });
  }
  const titles = [...groups.keys()].filter(title => title !== COMMON);
  return [...titles, COMMON].map(title => ({ title, items: groups.get(title) ?? [] }));
}

/** "how it is printed: text (default), plain, json". */
function withChoices(item: Argument | Option): string {
  const { description, argChoices: choices, defaultValueDescription: inWords } = item;
  const standard: unknown = 'negate' in item && item.negate ? undefined : item.defaultValue;
  const isChoice = inWords === undefined && choices?.includes(String(standard)) === true;
  const listed = choices?.map(choice => (isChoice && choice === standard ? `${choice} (default)` : choice));
  const all = listed === undefined ? description : `${description}: ${listed.join(', ')}`;
  if (isChoice || standard === undefined || typeof standard === 'boolean') return all;
  return `${all} (default: ${inWords ?? [standard].flat().join(', ')})`;
}

/** What an option does, up to the first pause. */
function short(text: string): string {
  const [, head] = /^(?!with )(.{12,}?)(?:[;:]|, (?:where|which|with|such)|\. )/s.exec(text) ?? [];
  return (head ?? text).trim();
}

/** A term and its text beside it, or below it where the page is narrow. */
function row(term: string, text: string, column: number, width: number): string[] {
  if (width < NARROW && column > BELOW * 3)
    return [`  ${term}`, ...wrap(text, { width, indent: ' '.repeat(BELOW) })];
  const hanging = ' '.repeat(column + 2);
  const lead = `  ${term}`.padEnd(column + 2);
  if (lead.length > column + 2) return [lead, ...wrap(text, { width, indent: hanging })];
  return wrap(text, { width, indent: lead, hanging });
}

/** Flags beside one another, two blanks apart; one is never broken. */
function flagRows(flags: readonly string[], width: number): string[] {
  const rows: string[] = [];
  for (const flag of flags) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 2 + flag.length <= width)
      rows[rows.length - 1] = `${last}  ${flag}`;
    else rows.push(`  ${flag}`);
  }
  return rows;
}

/** The arguments of a command; this is not a command to copy. */
function usageLines(usage: string, width: number): string[] {
  return wrap(usage, { width, indent: 'Usage: onrecord ', hanging: ' '.repeat(8), cutsWords: true });
}

/** Line breaks inside a paragraph are for the source; lines that begin with blanks are examples and stay whole. */
function wrapped(description: string, width: number): string[] {
  const joined = description.replace(/(?<=[^\n])\n(?=[^\s])/g, ' ');
  return joined.split('\n').flatMap(line => (line.startsWith(' ') ? [line] : wrap(line, { width })));
}
