/** Findings with the lines they are about, in the manner of rustc; for people at a terminal. */

import type { ChalkInstance } from 'chalk';
import { largest, pushAll } from '../../core/long-lists.ts';
import { groupBy } from '../../core/maps.ts';
import type { Finding, Location, Severity } from '../../core/model/finding.ts';
import type { SourceText } from '../../core/model/span.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { fileName, visible } from '../escape/visible.ts';
import { fitted, fittedLine } from '../layout/fitted.ts';
import type { PrintContext, Printer } from '../printer.ts';
import { type FindingsReport, instancesIn, positionOf, summaryOf } from './findings.ts';
import { type FrameGlyphs, type FrameStyle, frame, type Mark } from './frame.ts';

/** Findings of one rule shown in full; the rest are counted, since most repeat one mistake. */
const SHOWN_PER_RULE = 20;

/** Other places of a finding that are shown; the rest are counted. */
const LABELS_SHOWN = 5;

/** A line is shown up to this many columns, however wide the terminal. */
const MAX_COLUMNS = 200;
/** The minimum, however narrow the terminal. */
const MIN_COLUMNS = 20;

const ASCII: FrameGlyphs = {
  bar: '|',
  elision: '...',
  cut: '...',
  primary: '^',
  secondary: '-',
  connector: '|',
};
/** Columns of ` = help: `, under whose text the help goes on. */
const HELP_COLUMNS = 9;
const UNICODE: FrameGlyphs = {
  bar: '│',
  elision: '⋮',
  cut: '…',
  primary: '^',
  secondary: '─',
  connector: '│',
};

/** One block a finding, then what was left out or folded into a line, then the summary. */
export const printFindingsText: Printer<FindingsReport> = (report, context) => {
  const folded = foldedRules(report);
  const isFolded = new Set([...folded.values()].flat());
  const limit = report.isVerbose === true ? Number.POSITIVE_INFINITY : SHOWN_PER_RULE;
  const shownOf = new Map<string, number>();
  const blocks: string[] = [];
  for (const finding of report.findings) {
    if (isFolded.has(finding)) continue;
    const shown = (shownOf.get(finding.rule) ?? 0) + 1;
    shownOf.set(finding.rule, shown);
    if (shown <= limit) blocks.push(block(finding, report.sources, context));
  }
  const leftOut = [...shownOf]
    .filter(([, count]) => count > limit)
    .map(([rule, count]) => `${count - limit} more of ${rule}; --format line lists every one\n`)
    .map(text => fitted(text, context.width));
  const lines = [...folded].map(([rule, findings]) => foldedLine(rule, findings, report, context));
  const summary = fitted(`${summaryOf(report)}\n`, context.width);
  return breakCommands([...blocks, ...leftOut, ...lines, summary].join('\n'));
};

/** Groups info findings by rule if a rule has several: thirty blocks would bury the errors. */
function foldedRules({ findings, isVerbose }: FindingsReport): ReadonlyMap<string, readonly Finding[]> {
  if (isVerbose === true) return new Map();
  const infos = findings.filter(({ severity }) => severity === 'info');
  const byRule = groupBy(infos, ({ rule }) => rule);
  return new Map([...byRule].filter(([, all]) => instancesIn(all) > 1));
}

function foldedLine(
  rule: string,
  findings: readonly Finding[],
  { docs }: FindingsReport,
  context: PrintContext,
): string {
  const known = docs?.find(({ id }) => id === rule);
  const count = instancesIn(findings);
  const said = known?.folded?.(findings) ?? `${count} findings: ${known?.summary ?? findings[0]!.message}`;
  const paint = severityPaint('info', context.colour);
  const line = `${paint(`info[${visible(rule)}]`)}: ${visible(said)} (-v lists ${findings.length === 1 ? 'it' : 'them'})\n`;
  return fitted(line, context.width);
}

function block(finding: Finding, sources: ReadonlyMap<string, SourceText>, context: PrintContext): string {
  return `${findingLines(finding, sources, context).join('\n')}\n`;
}

/** The lines of a finding: its message, the lines that it is about with their marks, what to do. */
export function findingLines(
  finding: Finding,
  sources: ReadonlyMap<string, SourceText>,
  context: PrintContext,
): string[] {
  const paint = severityPaint(finding.severity, context.colour);
  const { bold } = context.colour;
  const head = paint(`${finding.severity}[${visible(finding.rule)}]`);
  const width = context.width ?? Infinity;
  const lines = fittedLine(head + bold(`: ${visible(finding.message)}`), width);
  const excerpts = excerptsOf(finding, sources);
  const numberWidth = Math.max(1, largest(excerpts.map(({ lastLine }) => String(lastLine).length)));
  const glyphs = context.unicode ? UNICODE : ASCII;
  const gutterWidth = numberWidth + 3;
  const edge = Math.max(MIN_COLUMNS, width - gutterWidth);
  const style: FrameStyle = {
    numberWidth,
    columns: Math.min(MAX_COLUMNS, edge),
    edge,
    glyphs,
    paintGutter: context.colour.blue,
    paintPrimary: paint,
    paintSecondary: context.colour.blue,
  };
  const margin = ' '.repeat(numberWidth);
  for (const { file, place, source, marks } of excerpts) {
    lines.push(`${margin}${style.paintGutter('-->')} ${fileName(file)}${place}`);
    if (source !== undefined) pushAll(lines, frame(source, marks, style));
  }
  const more = (finding.labels?.length ?? 0) - LABELS_SHOWN;
  if (more > 0)
    lines.push(`${margin} ${style.paintGutter('=')} and ${more} more ${more === 1 ? 'place' : 'places'}`);
  if (finding.help !== undefined) {
    const help = `${margin} ${style.paintGutter('=')} ${bold('help')}: ${visible(finding.help)}`;
    pushAll(lines, fittedLine(help, width, margin.length + HELP_COLUMNS));
  }
  return lines;
}

/** The frame of one file: the finding's own first, then other files that its labels point to. */
interface Excerpt {
  readonly file: string;
  /** ":line:column" of the first mark, or nothing. */
  readonly place: string;
  readonly source: SourceText | undefined;
  readonly marks: readonly Mark[];
  readonly lastLine: number;
}

function excerptsOf(finding: Finding, sources: ReadonlyMap<string, SourceText>): Excerpt[] {
  const labels = (finding.labels ?? []).slice(0, LABELS_SHOWN);
  const files = new Set([finding.file, ...labels.map(label => label.file)]);
  return [...files].map(file => {
    const inFile = [finding, ...labels].filter(location => location.file === file);
    const marks = inFile.flatMap((location): Mark[] => {
      if (location.span === undefined) return [];
      if (location === finding) return [{ span: location.span, primary: true }];
      return [{ span: location.span, message: visible(location.message), primary: false }];
    });
    const source = marks.length > 0 ? sources.get(file) : undefined;
    const first = inFile.includes(finding) ? finding : inFile.toSorted(byStart)[0]!;
    const at = positionOf(first, sources);
    return {
      file,
      place: at === undefined ? '' : `:${at.line}:${at.column}`,
      source,
      marks,
      lastLine: Math.max(1, largest(marks.map(({ span }) => source?.position(span.start).line ?? 1))),
    };
  });
}

function byStart(a: Location, b: Location): number {
  return (a.span?.start ?? 0) - (b.span?.start ?? 0);
}

export function severityPaint(severity: Severity, colour: ChalkInstance): ChalkInstance {
  switch (severity) {
    case 'error':
      return colour.bold.red;
    case 'warning':
      return colour.bold.yellow;
    case 'info':
      return colour.bold.cyan;
  }
}
