/** Bars of block characters, in eighths of a cell; in ASCII of whole cells. */
import type { PrintContext } from '../printer.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** @param share of the whole, which has so many cells */
export function bar(share: number, wholeCells: number, { unicode }: PrintContext): string {
  const cells = share * wholeCells;
  const full = Math.floor(cells);
  return unicode
    ? '█'.repeat(full) + EIGHTHS[Math.floor((cells - full) * 8)]!
    : '#'.repeat(Math.round(cells));
}
