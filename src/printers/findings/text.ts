/** Findings with the lines they are about, in the manner of rustc; for people at a terminal. */
import type { ChalkInstance } from 'chalk';
import type { Finding, Severity } from '../../core/model/finding.ts';
import type { SourceText } from '../../core/model/span.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { fileName, visible } from '../escape/visible.ts';
import type { PrintContext, Printer } from '../printer.ts';
import { type FindingsReport, positionOf, summaryOf } from './findings.ts';
import { type FrameGlyphs, type FrameStyle, frame, type Mark } from './frame.ts';

/** Beyond so many, findings of one rule are counted instead of shown: they are mostly one mistake made again. */
const SHOWN_PER_RULE = 20;

/** A line is shown up to this many columns, however wide the terminal. */
const MAX_COLUMNS = 200;
/** And at least so many, however narrow. */
const MIN_COLUMNS = 20;

const ASCII: FrameGlyphs = {
  bar: '|',
  elision: '...',
  cut: '...',
  primary: '^',
  secondary: '-',
  connector: '|',
};
const UNICODE: FrameGlyphs = {
  bar: '│',
  elision: '⋮',
  cut: '…',
  primary: '^',
  secondary: '─',
  connector: '│',
};

/** One block a finding, then what was left out, then the summary. */
export const printFindingsText: Printer<FindingsReport> = (report, context) => {
  const shownOf = new Map<string, number>();
  const blocks: string[] = [];
  for (const finding of report.findings) {
    const shown = (shownOf.get(finding.rule) ?? 0) + 1;
    shownOf.set(finding.rule, shown);
    if (shown <= SHOWN_PER_RULE) blocks.push(block(finding, report.sources, context));
  }
  const leftOut = [...shownOf]
    .filter(([, count]) => count > SHOWN_PER_RULE)
    .map(([rule, count]) => `${count - SHOWN_PER_RULE} more of ${rule}; --format line lists every one\n`);
  return breakCommands([...blocks, ...leftOut, `${summaryOf(report)}\n`].join('\n'));
};

function block(finding: Finding, sources: ReadonlyMap<string, SourceText>, context: PrintContext): string {
  const paint = severityPaint(finding.severity, context.colour);
  const { bold } = context.colour;
  const lines = [
    paint(`${finding.severity}[${visible(finding.rule)}]`) + bold(`: ${visible(finding.message)}`),
  ];
  const excerpts = excerptsOf(finding, sources);
  const numberWidth = Math.max(1, ...excerpts.map(({ lastLine }) => String(lastLine).length));
  const glyphs = context.unicode ? UNICODE : ASCII;
  const gutterWidth = numberWidth + 3;
  const style: FrameStyle = {
    numberWidth,
    columns: Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, (context.width ?? Infinity) - gutterWidth)),
    glyphs,
    paintGutter: context.colour.blue,
    paintPrimary: paint,
    paintSecondary: context.colour.blue,
  };
  const margin = ' '.repeat(numberWidth);
  for (const { file, place, source, marks } of excerpts) {
    lines.push(`${margin}${style.paintGutter('-->')} ${fileName(file)}${place}`);
    if (source !== undefined) lines.push(...frame(source, marks, style));
  }
  if (finding.help !== undefined)
    lines.push(`${margin} ${style.paintGutter('=')} ${bold('help')}: ${visible(finding.help)}`);
  return `${lines.join('\n')}\n`;
}

/** What is shown of one file: the finding's own first, then other files that its labels point to. */
interface Excerpt {
  readonly file: string;
  /** ":line:column" of the first mark, or nothing. */
  readonly place: string;
  readonly source: SourceText | undefined;
  readonly marks: readonly Mark[];
  readonly lastLine: number;
}

function excerptsOf(finding: Finding, sources: ReadonlyMap<string, SourceText>): Excerpt[] {
  const labels = finding.labels ?? [];
  const files = new Set([finding.file, ...labels.map(label => label.file)]);
  return [...files].map(file => {
    const inFile = [finding, ...labels].filter(location => location.file === file);
    const marks = inFile.flatMap((location): Mark[] => {
      if (location.span === undefined) return [];
      if (location === finding) return [{ span: location.span, primary: true }];
      return [{ span: location.span, message: visible(location.message), primary: false }];
    });
    const source = marks.length > 0 ? sources.get(file) : undefined;
    const at = positionOf(inFile[0]!, sources);
    return {
      file,
      place: at === undefined ? '' : `:${at.line}:${at.column}`,
      source,
      marks,
      lastLine: Math.max(1, ...marks.map(({ span }) => source?.position(span.start).line ?? 1)),
    };
  });
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
