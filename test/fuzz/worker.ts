/**
 * The process that runs cases, so that one which never ends, or ends Node, is told by the process that watches. Which
 * case runs stands in a file; what came of them goes to the parent.
 */
import fs from 'node:fs';
import { corpus } from './corpus.ts';
import type { Kind, Outcome } from './kind.ts';
import { KINDS, runCase } from './run-cases.ts';

export interface Task {
  readonly root: string;
  readonly seed: number;
  /** File that holds the case that runs. */
  readonly running: string;
  /** The first case of each kind. */
  readonly from: Readonly<Record<string, number>>;
  /** The case of each kind before which it stops. */
  readonly until: Readonly<Record<string, number>>;
  /** Milliseconds since 1970 at which it stops. */
  readonly deadline: number;
}

export type Message =
  | { readonly type: 'counts'; readonly kind: string; readonly counts: Readonly<Record<string, number>> }
  | { readonly type: 'failure'; readonly kind: string; readonly number: number; readonly outcome: Outcome };

/** Cases of a kind before the next kind has its turn, for one of the usual share. */
const TURN = 50;

export async function work(task: Task, send: (message: Message) => void): Promise<void> {
  const surroundings = { root: task.root, corpus: corpus(task.root) };
  const next = new Map(KINDS.map(({ name }) => [name, task.from[name] ?? 0]));
  const running = fs.openSync(task.running, 'w');
  const isOpen = ({ name }: Kind) => next.get(name)! < (task.until[name] ?? 0);
  while (KINDS.some(isOpen) && Date.now() < task.deadline) {
    for (const kind of KINDS.filter(isOpen)) {
      const counts: Record<string, number> = {};
      const end = Math.min(task.until[kind.name]!, next.get(kind.name)! + Math.ceil(TURN * kind.share));
      for (let number = next.get(kind.name)!; number < end && Date.now() < task.deadline; number++) {
        const now = { kind: kind.name, number, since: Date.now(), next: Object.fromEntries(next) };
        fs.writeSync(running, JSON.stringify(now).padEnd(300), 0);
        const outcome = await runCase(kind, task.seed, number, surroundings);
        counts[outcome.reached] = (counts[outcome.reached] ?? 0) + 1;
        if (outcome.problem !== undefined) send({ type: 'failure', kind: kind.name, number, outcome });
        next.set(kind.name, number + 1);
      }
      send({ type: 'counts', kind: kind.name, counts });
    }
  }
  fs.closeSync(running);
}
