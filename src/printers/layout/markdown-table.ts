/**
 * The lines of a table in Markdown (GitHub's extension). Cells are Markdown: a text goes through `markdownInline` first,
 * which escapes `|` as well.
 *
 * @param isNumber whether a column, counted from 0, is set to the right
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  isNumber: (column: number) => boolean = () => false,
): string[] {
  const rule = head.map((_, column) => (isNumber(column) ? '---:' : '---'));
  return [line(head), `|${rule.join('|')}|`, ...rows.map(line)];
}

function line(cells: readonly string[]): string {
  return `|${cells.map(cell => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`;
}
