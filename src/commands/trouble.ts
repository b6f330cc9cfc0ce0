/** Reports files that could not be opened; the others are still processed. */
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { fileName, visible } from '../printers/escape/visible.ts';

/** Prints each input error once on stderr and rethrows any other. Returns true if there was one. */
export async function reportTrouble(troubles: readonly unknown[], env: Env): Promise<boolean> {
  const told = new Set<string>();
  for (const trouble of troubles) {
    if (!(trouble instanceof InputError)) throw trouble;
    const hint = trouble.hint === undefined ? '' : `  ${visible(trouble.hint)}\n`;
    const text = `onrecord: ${visible(trouble.path)}: ${visible(trouble.message)}\n${hint}`;
    if (!told.has(text)) await env.stderr.write(text);
    told.add(text);
  }
  return troubles.length > 0;
}

/** Says that pipes, sockets and devices in folders were not opened. */
export async function tellPassedOver(special: readonly string[], env: Env): Promise<void> {
  const [first, ...others] = special;
  if (first === undefined) return;
  const rest =
    others.length === 0 ? ' is not a regular file' : ` and ${others.length} more are not regular files`;
  await env.stderr.write(`onrecord: skipped: ${fileName(first)}${rest}\n`);
}
