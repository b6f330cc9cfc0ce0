/** Findings at the levels of a configuration. */
import type { Finding } from '../core/model/finding.ts';
import type { Level } from '../core/model/vocabulary.ts';

/** Without those that are off; a rule without a level keeps its own severity. */
export function atLevels(findings: readonly Finding[], levels: ReadonlyMap<string, Level>): Finding[] {
  return findings.flatMap(finding => {
    const level = levels.get(finding.rule);
    if (level === undefined) return [finding];
    return level === 'off' ? [] : [{ ...finding, severity: level }];
  });
}
