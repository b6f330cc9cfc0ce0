/** How much changed: a line for each thing, then the summary. */

import { countChanges } from '../../core/diff/diff-views.ts';
import { largest } from '../../core/long-lists.ts';
import { Page } from '../layout/page.ts';
import type { DiffPrinter } from './report.ts';
import { diffSummary, momentLines } from './summary.ts';

export const printDiffStat: DiffPrinter = ({ diff }, context) => {
  const page = new Page(context);
  const counts = Object.entries(countChanges(diff.changes));
  const column = Math.max(0, largest(counts.map(([thing]) => thing.length))) + 2;
  for (const line of momentLines(diff)) page.paragraph([line]);
  for (const [thing, kinds] of counts) {
    const numbers = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
    page.paragraph([numbers.join(', ')], { indent: column, lead: thing });
  }
  page.blank();
  page.paragraph([diffSummary(diff)]);
  return page.toString();
};
