/** The input of every findings printer, and helpers that they share. */

import { countBySeverity, type Finding, type Location } from '../../core/model/finding.ts';
import type { ListedRule } from '../../core/model/rule-docs.ts';
import type { Position, SourceText } from '../../core/model/span.ts';
import { counted } from '../../core/text/counted.ts';

/** Texts of files by the name that findings use. */
export type Sources = ReadonlyMap<string, SourceText>;

export interface FindingsReport {
  /** Sorted by `compareFindings`. */
  readonly findings: readonly Finding[];
  /** Sources of the files that could be read. */
  readonly sources: Sources;
  /** Names of the files that were checked. */
  readonly files: readonly string[];
  readonly leftOut?: LeftOutCounts;
  /** Whether to list findings that are otherwise folded or left out. */
  readonly isVerbose?: boolean;
  /** Whether the summary of a GitHub Actions step has the whole list as well. */
  readonly hasStepSummary?: boolean;
  /** Documentation of the rules, for formats that carry it. */
  readonly docs?: readonly ListedRule[];
  /** The program that made the report. */
  readonly program?: { readonly version: string; readonly homepage?: string | undefined };
}

/** Counts of skipped files by reason. */
export interface LeftOutCounts {
  /** YAML files that are not ours. */
  readonly foreign: number;
  /** Files that the configuration ignores. */
  readonly ignored: number;
  /** Links to folders. */
  readonly linked: number;
  /** Pipes, sockets and devices. */
  readonly special: number;
  /** Layers of transcripts that were named without them. */
  readonly layers: number;
}

/** Returns the number of single findings that these summarise. */
export function instancesIn(findings: readonly Finding[]): number {
  return findings.reduce((sum, { instances = 1 }) => sum + instances, 0);
}

/** Errors, then warnings, then information; those of one level in their order. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return (['error', 'warning', 'info'] as const).flatMap(level =>
    findings.filter(({ severity }) => severity === level),
  );
}

/** Line and column of a location's start, or undefined if its file could not be read as text. */
export function positionOf(location: Location, sources: Sources): Position | undefined {
  return location.span && sources.get(location.file)?.position(location.span.start);
}

/** Like {@link positionOf}, with the position after the last character. */
export function extentOf(
  { file, span }: Location,
  sources: Sources,
): { readonly start: Position; readonly end: Position } | undefined {
  const source = span && sources.get(file);
  return source && { start: source.position(span.start), end: source.position(span.end) };
}

/** "2 errors, 1 warning in 3 files"; "no findings in 1 file; 3 other YAML files are not onrecord's". */
export function summaryOf({ findings, files, leftOut }: FindingsReport): string {
  const { error, warning, info } = countBySeverity(findings);
  const counts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(info > 0 ? [`${info} info`] : []),
  ];
  const found = counts.join(', ') || 'no findings';
  const result =
    files.length === 0 && counts.length === 0
      ? 'no file was checked'
      : `${found} in ${counted(files.length, 'file')}`;
  const rest = leftOut === undefined ? '' : leftOutOf(leftOut, files.length);
  return rest === '' ? result : `${result}; ${rest}`;
}

function leftOutOf({ foreign, ignored, linked, special, layers }: LeftOutCounts, files: number): string {
  const other = files > 0 ? 'other ' : '';
  return [
    ...(foreign > 0 ? [`${counted(foreign, `${other}YAML file`)} ${verb(foreign)} not onrecord's`] : []),
    ...(ignored > 0 ? [`${counted(ignored, 'file')} ${verb(ignored)} ignored`] : []),
    ...(linked > 0
      ? [`${linked === 1 ? '1 link to a folder is' : `${linked} links to folders are`} not followed`]
      : []),
    ...(special > 0 ? [special === 1 ? '1 is not a regular file' : `${special} are not regular files`] : []),
    ...(layers > 0
      ? [`${counted(layers, 'layer')} of ${files > 1 ? 'them' : 'it'} ${verb(layers)} not checked`]
      : []),
  ].join(', ');
}

function verb(count: number): string {
  return count === 1 ? 'is' : 'are';
}
