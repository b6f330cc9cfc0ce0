/** Parts shared by the two layouts of a timeline for people. */
import { pushAll } from '../../core/long-lists.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import { Page, plain, type Style } from '../layout/page.ts';
import type { PrintContext } from '../printer.ts';
import { type Signs, signsFor } from '../signs.ts';
import { type Palette, paletteOf } from '../view/palette.ts';
import type { TimelineRow } from '../view/timeline/rows.ts';
import { detailsOfDate, idOf, voiceWords } from '../view/timeline/words.ts';

interface TimelineSigns {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly through: string;
  readonly open: string;
  readonly edge: string;
  /** The date of the view. */
  readonly today: string;
  /** Before a day of which a part is inferred. */
  readonly about: string;
}

const UNICODE: TimelineSigns = {
  day: '╋',
  from: '├',
  to: '┤',
  through: '─',
  open: '╌',
  edge: '│',
  today: '┆',
  about: '≈',
};
const ASCII: TimelineSigns = {
  day: '+',
  from: '|',
  to: '|',
  through: '-',
  open: '.',
  edge: '|',
  today: ':',
  about: '~',
};

export interface Sheet {
  readonly timeline: Timeline;
  readonly context: PrintContext;
  readonly palette: Palette;
  readonly signs: Signs;
  readonly own: TimelineSigns;
  readonly isAll: boolean;
}

export function sheetFor(timeline: Timeline, isAll: boolean, context: PrintContext): Sheet {
  return {
    timeline,
    context,
    palette: paletteOf(context.colour),
    signs: signsFor(context.unicode),
    own: context.unicode ? UNICODE : ASCII,
    isAll,
  };
}

export function isLater({ dates }: TimelineRow): boolean {
  return dates.every(date => date.isLater);
}

/** Columns of a sign and the blank after it. */
export const SIGN = 2;

/** The sign before a row. What needs a person comes first. */
export function signOf(
  { dates: [{ waits, ended, difference }] }: TimelineRow,
  { palette, signs }: Sheet,
): { readonly text: string; readonly style: Style } {
  if (waits) return { text: signs.standing.unsettled, style: palette.standing.unsettled };
  if (ended !== undefined) return { text: signs.standing.retracted, style: palette.standing.retracted };
  return difference === undefined
    ? { text: '', style: plain }
    : { text: signs.standing.differs, style: palette.standing.differs };
}

/** With `--all`: prints the words around the date, and the id by which to find it. */
export function addDetails(
  lines: string[],
  { dates }: TimelineRow,
  { isAll, context, palette, signs }: Sheet,
): void {
  if (!isAll) return;
  const page = new Page(context);
  for (const date of dates) {
    const said = detailsOfDate(date);
    const id = idOf(date);
    const name = id === undefined ? [] : [`  ${id}`];
    page.paragraph(
      [{ text: [voiceWords(date), ...said].join(signs.between), style: palette.muted }, ...name],
      { indent: 4 },
    );
  }
  const text = page.toString().trimEnd();
  if (text !== '') pushAll(lines, text.split('\n'));
}
