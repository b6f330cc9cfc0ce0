/** The dates of the talk in order of time, each with its bar on an axis: a list that is read, filtered and printed as one. */
import { type Axis, axisFor, shareOn } from '../../../core/timeline/axis.ts';
import { type PlacedDate, timelineOf } from '../../../core/timeline/timeline.ts';
import { rowsOf, type TimelineRow } from '../timeline/rows.ts';
import { summaryLine } from '../timeline/summary.ts';
import { idOf, inferredOf } from '../timeline/words.ts';
import { dateMarkup } from './head.ts';
import { attribute, isolated, joined, type Markup, markup } from './markup.ts';
import type { Page } from './page.ts';

/** Letters that labels of the axis have room for beside one another. */
const AXIS_CELLS = 36;
const ABOUT = '≈';

/** Undefined where nothing but the talk has a date: its head tells that. */
export function timelineSection(page: Page): Markup | undefined {
  const timeline = timelineOf([page.view]);
  if (timeline.dates.every(({ origin }) => origin.kind === 'talk')) return undefined;
  const rows = rowsOf(timeline, ABOUT);
  const axis = axisFor(
    rows.flatMap(({ dates: [{ bounds }] }) => bounds ?? []),
    AXIS_CELLS,
  );
  const summary = summaryLine(timeline, 'with a day', { differs: '', ended: '', waits: '' });
  return markup`
<section id="_timeline" aria-labelledby="_timeline-h">
<h2 id="_timeline-h">Timeline</h2>
<p class="intro">${summary}.</p>${axis && labels(axis)}
<ol class="timeline">${rows.map(row => item(page, row, axis))}
</ol>
</section>`;
}

/** What a screen reader is told stands in the dates themselves. */
function labels({ ticks }: Axis): Markup {
  return markup`
<svg class="axis" width="100%" height="18" aria-hidden="true">${ticks.map(
    ({ at, label }) => markup`<text x="${percent(at)}" y="13">${label}</text>`,
  )}</svg>`;
}

function item(page: Page, row: TimelineRow, axis: Axis | undefined): Markup {
  const { dates, note, written, whoIsHowSure, role, of } = row;
  const [first] = dates;
  const inferred = [...new Set(dates.flatMap(inferredOf))];
  const said = [
    ...(note === undefined ? written : [note]).map(isolated),
    ...(inferred.length === 0 ? [] : [markup`${inferred.join(' and ')} inferred`]),
    ...(first.isLater ? [markup`later than ${isolated(page.view.asOf!)}`] : []),
    ...(first.waits ? [markup`<b class="unsettled">waits for a person</b>`] : []),
    markup`<span class="reader">${isolated(whoIsHowSure)}</span>`,
    ...dates.flatMap(date => addressOf(page, date) ?? []),
  ];
  const differs =
    first.difference === undefined
      ? undefined
      : markup` <span class="differ">Readers differ on the ${first.difference.on}</span>`;
  return markup`
<li${classOf(page, dates)}><span class="when">${when(row)}</span> <span class="of"><span class="quiet">${isolated(role)}</span> ${isolated(of)}${differs}</span> <span class="by">${joined(said, ' · ')}</span>${axis && bar(first, axis)}</li>`;
}

function when({ date, dates: [{ edtf, bounds }] }: TimelineRow): Markup {
  const about = date.startsWith(ABOUT) ? ABOUT : '';
  // A season is told in words.
  const isAsWritten = bounds !== undefined && date === about + edtf!;
  return isAsWritten ? markup`${about}${dateMarkup(edtf!)}` : isolated(date);
}

/** The classes by which the filter finds what readings say; the head of the talk is nobody's. */
function classOf(page: Page, dates: readonly PlacedDate[]): Markup | undefined {
  const isOfAll = dates.some(({ by }) => by.kind !== 'reading');
  const readings = isOfAll
    ? []
    : dates.flatMap(({ origin }) => (origin.kind === 'annotation' ? [origin.placed.reading] : []));
  const ended = dates.every(date => date.ended !== undefined) ? 'ended' : '';
  const classes = `${page.readingClasses(readings)} ${ended}`.trim();
  return classes === '' ? undefined : attribute('class', classes);
}

function addressOf(page: Page, date: PlacedDate): Markup | undefined {
  const id = idOf(date);
  return id === undefined ? undefined : markup`<span class="at">${page.addresses.link(id)}</span>`;
}

/** A bar, or a dash where the axis is too coarse for one; what is open to one side goes on in dots. */
function bar({ bounds }: PlacedDate, axis: Axis): Markup | undefined {
  if (bounds === undefined) return undefined;
  const [from, to] = [shareOn(axis, bounds.earliest), shareOn(axis, bounds.latest + 1)];
  const isOpen = from === undefined || to === undefined;
  const [left, right] = [percent(from ?? 0), percent(to ?? 1)];
  const ends = [from, isOpen ? to : undefined].flatMap(end =>
    end === undefined ? [] : [markup`<line x1="${percent(end)}" x2="${percent(end)}" y1="1" y2="9"/>`],
  );
  const through = markup`<line class="${isOpen ? 'open' : 'through'}" x1="${left}" x2="${right}" y1="5" y2="5"/>`;
  return markup`<svg class="bar" width="100%" height="10" aria-hidden="true">${through}${ends}</svg>`;
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
