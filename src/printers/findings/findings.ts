/** What every printer of findings is given, and what they share. */
import { countBySeverity, type Finding, type Location } from '../../core/model/finding.ts';
import type { RuleDocs } from '../../core/model/rule-docs.ts';
import type { Position, SourceText } from '../../core/model/span.ts';

export interface FindingsReport {
  /** Sorted by `compareFindings`. */
  readonly findings: readonly Finding[];
  /** Texts of the files that could be read, by the name that findings use. */
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly filesChecked: number;
  /** What is said about the rules, for formats that carry it. */
  readonly docs?: readonly RuleDocs[];
}

/** Line and column of a location's start, or undefined where its file could not be read as text. */
export function positionOf(
  location: Location,
  sources: ReadonlyMap<string, SourceText>,
): Position | undefined {
  return location.span && sources.get(location.file)?.position(location.span.start);
}

/** "2 errors, 1 warning in 3 files"; "no findings in 1 file". */
export function summaryOf(report: FindingsReport): string {
  const { error, warning, info } = countBySeverity(report.findings);
  const counts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(info > 0 ? [`${info} info`] : []),
  ];
  return `${counts.join(', ') || 'no findings'} in ${counted(report.filesChecked, 'file')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
