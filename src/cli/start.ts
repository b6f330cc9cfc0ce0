/** Runs the program on the real environment and hands its status to the process. */
import { findProgramFolder, nodeEnv } from '../io/node-env.ts';
import { run } from './run.ts';

/**
 * The status goes into `process.exitCode`: a call of `process.exit` would cut piped output at 64 KiB.
 */
export async function start(argv: readonly string[]): Promise<void> {
  const env = nodeEnv(findProgramFolder(__dirname));
  process.exitCode = await run(argv, env);
}
