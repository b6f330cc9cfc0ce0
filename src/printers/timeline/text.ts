/** A timeline for people: dates on an axis where there is room for one, then what has no day, and counts. */
import { counted } from '../../core/text/counted.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { Page, plain } from '../layout/page.ts';
import { printTalkHead } from '../view/talk-head.ts';
import { rowsOf, type TimelineRow } from '../view/timeline/rows.ts';
import { summaryLine } from '../view/timeline/summary.ts';
import type { TimelinePrinter } from './report.ts';
import { addDetails, isLater, type Sheet, SIGN, sheetFor, signOf } from './sheet.ts';
import { columnsFor, wideLines } from './wide.ts';

export const printTimelineText: TimelinePrinter = ({ timeline, isAll }, context) => {
  const sheet = sheetFor(timeline, isAll, context);
  const rows = rowsOf(timeline, sheet.own.about);
  const columns = columnsFor(rows, sheet);
  const body = columns === undefined ? narrowLines(rows, sheet) : wideLines(rows, columns, sheet);
  const signs = {
    differs: `${sheet.signs.standing.differs} `,
    ended: `${sheet.signs.standing.retracted} `,
    waits: `${sheet.signs.standing.unsettled} `,
  };
  const summary = new Page(context);
  summary.paragraph([
    {
      text: summaryLine(timeline, columns?.axis === undefined ? 'dated' : 'on the axis', signs),
      style: sheet.palette.muted,
    },
  ]);
  const parts = [headOf(sheet), ...(body.length === 0 ? [] : [`${body.join('\n')}\n`]), summary.toString()];
  return breakCommands(parts.join('\n'));
};

function headOf({ timeline: { views, asOf }, context, palette, signs }: Sheet): string {
  const page = new Page(context);
  const [view] = views;
  if (view !== undefined && views.length === 1) printTalkHead(view, { page, palette, signs });
  else {
    page.paragraph([{ text: counted(views.length, 'transcript'), style: palette.title }]);
    if (asOf !== undefined) page.paragraph([`as of ${asOf}`]);
  }
  return page.toString();
}

const BETWEEN = '   ';

function narrowLines(rows: readonly TimelineRow[], sheet: Sheet): string[] {
  const { context, palette, signs } = sheet;
  return rows.flatMap(row => {
    const page = new Page(context);
    const isDim = isLater(row) ? palette.muted : plain;
    const sign = signOf(row, sheet);
    page.paragraph([{ text: [row.date, row.role, row.of].join(BETWEEN), style: isDim }], {
      indent: 4,
      column: SIGN,
      lead: sign.text === '' ? '' : sign,
    });
    const said = row.note === undefined ? row.written : [row.note];
    // The details say it again.
    const under = sheet.isAll ? [row.note] : [...said, row.whoIsHowSure];
    const text = [...under, row.file].filter(part => part !== undefined).join(signs.between);
    if (text !== '') page.paragraph([{ text, style: palette.muted }], { indent: 4 });
    const lines = page.toString().trimEnd().split('\n');
    addDetails(lines, row, sheet);
    return lines;
  });
}
