/** Two texts beside each other. */
import { displayWidth } from '../../core/text/width.ts';
import type { PrintContext } from '../printer.ts';
import { Page, plain, type Run } from './page.ts';

/** Lines with both texts, each wrapped in its column. @param between what stands between the columns. */
export function twoColumns(
  left: readonly Run[],
  right: readonly Run[],
  { column, between }: { readonly column: number; readonly between: string },
  context: PrintContext,
): string[] {
  const [one, other] = [cell(left, column, context), cell(right, column, context)];
  return Array.from({ length: Math.max(one.length, other.length) }, (_, line) => {
    const { text = '', width = 0 } = one[line] ?? {};
    const padding = ' '.repeat(Math.max(0, column - width));
    return `${text}${padding}${between}${other[line]?.text ?? ''}`.trimEnd();
  });
}

interface CellLine {
  readonly text: string;
  /** In columns of the terminal, colours not counted. */
  readonly width: number;
}

/** The lines of one column. They are wrapped twice, with and without colours, as colours have no width. */
function cell(runs: readonly Run[], width: number, context: PrintContext): CellLine[] {
  const linesOf = (styled: readonly Run[]) => {
    const page = new Page({ ...context, width }, { cutsWords: true });
    page.paragraph(styled);
    return page.toString().slice(0, -1).split('\n');
  };
  const bare = linesOf(runs.map(run => (typeof run === 'string' ? run : { ...run, style: plain })));
  return linesOf(runs).map((text, line) => ({ text, width: displayWidth(bare[line] ?? '') }));
}
