/** Answers shells that complete a command line; they call it as the scripts of `completion` say. */
import { largest } from '../../core/long-lists.ts';
import type { Env } from '../../io/env.ts';
import { visible } from '../../printers/escape/visible.ts';
import { type CommandEntry, type CommandModule, ExitStatus } from '../command.ts';
import { complete } from './complete.ts';
import { type ShellLine, splitLine, unquoted } from './shell-line.ts';
import type { Candidate } from './values.ts';

/** Tells the scripts that file names are possible at the cursor. */
const FILES = '__tabtab_complete_files__';
/** Only what no shell takes for more than a word: scripts expand what they get. */
const SAFE = /^[A-Za-z0-9_.:,@%+=/-]+$/;
/** Code points of a description. */
const LONGEST = 60;

export const completionServer = (commands: readonly CommandEntry[]): CommandModule => ({
  declare(command) {
    command
      .description('Called by shells; `onrecord completion SHELL` prints the script that does it.')
      .argument('[words...]', 'the command line, with the name of the program');
  },
  async run([given], _options, env) {
    const words = (given ?? []) as readonly string[];
    const { shell, line } = lineFrom(words, env);
    const completion = await complete(line, commands, env);
    const fitting = completion.candidates.filter(
      ({ value }) => SAFE.test(value) && value.startsWith(line.current),
    );
    const lines = fitting.map(candidate => WRITERS[shell](candidate, words, line, env));
    if (lines.length === 0 && completion.takesFiles) lines.push(FILES);
    await env.stdout.write(lines.map(text => `${text}\n`).join(''));
    return ExitStatus.clean;
  },
});

type Shell = 'bash' | 'zsh' | 'fish';

/** bash cuts words at `:` and `=`, so its line is read; the others hand over whole words. */
function lineFrom(
  given: readonly string[],
  { vars }: Env,
): { readonly shell: Shell; readonly line: ShellLine } {
  const shell = (['zsh', 'fish'] as const).find(name => vars['SHELL'] === name) ?? 'bash';
  const point = Number(vars['COMP_POINT'] ?? Number.NaN);
  const typed = vars['COMP_LINE'];
  if (shell === 'bash' && typed !== undefined) {
    const { words, current } = splitLine([...typed].slice(0, point).join(''));
    return { shell, line: { words: words.slice(1), current } };
  }
  // fish leaves out the empty word that begins behind a space, and the quotation marks, two a word.
  const more = point - given.join(' ').length;
  const isNew = shell === 'fish' && more > 0 && more % 2 === 1;
  const at = isNew
    ? given.length
    : shell === 'fish'
      ? given.length - 1
      : Number(vars['COMP_CWORD'] ?? given.length - 1);
  return {
    shell,
    line: { words: given.slice(1, at).map(unquoted), current: unquoted(given[at] ?? '') },
  };
}

type Writer = (candidate: Candidate, words: readonly string[], line: ShellLine, env: Env) => string;

const WRITERS: Readonly<Record<Shell, Writer>> = {
  bash: ({ value }, words, { current }, { vars }) => {
    // What readline replaces begins behind the last of these. Where the package bash-completion joins a word at its
    // colons it also cuts them off.
    const isJoined = words[Number(vars['COMP_CWORD'])] === current;
    const cut = largest(['=', '@', ...(isJoined ? [] : [':'])].map(sign => current.lastIndexOf(sign)));
    return value.slice(cut + 1);
  },
  zsh: ({ value, description }) =>
    description === undefined
      ? value.replaceAll(':', '\\:')
      : `${value.replaceAll(':', '\\:')}:${oneLine(description)}`,
  fish: ({ value, description }) => (description === undefined ? value : `${value}\t${oneLine(description)}`),
};

/** fish prints descriptions with `echo -e`, so they have no backslash. */
function oneLine(text: string): string {
  const points = [...visible(text.replace(/\s+/g, ' ')).replaceAll('\\', '')];
  return points.length > LONGEST ? `${points.slice(0, LONGEST - 1).join('')}…` : points.join('');
}
