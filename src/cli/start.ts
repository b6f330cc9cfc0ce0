/** Runs the program on the real environment. */
import { findProgramFolder, nodeEnv } from '../io/node-env.ts';
import { threadsOf } from '../io/threads.ts';
import { run } from './run.ts';

/** Returns when all output is written. */
export async function start(argv: readonly string[]): Promise<void> {
  const env = nodeEnv(findProgramFolder(import.meta.dirname));
  const threads = threadsOf(`${import.meta.dirname}/worker.cjs`);
  // A row that is drawn again takes a terminal that can erase it.
  const isDrawn = env.stderr.isTTY && env.vars['TERM'] !== 'dumb';
  const told = isDrawn ? (await import('./progress.ts')).withProgress(env) : env;
  process.exitCode = await run(argv, { ...told, threads });
}
