/** Why an annotation cannot be made, in terms of the options. */
import type { Env } from '../../io/env.ts';
import { visible } from '../../printers/escape/visible.ts';

export interface Problem {
  readonly message: string;
  /** Options that repair it, and what they take; one a line. */
  readonly ways: readonly string[];
}

/** Prints all of them on stderr as one refusal. @param next a command to go on with, printed for people only. */
export async function tellProblems(problems: readonly Problem[], env: Env, next?: string): Promise<void> {
  const lines = problems.flatMap(({ message, ways }) => [
    `onrecord: ${visible(message)}`,
    ...ways.map(way => `  ${visible(way)}`),
  ]);
  const hint = next === undefined || !env.stderr.isTTY ? [] : [`next: ${visible(next)}`];
  await env.stderr.write([...lines, '  Nothing was written.', ...hint, ''].join('\n'));
}
