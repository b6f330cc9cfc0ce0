/**
 * Findings that a project has decided to live with for now. A finding is known by its file, rule and message, which
 * hold ids and not lines, so that it stays known when lines move.
 */
import { compareText, type Finding } from './finding.ts';

export interface BaselineEntry {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  /** How many findings are like this. */
  readonly count: number;
}

export type Baseline = readonly BaselineEntry[];

export function baselineOf(findings: readonly Finding[]): Baseline {
  const counts = new Map<string, BaselineEntry>();
  for (const { file, rule, message } of findings) {
    const key = keyOf({ file, rule, message });
    counts.set(key, { file, rule, message, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

export interface Compared {
  /** Findings that the baseline does not know. */
  readonly fresh: readonly Finding[];
  /** How many findings it knows. */
  readonly known: number;
  /** How many it knows that are not there any more. */
  readonly gone: number;
}

/** Of several findings alike, the baseline knows the first ones. */
export function compareWithBaseline(findings: readonly Finding[], baseline: Baseline): Compared {
  const left = new Map(baseline.map(entry => [keyOf(entry), entry.count]));
  const fresh = findings.filter(finding => {
    const count = left.get(keyOf(finding)) ?? 0;
    if (count > 0) left.set(keyOf(finding), count - 1);
    return count === 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, known: findings.length - fresh.length, gone };
}

function keyOf({ file, rule, message }: Pick<Finding, 'file' | 'rule' | 'message'>): string {
  return JSON.stringify([file, rule, message]);
}
