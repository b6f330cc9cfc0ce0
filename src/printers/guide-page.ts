/** A page of the guide, written in Markdown, for the terminal. */

import type { List, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { largest } from '../core/long-lists.ts';
import { displayWidth } from '../core/text/width.ts';
import { Page, type Run, type Style } from './layout/page.ts';
import type { PrintContext, Printer } from './printer.ts';

/** Columns: longer lines of running text are hard to read, however wide the terminal. */
const MAX_WIDTH = 100;
const INDENT = 2;
/** Columns between two cells of a table, and the fewest that its last column takes. */
const GAP = 2;
const LEAST_LAST = 20;

export interface GuidePage {
  readonly content: readonly RootContent[];
}

export const printGuidePage: Printer<GuidePage> = ({ content }, context) => {
  const width = Math.min(context.width ?? MAX_WIDTH, MAX_WIDTH);
  const page = new Page({ ...context, width });
  printBlocks(content, 0, { page, width, context });
  return page.toString();
};

interface Sheet {
  readonly page: Page;
  readonly width: number;
  readonly context: PrintContext;
}

function printBlocks(blocks: readonly RootContent[], indent: number, sheet: Sheet): void {
  for (const block of blocks) {
    sheet.page.blank();
    printBlock(block, indent, sheet);
  }
}

function printBlock(block: RootContent, indent: number, sheet: Sheet): void {
  const { page, context } = sheet;
  switch (block.type) {
    case 'heading':
      if (block.depth === 1) page.heading(plainText(block), context.unicode ? '═' : '=', context.colour.bold);
      else page.paragraph([{ text: plainText(block), style: context.colour.bold }], { indent });
      return;
    case 'paragraph':
      page.paragraph(runsOf(block.children, context), { indent });
      return;
    case 'code':
      for (const line of block.value.split('\n')) page.verbatim(line, indent + INDENT);
      return;
    case 'list':
      printList(block, indent, sheet);
      return;
    case 'table':
      printTable(block, indent, sheet);
      return;
    case 'blockquote':
      printBlocks(block.children, indent + INDENT, sheet);
      return;
    // Comments for editors of the page, such as where a generated part begins.
    case 'html':
      return;
    default:
      throw new Error(`the guide has no ${block.type}: print it here, or write the page without it`);
  }
}

function printList(list: List, indent: number, sheet: Sheet): void {
  for (const [index, { children }] of list.children.entries()) {
    const lead = list.ordered === true ? `${(list.start ?? 1) + index}.` : '-';
    const [first, ...others] = children;
    const column = indent + lead.length + 1;
    if (first?.type === 'paragraph')
      sheet.page.paragraph(runsOf(first.children, sheet.context), {
        indent: column,
        lead: ' '.repeat(indent) + lead,
      });
    else if (first !== undefined) printBlock(first, column, sheet);
    for (const block of others) printBlock(block, column, sheet);
  }
}

/** Columns; the last one wraps. Where it has no room, the cells of a row stand below the first, each with its heading. */
function printTable(table: Table, indent: number, sheet: Sheet): void {
  const [head = [], ...rows] = table.children.map(row =>
    row.children.map(cell => runsOf(cell.children, sheet.context)),
  );
  const widths = head.map((_, column) =>
    largest([head, ...rows].map(row => displayWidth(textOf(row[column] ?? [])))),
  );
  const lastColumn = widths.slice(0, -1).reduce((sum, columns) => sum + columns + GAP, indent);
  const { bold } = sheet.context.colour;
  const headings = head.map(cell => ({ text: textOf(cell), style: bold }));
  if (lastColumn + LEAST_LAST > sheet.width) {
    for (const row of rows) printStacked(row, headings, indent, sheet);
    return;
  }
  const titled = headings.some(({ text }) => text !== '') ? [headings.map(heading => [heading])] : [];
  for (const row of [...titled, ...rows]) {
    const cells = row
      .slice(0, -1)
      .flatMap((cell, column) => [...cell, ' '.repeat(gapAfter(cell, widths[column]!))]);
    sheet.page.hanging([' '.repeat(indent), ...cells], row.at(-1) ?? [], lastColumn);
  }
}

function gapAfter(cell: readonly Run[], columns: number): number {
  return columns + GAP - displayWidth(textOf(cell));
}

function printStacked(
  [first = [], ...others]: readonly (readonly Run[])[],
  headings: readonly Run[],
  indent: number,
  { page }: Sheet,
): void {
  page.paragraph(first, { indent });
  for (const [index, cell] of others.entries()) {
    const heading = headings[index + 1] ?? '';
    if (textOf(cell) === '') continue;
    const lead = textOf([heading]) === '' ? [] : [heading, ': '];
    page.paragraph([...lead, ...cell], { indent: indent + 2 * INDENT });
  }
}

/** Code keeps its backticks, for it has no other sign where there is no colour. */
function runsOf(children: readonly PhrasingContent[], context: PrintContext, style?: Style): Run[] {
  const styled = (text: string, own: Style | undefined): Run =>
    own === undefined ? text : { text, style: own };
  return children.flatMap((child): Run[] => {
    switch (child.type) {
      case 'text':
        return [styled(child.value.replaceAll('\n', ' '), style)];
      case 'inlineCode':
        return [styled(`\`${child.value}\``, context.colour.cyan)];
      case 'strong':
        return runsOf(child.children, context, context.colour.bold);
      case 'emphasis':
        return runsOf(child.children, context, context.colour.italic);
      case 'link':
        return [...runsOf(child.children, context, style), ...addressOf(child.url, plainText(child))];
      case 'break':
        return ['\n'];
      default:
        throw new Error(`the guide has no ${child.type}: print it here, or write the page without it`);
    }
  });
}

/** Links between pages of the guide say nothing that `help` does not. */
function addressOf(url: string, text: string): Run[] {
  return /^https?:/.test(url) && url !== text ? [` (${url})`] : [];
}

function textOf(runs: readonly Run[]): string {
  return runs.map(run => (typeof run === 'string' ? run : run.text)).join('');
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
