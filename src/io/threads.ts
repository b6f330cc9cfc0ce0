/** Threads of the process: each loads the program anew and does one task. */
import type { Threads } from './env.ts';
import { getBuiltinModule } from './optimiser.ts';

// What only some commands need is loaded when they ask for it.
const workerThreads = () => getBuiltinModule('node:worker_threads');

/** The first lines of a thread. */
const BEGINNING = "require(require('node:worker_threads').workerData.program).work()";

interface ThreadData {
  readonly program: string;
  readonly input: unknown;
}

/** Bytes for each thread. A guess: on two processors 10 MB took longer in two threads than in one. */
const WORTH = 8_000_000;

/** @param program absolute path of a CommonJS module whose `work` does the task and ends in `answer`. */
export function threadsOf(program: string): Threads {
  return {
    get processors() {
      return getBuiltinModule('node:os').availableParallelism();
    },
    worth: WORTH,
    run: input =>
      new Promise((resolve, reject) => {
        const data: ThreadData = { program, input };
        const worker = new (workerThreads().Worker)(BEGINNING, { eval: true, workerData: data });
        worker.once('message', resolve);
        worker.once('error', reject);
        // After a message this has no effect any more.
        worker.once('exit', status => reject(new Error(`a thread ended early, with status ${status}`)));
      }),
  };
}

/** What a thread does: hands the input to the task, and its result back. */
export async function answer(task: (input: unknown) => Promise<unknown>): Promise<void> {
  const { parentPort, workerData } = workerThreads();
  parentPort!.postMessage(await task((workerData as ThreadData).input));
}
