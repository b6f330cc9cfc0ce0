/** Threads of the process: each loads the program anew and does one task. */
import type { Threads } from './env.ts';

// Loaded when a command asks for threads: few do.
const workerThreads = () => process.getBuiltinModule('node:worker_threads');

/** Bytes for each thread. A guess: on two processors 10 MB took longer in two threads than in one. */
const WORTH = 8_000_000;

/** @param program absolute path of a module that ends in `answer`. */
export function threadsOf(program: string): Threads {
  return {
    get processors() {
      return process.getBuiltinModule('node:os').availableParallelism();
    },
    worth: WORTH,
    run: input =>
      new Promise((resolve, reject) => {
        const worker = new (workerThreads().Worker)(program, { workerData: input });
        worker.once('message', resolve);
        worker.once('error', reject);
        // No effect after a message.
        worker.once('exit', status => reject(new Error(`a thread ended early, with status ${status}`)));
      }),
  };
}

/** Called in a thread: hands the input to the task, and its result back. */
export async function answer(task: (input: unknown) => Promise<unknown>): Promise<void> {
  const { parentPort, workerData } = workerThreads();
  parentPort!.postMessage(await task(workerData));
}
