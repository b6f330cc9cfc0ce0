/** `resolve -i`: one conflict at a time. Nothing is written here. */
import type { Side } from '../../core/merge/merged.ts';
import { BACK, type Prompts } from '../../io/asking.ts';
import type { Env } from '../../io/env.ts';
import { conflictPage } from '../../printers/conflicts.ts';
import { type Options, printContext } from '../printing.ts';
import type { FoundConflict } from './settle.ts';

export interface Choice {
  readonly conflict: FoundConflict;
  readonly take: Side;
}

const HELP = `o  take ours
t  take theirs
b  take the version before both
s  decide later; the conflict stays
q  decide no more; what was decided is kept
Ctrl-C writes nothing at all
`;

/** @throws Interrupted */
export async function chooseOneByOne(
  conflicts: readonly FoundConflict[],
  prompts: Prompts,
  options: Options,
  env: Env,
): Promise<readonly Choice[]> {
  const context = await printContext(env, options);
  const choices: Choice[] = [];
  for (const [index, conflict] of conflicts.entries()) {
    await env.stdout.write(conflictPage(conflict, `${index + 1} of ${conflicts.length}`, context));
    let answer: string | typeof BACK = '?';
    while (answer === '?' || answer === BACK) {
      answer = await prompts.key({ label: 'Which one holds?', keys: keysFor(conflict), usual: 's' });
      if (answer === '?') await env.stdout.write(HELP);
    }
    if (answer === 'q') break;
    const take = SIDES[answer];
    if (take !== undefined) choices.push({ conflict, take });
  }
  return choices;
}

const SIDES: Readonly<Record<string, Side>> = { o: 'ours', t: 'theirs', b: 'base' };

/** An entry deleted on one side has no version before both, and its position is left as ours has it. */
function keysFor({ field }: FoundConflict) {
  return [
    { key: 'o', name: 'ours' },
    ...(field === 'position' ? [] : [{ key: 't', name: 'theirs' }]),
    ...(field === 'entry' || field === 'position' ? [] : [{ key: 'b', name: 'base' }]),
    { key: 's', name: 'skip' },
    { key: 'q', name: 'quit' },
    { key: '?', name: '?' },
  ];
}
