/** The diff for people: changed words marked in their place, then annotations, standings with who moved them, a summary. */
import { Page, type Run, type Style } from '../layout/page.ts';
import type { PrintContext } from '../printer.ts';
import { type Palette, paletteOf } from '../view/palette.ts';
import { type Item, type Sign, sectionsOf } from './items.ts';
import type { Part } from './parts.ts';
import type { DiffPrinter } from './report.ts';
import { diffSummary, momentLines } from './summary.ts';

const INDENT = 2;
const NEXT = 'next:';

export const printDiffText: DiffPrinter = ({ diff, isAll, next }, context) => {
  const page = new Page(context);
  const palette = paletteOf(context.colour);
  for (const line of momentLines(diff)) page.paragraph([{ text: line, style: palette.muted }]);
  for (const { title, items } of sectionsOf(diff, isAll)) {
    page.blank();
    page.paragraph([{ text: title, style: palette.section }]);
    for (const item of items) addItem(page, item, 0, context, palette);
  }
  page.blank();
  page.paragraph([diffSummary(diff, undefined, isAll)]);
  if (next !== undefined)
    page.paragraph([next], { indent: NEXT.length + 1, lead: { text: NEXT, style: palette.title } });
  return page.toString();
};

function addItem(page: Page, item: Item, indent: number, context: PrintContext, palette: Palette): void {
  const style = signStyle(item.sign, context);
  const words = styledParts(item.parts, context);
  const name: Run[] = item.name === '' ? [] : [{ text: item.name, style: palette.id }];
  const runs = [...name, ...(name.length > 0 && words.length > 0 ? [': '] : []), ...words];
  if (item.id !== undefined) runs.push({ text: `  ${item.id}`, style: palette.muted });
  page.paragraph(runs, { indent: indent + INDENT, lead: { text: ' '.repeat(indent) + item.sign, style } });
  for (const detail of item.details) addItem(page, detail, indent + INDENT, context, palette);
}

/** Words with their marks: colours where there are any, else the brackets of `git diff --word-diff`. */
export function styledParts(parts: readonly Part[], { colour }: PrintContext): Run[] {
  const { standing } = paletteOf(colour);
  return parts.map(({ text, mark, inSentence = false }) => {
    if (mark === undefined) return text;
    const isBare = colour.level === 0 && (mark === 'removed' || mark === 'added');
    if (isBare && inSentence) return text;
    if (mark === 'removed') return isBare ? `[-${text}-]` : { text, style: colour.red.strikethrough };
    if (mark === 'added') return isBare ? `{+${text}+}` : { text, style: colour.green.underline };
    return { text, style: standing[mark] };
  });
}

export function signStyle(sign: Sign, { colour }: PrintContext): Style {
  return {
    '+': colour.green,
    '-': colour.red,
    '~': colour.yellow,
    '>': colour.blue,
    '=': colour.dim,
    '!': colour.magenta.bold,
  }[sign];
}
