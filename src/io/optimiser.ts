/**
 * When V8's optimising compiler sets in. By default it does while a transcript of some pages is still being read, and
 * what it takes, on both cores, is never earned back: a fifth of such a run. Larger inputs need it. The flag has this
 * name and default in Node 20; elsewhere V8 is left as it is.
 */
import { IS_NODE_20, processBinding } from './process-binding.ts';

/** Far more than a run over a few pages uses up. */
const LATE = 10_000_000;
/** V8's own. */
const OWN = 67_584;
/**
 * About twice V8's own: with that it optimises so much at the same time that its four threads take the processor from the
 * one that works, where there are two.
 */
const FOR_MUCH_INPUT = 150_000;
/** Bytes of input from which on optimised code pays. */
const WORTH_OPTIMISING = 150_000;

let bytesRead = 0;
/** As this program has set it; undefined where V8 is left as it is. */
let budget: number | undefined;

/** For the program as a whole, before its chunks are loaded: recorded code holds for the flags it was made with. */
export function optimiseLate(): void {
  setBudget(LATE);
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

function under<T>(units: number, action: () => T): T {
  const before = budget;
  if (before === undefined || before === units) return action();
  setBudget(units);
  try {
    return action();
  } finally {
    setBudget(before);
  }
}

/** To be told of all input; there is no way back to small once there was much. */
export function noteInput(bytes: number): void {
  const before = bytesRead;
  bytesRead += bytes;
  if (before < WORTH_OPTIMISING && bytesRead >= WORTH_OPTIMISING) setBudget(FOR_MUCH_INPUT);
}

function setBudget(units: number): void {
  if (!IS_NODE_20) return;
  budget = units;
  const v8 = processBinding('v8') as typeof import('node:v8');
  v8.setFlagsFromString(`--interrupt-budget=${units}`);
}
