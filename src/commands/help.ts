/** Prints a page of the guide; without a topic, the list of them. `help COMMAND` is answered by the command itself. */

import path from 'node:path';
import { closest } from '../core/text/closest.ts';
import { parseMarkdown } from '../formats/markdown/parse.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import { printGuidePage } from '../printers/guide-page.ts';
import { markdownTable } from '../printers/layout/markdown-table.ts';
import { type CommandModule, ExitStatus } from './command.ts';
import { printContext, widthOption } from './printing.ts';

const ENDING = '.md';

/** @param commands their names, for a topic that is misspelt. */
export const helpCommand = (commands: readonly string[]): CommandModule => ({
  declare(command) {
    command
      .description(
        'Print a topic of the guide, or the help of a command. Without a topic, list the topics.\n\nExamples:\n  $ onrecord help\n  $ onrecord help standing\n  $ onrecord help show',
      )
      .argument('[topic]', 'a topic, or the name of a command');
    widthOption(command);
  },
  async run([topic], options, env) {
    const content = topic === undefined ? listOf(env) : pageOf(String(topic), commands, env);
    await env.stdout.write(
      printGuidePage({ content: parseMarkdown(content).children }, await printContext(env, options)),
    );
    return ExitStatus.clean;
  },
});

function guideFolder(env: Env): string {
  return path.join(env.programFolder, 'data', 'guide');
}

/** The topics of the guide. */
export function topicsOf(env: Env): string[] {
  return env.files
    .list(guideFolder(env))
    .filter(name => name.endsWith(ENDING))
    .map(name => name.slice(0, -ENDING.length));
}

function textOf(topic: string, env: Env): string {
  return new TextDecoder().decode(env.files.read(path.join(guideFolder(env), topic + ENDING)));
}

function listOf(env: Env): string {
  const rows = topicsOf(env).map(topic => [topic, titleOf(textOf(topic, env))]);
  return [
    'Topics of the guide: `onrecord help TOPIC`\n',
    ...markdownTable(['', ''], rows),
    '\nOf one thing: `onrecord COMMAND --help`, `onrecord explain RULE or TAG`\n',
  ].join('\n');
}

/** The heading that a page begins with says what it is about. */
function titleOf(page: string): string {
  return /^# (.+)/.exec(page)?.[1] ?? '';
}

/** @throws UsageError for an unknown topic. */
function pageOf(topic: string, commands: readonly string[], env: Env): string {
  const topics = topicsOf(env);
  if (topics.includes(topic)) return textOf(topic, env);
  const guess = closest(topic, [...topics, ...commands]);
  throw new UsageError(
    `there is no command or topic ${topic}`,
    guess === undefined ? '`onrecord help` lists the topics' : `did you mean \`onrecord help ${guess}\`?`,
  );
}
