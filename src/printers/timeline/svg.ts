/**
 * A timeline as one SVG picture (SVG 1.1 with CSS) for people: no script, nothing loaded, words as text, colours for light
 * and dark. The description for screen readers (`desc`) has everything that is drawn.
 */
import { parseDate } from '../../core/dates/date.ts';
import { counted } from '../../core/text/counted.ts';
import { displayWidth } from '../../core/text/width.ts';
import { wrapLines } from '../../core/text/wrap.ts';
import { type Axis, axisFor, shareOn } from '../../core/timeline/axis.ts';
import type { PlacedDate, Timeline } from '../../core/timeline/timeline.ts';
import { visible } from '../escape/visible.ts';
import { xml } from '../escape/xml.ts';
import { titleOf } from '../view/head.ts';
import { isDated, rowsOf, type TimelineRow } from '../view/timeline/rows.ts';
import { summaryLine } from '../view/timeline/summary.ts';
import { inferredOf } from '../view/timeline/words.ts';
import type { TimelinePrinter } from './report.ts';

/** Most pixels that a column of text takes, as far as can be known without a font. */
const COLUMN = 8.4;
/** A phone shows it small, and still to be read. */
const DEFAULT_COLUMNS = 64;
const FEWEST_COLUMNS = 40;
const MOST_COLUMNS = 160;
const MARGIN = 20;
const LINE = 21;
const SMALL_LINE = 18;
/** How much more or less fits on a line in a style than in plain text. */
const SIZES: Readonly<Record<string, number>> = { plain: 1, title: 0.75, quiet: 1.1, differs: 1 };
/** A day that is too short to be seen is drawn as wide as this. */
const LEAST_BAR = 5;
const BAR = 8;

/** Ink, quiet words, hairlines, paper, and where readings differ: the colours of the page, which keep WCAG AA. */
const STYLE = `svg{max-width:100%;height:auto}
text{font:15px "Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:#1d1b18;stroke:#fdfcf8;stroke-width:4px;paint-order:stroke}
.title{font-size:19px;font-weight:600}.date{font-weight:600}
.quiet{fill:#635d54;font-size:13px}.differs{fill:#7a4a00;font-size:13px;font-weight:600}
.paper{fill:#fdfcf8}.hair{stroke:#dcd6ca}.today{stroke:#635d54;stroke-dasharray:3 3}
.bar{fill:#1f4f82;stroke:#1f4f82}.bar.unsure{fill:#fdfcf8;stroke-width:1.5}.open{stroke:#1f4f82;stroke-width:2;stroke-dasharray:2 4}
.track{stroke:#dcd6ca}tspan{unicode-bidi:isolate}
@media screen and (prefers-color-scheme:dark){text{fill:#e8e4dc;stroke:#15171a}.quiet{fill:#a39d92}.differs{fill:#efbe66}.paper{fill:#15171a}
.hair,.track{stroke:#373a3f}.today{stroke:#a39d92}.bar{fill:#8fbdf0;stroke:#8fbdf0}.bar.unsure{fill:#15171a}.open{stroke:#8fbdf0}}`;

export const printTimelineSvg: TimelinePrinter = ({ timeline }, { width }) => {
  const columns = Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, width ?? DEFAULT_COLUMNS));
  return new Drawing(timeline, columns).toString();
};

/** A piece of text in one style. */
interface Piece {
  readonly text: string;
  readonly class?: string;
}

class Drawing {
  readonly #timeline: Timeline;
  readonly #columns: number;
  readonly #rows: readonly TimelineRow[];
  readonly #axis: Axis | undefined;
  readonly #plot: number;
  #parts: string[] = [];
  #y = MARGIN;

