/** Old and new in two columns, as `diff -y`: for text that changed, and whatever else changed with it. */
import { pushAll } from '../../core/long-lists.ts';
import { twoColumns } from '../layout/columns.ts';
import { Page, type Run } from '../layout/page.ts';
import type { PrintContext } from '../printer.ts';
import { type Item, sectionsOf } from './items.ts';
import type { Part } from './parts.ts';
import type { DiffPrinter } from './report.ts';
import { diffSummary, momentLines } from './summary.ts';
import { styledParts } from './text.ts';

/** Columns if the output has no width. */
const USUAL_WIDTH = 120;
const GUTTER = 3;
const NARROWEST_COLUMN = 20;

export const printDiffSideBySide: DiffPrinter = ({ diff, names, isAll }, context) => {
  const column = Math.max(NARROWEST_COLUMN, Math.floor(((context.width ?? USUAL_WIDTH) - GUTTER) / 2));
  const rows: string[] = [];
  const add = (sign: string, left: readonly Run[], right: readonly Run[]) => {
    pushAll(rows, twoColumns(left, right, { column, between: ` ${sign} ` }, context));
  };
  add(' ', [names.old], [names.new]);
  for (const line of momentLines(diff)) add(' ', [line], []);
  for (const { title, items } of sectionsOf(diff, isAll)) {
    add(' ', [], []);
    add(' ', [{ text: title, style: context.colour.bold }], []);
    for (const item of items) addItem(item, '', context, add);
  }
  const page = new Page(context);
  page.paragraph([diffSummary(diff, undefined, isAll)]);
  return `${rows.join('\n')}\n\n${page.toString()}`;
};

const SIGNS = { '+': '>', '-': '<', '~': '|', '>': '|', '=': '=', '!': '!' } as const;

function addItem(
  item: Item,
  indent: string,
  context: PrintContext,
  add: (sign: string, left: readonly Run[], right: readonly Run[]) => void,
): void {
  const without = (mark: 'removed' | 'added'): Run[] => {
    const isJoint = (part: Part) => part.inSentence === true && part.mark === undefined;
    const parts = item.parts.filter(part => part.mark !== mark && !isJoint(part));
    const words = parts.every(part => part.text.trim() === '') ? [] : parts;
    const separator =
      words.length === 0 || item.name === '' ? '' : words[0]?.text.startsWith(' ') ? ':' : ': ';
    const id = item.id === undefined ? '' : `  ${item.id}`;
    return [`${indent}${item.name}${separator}`, ...styledParts(words, context), id];
  };
  const isOld = item.sign !== '+';
  const isNew = item.sign !== '-' && item.sign !== '!';
  add(SIGNS[item.sign], isOld ? without('added') : [], isNew ? without('removed') : []);
  for (const detail of item.details) addItem(detail, `${indent}  `, context, add);
}
