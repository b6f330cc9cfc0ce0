/**
 * When V8 compiles what. By default it optimises while a transcript of some pages is still being read, and what that takes,
 * on both cores, is never earned back: a fifth of such a run. And it compiles each pattern twice, to code of its own and
 * then to machine code; the first is of use only for a pattern that is tried once, and few are. And it notes what each
 * function meets from its eighth call or so on, to make it faster later; on some pages no later comes. Larger inputs need
 * the optimiser and its notes. The flags have these names and defaults in Node 20; elsewhere V8 is left as it is.
 *
 * Only flags whose values are read at one time may be changed while a program runs: to switch the first code of patterns
 * off (`--no-regexp-tier-up`) leaves those that have it already without any, and ends the process.
 */
import { IS_NODE_20, processBinding } from './process-binding.ts';

const NOTES = '--interrupt-budget-factor-for-feedback-allocation';
/** The budget is far more than a run over a few pages uses up. */
const LATE = `--interrupt-budget=10000000 --regexp-tier-up-ticks=0 ${NOTES}=40`;
/** V8's own. */
const OWN = `--interrupt-budget=67584 --regexp-tier-up-ticks=1 ${NOTES}=8`;
/**
 * Nearly four times V8's own budget: with that it optimises so much at the same time that its four threads take the
 * processor from the one that works, where there are two.
 */
const FOR_MUCH_INPUT = `--interrupt-budget=250000 --regexp-tier-up-ticks=0 ${NOTES}=8`;
/** Bytes of input from which on optimised code pays. */
const WORTH_OPTIMISING = 150_000;

let bytesRead = 0;
/** As this program has set them; undefined where V8 is left as it is. */
let flags: string | undefined;

/** For the program as a whole, before its chunks are loaded: recorded code holds for the flags it was made with. */
export function optimiseLate(): void {
  setFlags(LATE);
}

/** Compiles something under the flags for which the code of the program's chunks was recorded. */
export function asRecorded<T>(compile: () => T): T {
  return under(LATE, compile);
}

/**
 * As `process.getBuiltinModule`. The code that is recorded in Node holds for V8's own flags: under others a module with
 * all it needs is compiled, which takes three times as long.
 */
export const getBuiltinModule = ((id: string) =>
  under(OWN, () => process.getBuiltinModule(id))) as typeof process.getBuiltinModule;

function under<T>(wanted: string, action: () => T): T {
  const before = flags;
  if (before === undefined || before === wanted) return action();
  setFlags(wanted);
  try {
    return action();
  } finally {
    setFlags(before);
  }
}

/** To be told of all input; there is no way back to small once there was much. */
export function noteInput(bytes: number): void {
  const before = bytesRead;
  bytesRead += bytes;
  if (before < WORTH_OPTIMISING && bytesRead >= WORTH_OPTIMISING) setFlags(FOR_MUCH_INPUT);
}

function setFlags(wanted: string): void {
  const v8 = IS_NODE_20 ? (processBinding('v8') as typeof import('node:v8') | undefined) : undefined;
  if (v8 === undefined) return;
  flags = wanted;
  v8.setFlagsFromString(wanted);
}
