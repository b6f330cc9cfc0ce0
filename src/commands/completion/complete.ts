/** The possible words at the cursor of a command line. */
import { Command, type Option } from 'commander';
import type { Project } from '../../core/model/project.ts';
import type { Env } from '../../io/env.ts';
import { loadProject } from '../../project/load-project.ts';
import { Loader } from '../../project/loader.ts';
import type { CommandEntry } from '../command.ts';
import { declareOptions } from '../declare-options.ts';
import type { ShellLine } from './shell-line.ts';
import { type Candidate, listed, valuesOfArgument, valuesOfOption } from './values.ts';

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** A file name is possible as well. */
  readonly takesFiles: boolean;
}

const NOTHING: Completion = { candidates: [], takesFiles: false };
const only = (candidates: readonly Candidate[]): Completion => ({ candidates, takesFiles: false });
/** Arguments and values that are files, by their names. */
const FILES = /^(?:files?|in|transcripts?|layers|paths|base|ours|theirs|folder|draft)s?$/;

/** @param line without the name of the program. */
export async function complete(
  { words, current }: ShellLine,
  commands: readonly CommandEntry[],
  env: Env,
): Promise<Completion> {
  const shown = commands.filter(({ hidden }) => hidden !== true);
  const entry = shown.find(({ name }) => name === words[0]);
  if (entry === undefined) return words.length > 0 ? NOTHING : only(shown.map(commandCandidate));
  const command = new Command(entry.name);
  declareOptions(command, entry, (await entry.load()).command);
  const { pending, positional } = readWords(words.slice(1), command);
  const project = () => projectOf(positional, env);
  const joined = /^(--[a-z-]+)=(.*)$/s.exec(current);
  if (joined !== null) {
    const option = command.options.find(({ long }) => long === joined[1]);
    if (option === undefined) return NOTHING;
    const { candidates, takesFiles } = await ofOption(option, joined[2]!, project);
    return {
      candidates: candidates.map(({ value, ...rest }) => ({ value: `${joined[1]}=${value}`, ...rest })),
      takesFiles,
    };
  }
  if (current.startsWith('-')) return only(optionsOf(command));
  if (pending !== undefined) return ofOption(pending, current, project);
  return ofArgument(command, positional.length, current, shown, project, env);
}

/** The option that waits for a value, and the words that are no options and no values of one. */
function readWords(
  words: readonly string[],
  command: Command,
): { readonly pending: Option | undefined; readonly positional: readonly string[] } {
  let pending: Option | undefined;
  const positional: string[] = [];
  for (const word of words) {
    if (word.startsWith('-') && word.length > 1) {
      const option = command.options.find(({ long, short }) => long === word || short === word);
      pending = option !== undefined && (option.required || option.optional) ? option : undefined;
    } else if (pending === undefined) positional.push(word);
    else if (!pending.variadic) pending = undefined;
  }
  return { pending, positional };
}

function optionsOf(command: Command): readonly Candidate[] {
  const own = command.options.filter(({ hidden, long }) => !hidden && long !== undefined);
  return [
    ...own.map(({ long, description }) => ({ value: long!, description })),
    { value: '--help', description: 'print help' },
  ];
}

async function ofOption(
  option: Option,
  current: string,
  project: () => Promise<Project | undefined>,
): Promise<Completion> {
  if (option.flags === '--rule <ids>') {
    const { ALL_RULES } = await import('../../rules/all-rules.ts');
    return only(
      listed(
        current,
        ALL_RULES.map(({ id, summary }) => ({ value: id, description: summary })),
      ),
    );
  }
  const [, name = ''] = /<([a-z@-]+)/.exec(option.flags) ?? [];
  return { candidates: valuesOfOption(option, current, await project()), takesFiles: FILES.test(name) };
}

async function ofArgument(
  command: Command,
  index: number,
  current: string,
  commands: readonly CommandEntry[],
  project: () => Promise<Project | undefined>,
  env: Env,
): Promise<Completion> {
  const last = command.registeredArguments.at(-1);
  const argument = command.registeredArguments[index] ?? (last?.variadic === true ? last : undefined);
  if (argument === undefined) return NOTHING;
  const name = argument.name();
  if (argument.argChoices !== undefined) return only(argument.argChoices.map(value => ({ value })));
  if (FILES.test(name)) return { candidates: [], takesFiles: true };
  if (name === 'topic') {
    const { topicsOf } = await import('../help.ts');
    return only([...topicsOf(env).map(value => ({ value })), ...commands.map(commandCandidate)]);
  }
  if (name === 'word') {
    const { explainedWords } = await import('../explain/index.ts');
    return only(explainedWords().map(value => ({ value })));
  }
  return only(valuesOfArgument(name, current, await project()));
}

function commandCandidate({ name, summary }: CommandEntry): Candidate {
  return { value: name, description: summary };
}

/** The project of the first file on the line. Whatever is wrong with it, a shell is not the place to tell. */
async function projectOf(words: readonly string[], env: Env): Promise<Project | undefined> {
  try {
    const file = words.find(word => env.files.kind(word) === 'file');
    return file === undefined ? undefined : (await loadProject(new Loader(env), file)).project;
  } catch {
    return undefined;
  }
}
