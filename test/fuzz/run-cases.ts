/** Runs cases of one seed, kind by kind, and tells of each what came of it. */
import type { Kind, Outcome, Surroundings } from './kind.ts';
import { growth } from './kinds/growth.ts';
import { lines } from './kinds/lines.ts';
import { projects } from './kinds/projects.ts';
import { readers } from './kinds/readers.ts';
import { Random } from './random.ts';

export const KINDS: readonly Kind[] = [readers, projects, lines, growth];

/** One case; it takes too long where it does so twice: the compiler and the collector disturb the first time. */
export async function runCase(
  kind: Kind,
  seed: number,
  number: number,
  surroundings: Surroundings,
): Promise<Outcome> {
  const once = async () => {
    const start = process.cpuUsage();
    const outcome = await kind.run(Random.ofCase(seed, kind.name, number), surroundings);
    const { user, system } = process.cpuUsage(start);
    return { outcome, spent: (user + system) / 1000 };
  };
  const first = await once();
  if (first.outcome.problem !== undefined || first.spent < kind.patience) return first.outcome;
  const { outcome, spent } = await once();
  if (outcome.problem !== undefined || spent < kind.patience) return outcome;
  return { ...outcome, problem: `takes ${(spent / 1000).toFixed(1)} s of a processor` };
}
