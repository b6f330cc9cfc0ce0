/** A rule's page for `explain`: what it finds, why that matters, and examples with what `check` says about them. */
import { largest, pushAll } from '../core/long-lists.ts';
import type { ExampleRun, RuleDocs, RuleOptions, RulePage } from '../core/model/rule-docs.ts';
import { wrap } from '../core/text/wrap.ts';
import { breakCommands } from './escape/ci-commands.ts';
import { visible } from './escape/visible.ts';
import { printFindingsLine } from './findings/line.ts';
import { severityPaint } from './findings/text.ts';
import { fittedLine } from './layout/fitted.ts';
import type { PrintContext, Printer } from './printer.ts';

/** Running text is easiest to read in lines of this length, however wide the terminal. */
const MAX_TEXT_WIDTH = 100;
const INDENT = '  ';

export const printRulePage: Printer<RulePage> = ({ docs, runs }, context) => {
  const { bold } = context.colour;
  const paragraph = (text: string) => `${paragraphLines(text, context).join('\n')}\n`;
  const sections = [
    `${bold(docs.id)} (${severityPaint(docs.severity, context.colour)(docs.severity)})\n`,
    paragraph(docs.summary),
    `${bold('Why')}\n${paragraph(docs.why)}`,
    ...runs.map(run => exampleSection(run, context)),
    ...(docs.options === undefined ? [] : [optionsSection(docs.options, context)]),
    `${bold('Source')}\n${paragraph(docs.source)}`,
  ];
  return breakCommands(sections.join('\n'));
};

/** Columns that a summary needs beside the name of its rule; with fewer it stands below. */
const LEAST_SUMMARY = 28;

/** All rules, each with its severity and what it finds. */
export function printRuleList(rules: readonly RuleDocs[], { width = Infinity }: PrintContext): string {
  const names = largest(rules.map(({ id }) => id.length));
  const column = names + 2 + 'warning'.length + 2;
  const lines = rules.flatMap(({ id, severity, summary }) =>
    width - column >= LEAST_SUMMARY
      ? fittedLine(`${id.padEnd(names)}  ${severity.padEnd('warning'.length)}  ${summary}`, width, column)
      : [`${id}  ${severity}`, ...fittedLine(`    ${summary}`, width, 4)],
  );
  return `${lines.join('\n')}\n`;
}

function paragraphLines(text: string, context: PrintContext): string[] {
  return wrap(text, { width: Math.min(context.width ?? MAX_TEXT_WIDTH, MAX_TEXT_WIDTH), indent: INDENT });
}

function exampleSection({ example, findings, sources }: ExampleRun, context: PrintContext): string {
  const { bold, dim } = context.colour;
  const bar = context.unicode ? '│' : '|';
  const { width = Number.POSITIVE_INFINITY } = context;
  const lines = fittedLine(`${bold(findings.length === 0 ? 'Clean' : 'Found')}: ${example.title}`, width);
  for (const [file, source] of sources) {
    lines.push(`${INDENT}${dim(visible(file))}`);
    const margin = `${INDENT}${dim(bar)} `;
    // Never wrapped: it is there to be copied, and a comment or a block of text in two lines is other YAML.
    for (const line of source.text.replace(/\n$/, '').split('\n'))
      lines.push((margin + visible(line)).trimEnd());
  }
  const said = printFindingsLine({ findings, sources, files: [...sources.keys()] }, context);
  for (const line of said.split('\n').slice(0, -1)) pushAll(lines, fittedLine(`${INDENT}${line}`, width));
  return `${lines.join('\n')}\n`;
}

function optionsSection(options: RuleOptions, context: PrintContext): string {
  const lines = Object.entries(options).flatMap(([name, option]) =>
    paragraphLines(`${name} (default ${JSON.stringify(option.default)}): ${option.meaning}`, context),
  );
  return `${context.colour.bold('Options')}\n${lines.join('\n')}\n`;
}
