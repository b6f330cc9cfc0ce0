/** Every golden case in terminals of several widths: no line is wider, and no word is lost, cut or made. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './helpers/run-cli.ts';
import { runLine } from './helpers/run-line.ts';
import { IS_FULL } from './helpers/runs.ts';
import { tooWide } from './helpers/too-wide.ts';

const CASES = path.join(ROOT, 'test', 'cases');
const OURS = new Set(['cmd', 'output', 'after']);
const WIDTHS = IS_FULL ? [40, 60, 100] : [40];

/** What is for programs, or copied as it is, is never wrapped; and the shell, where nothing is a terminal. */
const NOT_WRAPPED =
  /^(?!onrecord )|[|\\]|(?:--format|-f) (?!text)|--width|--to |--dry-run|--print-config|--loss-report|textconv|^onrecord (?:schema|completion|merge|convert (?!--list)|collate .*--(?:times|speakers)-from)|\.(?:html|json|svg|srt|vtt|csv|tsv|md|txt)$/;

const names = readdirSync(CASES).flatMap(group =>
  readdirSync(path.join(CASES, group)).map(name => `${group}/${name}`),
);

/** A file as it is, there to be copied. */
const EXAMPLE = /^ {2}│ .*\n/gm;

/** Here the width decides what stands beside what, and what is cut with an ellipsis. */
const LAID_OUT = /^onrecord (?:agree|collate|find|show|speakers|stats|timeline)/;

test.for(names.sort())('%s', async name => {
  const folder = path.join(CASES, name);
  const commands = readFileSync(path.join(folder, 'cmd'), 'utf8').trim().split('\n');
  if (commands.every(command => NOT_WRAPPED.test(command))) return;
  const unwrapped = outputsIn(readFileSync(path.join(folder, 'output'), 'utf8'), commands);
  for (const columns of WIDTHS) {
    const wrapped = await outputs(folder, commands, columns);
    for (const [index, command] of commands.entries()) {
      if (NOT_WRAPPED.test(command)) continue;
      const what = `${command} at ${columns} columns`;
      const shown = wrapped[index]!;
      expect.soft(tooWide(shown.replace(EXAMPLE, ''), columns), what).toEqual([]);
      expect.soft(shown, what).not.toMatch(/[ \t]$|\n\n\n/m);
      if (!LAID_OUT.test(command)) expect.soft(wordsOf(shown), what).toBe(wordsOf(unwrapped[index]!));
      else {
        const known = new Set([...wordsIn(`${command} ${unwrapped[index]!}`), ...SHORT_NAMES]);
        const words = wordsIn(shown.replace(NEXT, ''));
        expect
          .soft(
            words.filter(word => !known.has(word)),
            what,
          )
          .toEqual([]);
      }
    }
  }
});

/** Only people at a terminal are told how to go on, and how much was found; a pipe is told some of it in other words. */
const NEXT = /^(?:next| {2}how far they agree): .*\n?|^\d+ match(?:es)? in .*\n(?: {4}.*\n)*/gm;
/** What is called so where its name has no room. */
const SHORT_NAMES = ['speakers', 'tags', 'standings', 'passages', 'dated'];
/** Words that no ellipsis touches. */
const WORDS = /(?<![\p{L}\p{M}\p{N}…])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}…])/gu;

/** Control characters are shown as `^J`. */
function wordsIn(output: string): string[] {
  return output.replace(/\^[@-_?]/g, ' ').match(WORDS) ?? [];
}

/** The words, without the blanks between them: where a script has no blanks, lines end anywhere. */
function wordsOf(output: string): string {
  return output
    .replace(NEXT, '')
    .replace(/^ *\d* *[│⋮|].*\n/gm, '')
    .replace(/\s+/g, '');
}

/** The parts of a golden file, one a command. */
function outputsIn(golden: string, commands: readonly string[]): string[] {
  const starts: number[] = [];
  for (const command of commands)
    starts.push(golden.indexOf(`$ ${command}\n`, starts.at(-1)) + command.length + 3);
  return starts.map((start, index) => {
    const next = commands[index + 1];
    const end = next === undefined ? golden.length : golden.indexOf(`$ ${next}\n`, start);
    return golden.slice(start, end).replace(/\? \d\n$/, '');
  });
}

/** What each command prints, one after the other in a copy of the folder. */
async function outputs(folder: string, commands: readonly string[], columns: number): Promise<string[]> {
  const work = mkdtempSync(path.join(tmpdir(), 'onrecord-width-'));
  try {
    for (const file of readdirSync(folder))
      if (!OURS.has(file)) cpSync(path.join(folder, file), path.join(work, file), { recursive: true });
    const printed: string[] = [];
    for (const command of commands) printed.push((await runLine(command, work, columns)).output);
    return printed;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
