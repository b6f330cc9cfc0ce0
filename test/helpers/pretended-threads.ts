/** Threads that all run in this one, with everything copied as real ones copy it. */
import type { Env } from '../../src/io/env.ts';

export class PretendedThreads {
  started = 0;
  readonly #worth: number;
  readonly #task: (input: unknown, env: Env) => Promise<unknown>;

  /** @param worth bytes of input that justify one. */
  constructor(worth: number, task: (input: unknown, env: Env) => Promise<unknown>) {
    this.#worth = worth;
    this.#task = task;
  }

  /** What they change in the environment of a run. */
  readonly change = (env: Env): Partial<Env> => ({
    threads: {
      processors: 3,
      worth: this.#worth,
      run: async input => {
        this.started++;
        return structuredClone(await this.#task(structuredClone(input), env));
      },
    },
  });
}

/** Threads in which everything fails. */
export const failing = new PretendedThreads(1000, () => Promise.reject(new Error('no memory left'))).change;
