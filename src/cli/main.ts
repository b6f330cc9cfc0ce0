/** The process: real environment in, exit status out. No logic. */
import { chunkLoader } from '../io/chunks.ts';
import { optimiseLate } from '../io/optimiser.ts';
import { VERSION } from './version.ts';

export { CODE_CACHE_ENDING, chunkLoader } from '../io/chunks.ts';
export { optimiseLate } from '../io/optimiser.ts';

/** Runs the command line `argv`, without the names of Node and of the program. */
export async function main(argv: readonly string[]): Promise<void> {
  // Asked for by scripts and by every bug report: answered before anything else is loaded.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.on('error', () => {});
    process.stdout.write(`onrecord ${VERSION}\n`);
    return;
  }
  optimiseLate();
  await startChunk(argv[0] === 'check' ? 'check' : 'show').start(argv);
  // All output is written. Left to end by itself, Node gives back every page of the heap first.
  process.exit();
}

/** Does what a thread of the program is for: threads start where there is much to do, and share the flags of the process. */
export async function work(): Promise<void> {
  await startChunk('check').work();
}

/** @param build of the two that the program comes in: the one for `check`, or the one for all other commands */
function startChunk(build: 'check' | 'show'): typeof import('./start.ts') {
  let start: typeof import('./start.ts') | undefined;
  const load = chunkLoader(`${__dirname}/${build}`, {
    // What is loaded late is loaded after other flags may have been set, which `start` alone knows.
    compiling: compile => (start === undefined ? compile() : start.asRecorded(compile)),
  });
  start = load('./start.cjs') as typeof import('./start.ts');
  return start;
}
