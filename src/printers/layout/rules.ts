/** Rules under a wrapped text, each with its label beside it where there is room, else on a line of its own. */
import { pushAll } from '../../core/long-lists.ts';
import { isNarrow } from '../../core/text/simple-characters.ts';
import type { Stretch } from '../../core/text/stretch.ts';
import { displayWidth } from '../../core/text/width.ts';
import { wrap } from '../../core/text/wrap.ts';

/** A passage with a rule under it: UTF-16 offsets, half-open. */
export interface Rule {
  readonly start: number;
  readonly end: number;
  /** The sign that the rule begins with, and what it goes on with. */
  readonly sign: string;
  readonly dash: string;
  readonly label: string;
}

/** A piece of a row: at a column, in the style of its rule. */
export interface RuleCell<R extends Rule> {
  readonly column: number;
  readonly text: string;
  readonly rule: R;
}

/** Returns the rows under one line of at most `width` columns. The label is at the line where the rule begins. */
export function ruleRows<R extends Rule>(
  text: string,
  line: Stretch,
  rules: readonly R[],
  width: number,
): RuleCell<R>[][] {
  const rows: RuleCell<R>[][] = [];
  const areColumns = isNarrow(text.slice(line.start, line.end));
  const column = (offset: number) => {
    const end = Math.min(Math.max(offset, line.start), line.end);
    return areColumns ? end - line.start : displayWidth(text.slice(line.start, end));
  };
  for (const rule of rules) {
    if (rule.start >= line.end || rule.end <= line.start) continue;
    const from = column(rule.start);
    const columns = Math.max(1, column(rule.end) - from);
    const mark = { column: from, text: rule.sign + rule.dash.repeat(columns - 1), rule };
    if (rule.start < line.start || rule.label === '') {
      add(rows, [mark]);
      continue;
    }
    const labelWidth = displayWidth(rule.label);
    const right = { column: from + columns + 1, text: rule.label, rule };
    const left = { column: from - 1 - labelWidth, text: rule.label, rule };
    if (right.column + labelWidth <= width) add(rows, [mark, right]);
    else if (left.column >= 0) add(rows, [left, mark]);
    else {
      add(rows, [mark]);
      for (const text of wrap(rule.label, { width })) rows.push([{ column: 0, text, rule }]);
    }
  }
  return rows;
}

/** Adds cells to the first row in which nothing stands where they do, or to a new one. */
function add<R extends Rule>(rows: RuleCell<R>[][], cells: readonly RuleCell<R>[]): void {
  const start = cells[0]!.column;
  const end = endOf(cells.at(-1)!);
  const free = rows.find(row => row.every(cell => endOf(cell) < start || cell.column > end));
  if (free === undefined) rows.push([...cells]);
  else {
    pushAll(free, cells);
    free.sort((a, b) => a.column - b.column);
  }
}

function endOf<R extends Rule>({ column, text }: RuleCell<R>): number {
  return column + displayWidth(text);
}
