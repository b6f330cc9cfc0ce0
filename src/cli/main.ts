/** The process: real environment in, exit status out. No logic. */
import { VERSION } from './version.ts';

async function main(argv: readonly string[]): Promise<void> {
  // Asked for by scripts and by every bug report: answered before anything else is loaded.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.on('error', () => {});
    process.stdout.write(`onrecord ${VERSION}\n`);
    return;
  }
  const { start } = await import('./start.ts');
  await start(argv);
}

void main(process.argv.slice(2));
