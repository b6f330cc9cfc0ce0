/** Runs the program on the real environment. */
import { findProgramFolder, nodeEnv } from '../io/node-env.ts';
import { threadsOf } from '../io/threads.ts';
import { run } from './run.ts';

/** Returns when all output is written. */
export async function start(argv: readonly string[]): Promise<void> {
  const env = nodeEnv(findProgramFolder(import.meta.dirname));
  const threads = threadsOf(`${import.meta.dirname}/worker.cjs`);
  const told = env.stderr.isTTY ? (await import('./progress.ts')).withProgress(env) : env;
  process.exitCode = await run(argv, { ...told, threads });
}
