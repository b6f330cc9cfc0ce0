/** Counts what a format could not carry. */
import type { Loss } from '../format.ts';

export class Losses {
  readonly #counts = new Map<string, number>();

  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  addAll(losses: readonly Loss[]): void {
    for (const { what, count } of losses) this.add(what, count);
  }

  /** In the order in which they were first counted. */
  list(): Loss[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }));
  }
}
