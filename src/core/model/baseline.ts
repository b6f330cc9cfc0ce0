/**
 * Findings that a project has decided to live with for now. A finding is known by its file, its rule and its fingerprint,
 * which holds ids and neither lines nor counts: it stays known when lines move and when others like it are mended. A file
 * that was renamed takes its findings with it.
 */
import { getOrMake } from '../maps.ts';
import { compareText, type Finding, ownerOf } from './finding.ts';

export interface BaselineEntry {
  readonly file: string;
  readonly rule: string;
  /** The fingerprint: the message, or what stands for it where that would change. */
  readonly message: string;
  /** How many findings are like this. */
  readonly count: number;
}

export type Baseline = readonly BaselineEntry[];

export function baselineOf(findings: readonly Finding[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const { rule } = finding;
    const file = ownerOf(finding);
    const message = fingerprintOf(finding);
    const key = JSON.stringify([file, rule, message]);
    const count = (entries.get(key)?.count ?? 0) + instancesOf(finding);
    entries.set(key, { file, rule, message, count });
  }
  return [...entries].sort(([a], [b]) => compareText(a, b)).map(([, entry]) => entry);
}

/** Identifies a finding in its file. */
export function fingerprintOf({ message, fingerprint = message }: Finding): string {
  return fingerprint;
}

function instancesOf({ instances = 1 }: Finding): number {
  return instances;
}

export interface Compared {
  /** Findings that the baseline does not know. */
  readonly fresh: readonly Finding[];
  readonly known: number;
  /** The number of recorded findings that no longer occur. */
  readonly gone: number;
}

/**
 * Of several findings alike, the baseline knows the first ones.
 *
 * @param isThere whether a file exists: one that does not may have been renamed.
 */
export function compareWithBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  isThere: (file: string) => boolean,
): Compared {
  const left = new Map<string, Map<string, number>>();
  for (const { file, rule, message, count } of baseline)
    getOrMake(left, file, () => new Map<string, number>()).set(JSON.stringify([rule, message]), count);
  const oldNames = renamesIn(findings, left, isThere);
  const fresh = findings.filter(finding => {
    const counts = left.get(oldNames.get(ownerOf(finding)) ?? ownerOf(finding));
    const key = keyOf(finding);
    const count = counts?.get(key) ?? 0;
    if (counts === undefined || count < instancesOf(finding)) return true;
    counts.set(key, count - instancesOf(finding));
    return false;
  });
  const gone = [...left.values()]
    .flatMap(counts => [...counts.values()])
    .reduce((sum, count) => sum + count, 0);
  return { fresh, known: findings.length - fresh.length, gone };
}

function keyOf(finding: Finding): string {
  return JSON.stringify([finding.rule, fingerprintOf(finding)]);
}

/**
 * The old name of each file that the baseline does not have, if one that it has is gone and shares at least half of the
 * findings of one of the two. A pair that shares more comes first.
 */
function renamesIn(
  findings: readonly Finding[],
  known: ReadonlyMap<string, ReadonlyMap<string, number>>,
  isThere: (file: string) => boolean,
): ReadonlyMap<string, string> {
  const strangers = new Map<string, Set<string>>();
  for (const finding of findings)
    if (!known.has(ownerOf(finding)))
      getOrMake(strangers, ownerOf(finding), () => new Set<string>()).add(keyOf(finding));
  const renames = new Map<string, string>();
  if (strangers.size === 0) return renames;
  const missing = [...known].filter(([file]) => !isThere(file));
  const pairs = [...strangers].flatMap(([file, keys]) =>
    missing.flatMap(([old, counts]) => {
      const shared = [...keys].filter(key => counts.has(key)).length;
      return shared > 0 && shared * 2 >= Math.min(keys.size, counts.size) ? [{ file, old, shared }] : [];
    }),
  );
  const taken = new Set<string>();
  for (const { file, old } of pairs.sort((a, b) => b.shared - a.shared)) {
    if (renames.has(file) || taken.has(old)) continue;
    renames.set(file, old);
    taken.add(old);
  }
  return renames;
}
