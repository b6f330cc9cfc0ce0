/** Runs the program on the real environment and hands its status to the process. */
import { offerSha256 } from '../core/hash.ts';
import { findProgramFolder, nodeEnv } from '../io/node-env.ts';
import { optimiseLate } from '../io/optimiser.ts';
import { NODE_SHA256 } from '../io/sha256.ts';
import { answer, threadsOf } from '../io/threads.ts';
import { run } from './run.ts';

export { asRecorded } from '../io/optimiser.ts';

// For the program and for its threads.
offerSha256(NODE_SHA256);

/** Returns when all output is taken: the process may then be ended at once. */
export async function start(argv: readonly string[]): Promise<void> {
  // `main` has done so before this chunk was loaded; here it is known from now on.
  optimiseLate();
  const env = nodeEnv(findProgramFolder(__dirname));
  const threads = threadsOf(`${__dirname}/../main.cjs`);
  process.exitCode = await run(argv, { ...env, threads });
}

/** What a thread of the program does: a part of a check. */
export async function work(): Promise<void> {
  const { checkInThread } = await import('../commands/check/thread.ts');
  const env = nodeEnv(findProgramFolder(__dirname));
  await answer(input => checkInThread(input, env));
}
