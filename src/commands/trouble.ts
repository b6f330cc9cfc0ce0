/** Reports files that could not be opened; the others are still processed. */
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { visible } from '../printers/escape/visible.ts';

/** Prints each input error on stderr and rethrows any other. Returns true if there was one. */
export async function reportTrouble(troubles: readonly unknown[], env: Env): Promise<boolean> {
  for (const trouble of troubles) {
    if (!(trouble instanceof InputError)) throw trouble;
    const hint = trouble.hint === undefined ? '' : `  ${visible(trouble.hint)}\n`;
    await env.stderr.write(`onrecord: ${visible(trouble.path)}: ${visible(trouble.message)}\n${hint}`);
  }
  return troubles.length > 0;
}
