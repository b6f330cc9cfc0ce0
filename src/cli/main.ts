/** The process: real environment in, exit status out. No logic. */
import { VERSION } from '../commands/program-info.ts';

/** Runs the command line `argv`, without the names of Node and of the program. */
export async function main(argv: readonly string[]): Promise<void> {
  // Scripts and bug reports ask for it: answer before anything else is loaded.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.on('error', () => {});
    process.stdout.write(`onrecord ${VERSION}\n`);
    return;
  }
  const { start } = await import('./start.ts');
  await start(argv);
  // A signal that came during a write ends the program, which a turn of the event loop lets it do.
  if (process.listenerCount('SIGINT') > 0) await new Promise(setImmediate);
  // Exit now: Node would first free the whole heap.
  process.exit();
}
