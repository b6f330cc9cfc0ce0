/** Files that ship with the program. */
import type { Env } from './env.ts';

/** The text of such a file. @throws Error if it is missing. */
export function shippedText(env: Env, name: string): string {
  return new TextDecoder().decode(shippedFile(env, name));
}

/** The bytes of a file in the program's `data/` that every installation has. @throws Error if it is missing. */
export function shippedFile(env: Env, name: string): Uint8Array {
  const bytes = env.programFile(name);
  if (bytes === undefined) throw new Error(`the program’s data/${name} is missing`);
  return bytes;
}