  constructor(timeline: Timeline, columns: number) {
    this.#timeline = timeline;
    this.#columns = columns;
    this.#rows = rowsOf(timeline, '≈');
    this.#plot = Math.round(columns * COLUMN);
    const today = this.#today();
    this.#axis = axisFor(
      this.#rows.flatMap(({ dates: [{ bounds }] }) => bounds ?? []),
      columns,
      today === undefined ? [] : [today],
    );
  }

  toString(): string {
    const title = titleOfAll(this.#timeline);
    const summary = summaryLine(this.#timeline, this.#axis === undefined ? 'dated' : 'on the axis', {
      differs: '/ ',
      ended: '← ',
      waits: '! ',
    });
    this.#lines([{ text: title, class: 'title' }], LINE + 4);
    this.#lines([{ text: headOf(this.#timeline), class: 'quiet' }], SMALL_LINE);
    this.#y += 10;
    const dated = this.#rows.filter(isDated);
    if (this.#axis !== undefined) this.#plotRows(dated, this.#axis);
    for (const row of this.#rows.filter(candidate => !isDated(candidate))) this.#row(row);
    this.#lines([{ text: summary, class: 'quiet' }], SMALL_LINE);
    const [wide, high] = [this.#plot + 2 * MARGIN, Math.round(this.#y + MARGIN - 6)];
    const told = [summary, ...this.#rows.map(toldRow)].map(text => xml(visible(text))).join('\n');
    return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="timeline-title timeline-desc" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">
<title id="timeline-title">${xml(visible(`Timeline: ${title}`))}</title>
<desc id="timeline-desc">${told}</desc>
<style>${STYLE}</style>
<rect class="paper" width="${wide}" height="${high}"/>
${this.#parts.join('\n')}
</svg>
`;
  }

  #today(): number | undefined {
    const { asOf } = this.#timeline;
    return asOf === undefined ? undefined : parseDate(asOf)?.latest;
  }

  /** Draws the rows, with the lines of the axis behind them. */
  #plotRows(rows: readonly TimelineRow[], axis: Axis): void {
    const labels = this.#y + SMALL_LINE - 5;
    const top = this.#y + SMALL_LINE;
    const before = this.#parts;
    this.#parts = [];
    this.#y = top + 8;
    for (const row of rows) this.#row(row);
    const lines: string[] = [];
    let free = 0;
    for (const { at, label } of axis.ticks) {
      const x = this.#x(at);
      lines.push(`<line class="hair" x1="${x}" y1="${top}" x2="${x}" y2="${this.#y - 8}"/>`);
      if (x < free || x + label.length * COLUMN > this.#plot + 2 * MARGIN) continue;
      lines.push(`<text class="quiet" x="${x}" y="${labels}">${xml(label)}</text>`);
      free = x + (label.length + 1) * COLUMN;
    }
    const today = this.#today();
    const share = today === undefined ? undefined : shareOn(axis, today);
    if (share !== undefined)
      lines.push(
        `<line class="today" x1="${this.#x(share)}" y1="${top}" x2="${this.#x(share)}" y2="${this.#y - 8}"/>`,
      );
    // Behind the words.
    this.#parts = [...before, ...lines, ...this.#parts];
    this.#y += 6;
  }

  #x(share: number): number {
    return round(MARGIN + share * this.#plot);
  }

  #row(row: TimelineRow): void {
    const [date] = row.dates;
    const head: Piece[] = [
      { text: row.date, class: 'date' },
      { text: row.role, class: 'quiet' },
      { text: row.of },
    ];
    if (displayWidth(visible(head.map(({ text }) => text).join('   '))) <= this.#columns) this.#text(head);
    else {
      this.#text(head.slice(0, 2));
      this.#lines(head.slice(2), LINE);
    }
    const said = [row.note, ...row.written, row.whoIsHowSure, ...stateOf(date, this.#timeline), row.file];
    this.#lines([{ text: said.filter(text => text !== undefined).join(' · '), class: 'quiet' }], SMALL_LINE);
    const differs = differsOf(date);
    if (differs !== undefined) this.#lines([{ text: differs, class: 'differs' }], SMALL_LINE);
    if (this.#axis !== undefined && isDated(row)) this.#bar(date, this.#axis);
    this.#y += 14;
  }

  #bar(date: PlacedDate, axis: Axis): void {
    const { earliest, latest, uncertain, approximate } = date.bounds!;
    const [from, to] = [shareOn(axis, earliest), shareOn(axis, latest + 1)];
    const y = this.#y + 4;
    const middle = y + BAR / 2;
    this.#parts.push(
      `<line class="track" x1="${MARGIN}" y1="${middle}" x2="${MARGIN + this.#plot}" y2="${middle}"/>`,
    );
    if (from === undefined || to === undefined) {
      const [x1, x2] = [this.#x(from ?? 0), this.#x(to ?? 1)];
      this.#parts.push(`<line class="open" x1="${x1}" y1="${middle}" x2="${x2}" y2="${middle}"/>`);
      for (const end of [from, to])
        if (end !== undefined)
          this.#parts.push(this.#rect(this.#x(end) - LEAST_BAR / 2, LEAST_BAR, y, false));
    } else {
      const wide = Math.max(LEAST_BAR, round((to - from) * this.#plot));
      const x = Math.min(this.#x(from), MARGIN + this.#plot - wide);
      this.#parts.push(this.#rect(x, wide, y, uncertain || approximate || inferredOf(date).length > 0));
    }
    this.#y += BAR + 4;
  }

  #rect(x: number, wide: number, y: number, isUnsure: boolean): string {
    return `<rect class="bar${isUnsure ? ' unsure' : ''}" x="${round(x)}" y="${y}" width="${wide}" height="${BAR}" rx="2"/>`;
  }

  /** Pieces on one line. */
  #text(pieces: readonly Piece[]): void {
    this.#y += LINE;
    const spans = pieces.map(
      ({ text, class: name }, index) =>
        `<tspan${name === undefined ? '' : ` class="${name}"`}${index === 0 ? '' : ' dx="12"'}>${xml(visible(text))}</tspan>`,
    );
    this.#parts.push(`<text x="${MARGIN}" y="${this.#y - 5}">${spans.join('')}</text>`);
  }

  /** One text, wrapped. */
  #lines(pieces: readonly Piece[], high: number): void {
    for (const { text, class: name } of pieces) {
      const shown = visible(text);
      for (const { start, end } of wrapLines(shown, Math.floor(this.#columns * SIZES[name ?? 'plain']!), {
        cutsWords: true,
      })) {
        this.#y += high;
        this.#parts.push(
          `<text${name === undefined ? '' : ` class="${name}"`} x="${MARGIN}" y="${this.#y - 5}">${xml(shown.slice(start, end))}</text>`,
        );
      }
    }
  }
}

function titleOfAll({ views }: Timeline): string {
  const [view] = views;
  return view !== undefined && views.length === 1 ? titleOf(view) : counted(views.length, 'transcript');
}

function headOf({ views, asOf }: Timeline): string {
  const talk = views.length === 1 ? views[0]!.project.transcript.value : undefined;
  const readings = new Set(views.flatMap(view => view.readings.flatMap(({ name }) => name ?? [])));
  return [
    talk?.date,
    talk?.place,
    ...(readings.size === 0 ? [] : [`${counted(readings.size, 'reading')}: ${[...readings].join(', ')}`]),
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
  ]
    .filter(fact => fact !== undefined)
    .join(' · ');
}

function differsOf({ difference }: PlacedDate): string | undefined {
  return difference && `/ readings differ on the ${difference.on}`;
}

function stateOf({ isLater, waits }: PlacedDate, { asOf }: Timeline): string[] {
  return [...(isLater ? [`later than ${asOf}`] : []), ...(waits ? ['! waits for a person'] : [])];
}

/** A row as a sentence for those who hear the picture. */
function toldRow(row: TimelineRow): string {
  const differs = differsOf(row.dates[0]);
  return [row.date, row.role, row.of, row.note, ...row.written, row.whoIsHowSure, differs, row.file]
    .filter(text => text !== undefined)
    .join(', ');
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
