/** A collation as one page: a table of readings, no script, nothing loaded, nothing that a transcript says is markup. */
import { alikeBeside } from '../../core/collate/beside-place.ts';
import type { CollatedPlace } from '../../core/collate/collation.ts';
import { readingText } from '../../core/collate/reading.ts';
import { clockTime } from '../../core/model/time.ts';
import { counted } from '../../core/text/counted.ts';
import { isolated, Markup, markup } from '../view/html/markup.ts';
import { pageDocument } from '../view/html/page-document.ts';
import { groundOf } from '../view/html/style-sheet.ts';
import {
  type CollatePrinter,
  type CollateReport,
  labelOf,
  letterOf,
  movedText,
  placesIn,
  readingOf,
  summaryOf,
  timeOf,
  witnessFacts,
} from './report.ts';

/** Words that all have alike, on each side of a place. */
const MOST_BESIDE = 6;

/** The table, on the ground of the page of a transcript. */
const TABLE = `body{margin:0 auto;max-width:72rem}
h1{font:600 1.6rem/1.2 var(--book);margin:2rem 0 .5rem}
p{margin:.25rem 0}
td p{margin:0 0 .25rem}
table{border-collapse:collapse;width:100%;margin-top:1.5rem}
caption{text-align:start;color:var(--quiet);padding-bottom:.5rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .75rem .4rem 0;border-top:1px solid var(--line);font-weight:400}
thead th{font-weight:600;border-top:0}
tbody th{white-space:nowrap;color:var(--quiet);font-variant-numeric:tabular-nums}
main{max-width:none}
mark{background:var(--lit);color:inherit;padding:0 .1em}
.alarm{color:var(--unsettled);font-weight:600}
@media(max-width:44rem){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{display:block;border-top:1px solid var(--line);padding:.5rem 0}th,td{display:block;border:0;padding:.1rem 0}td[data-of]::before{content:attr(data-of) " ";color:var(--quiet)}td:empty{display:none}}
@page{margin:15mm}
@media print{body{max-width:none;padding:0;font-size:9pt}thead{display:table-header-group}tr{break-inside:avoid}mark{text-decoration:underline;text-underline-offset:.15em}}`;

export const printCollateHtml: CollatePrinter = report => {
  const { collation, files, styleSheet = '' } = report;
  const places = placesIn(report);
  const title = `Readings of ${files.length} witnesses`;
  const body = markup`<main>
<h1>${title}</h1>
${witnesses(report)}
<p>${summaryOf(collation)}</p>
${places.length === 0 ? undefined : table(report, places)}
</main>`;
  return pageDocument(title, [groundOf(styleSheet), TABLE].join('\n'), body).source;
};

function witnesses(report: CollateReport): Markup {
  const told = witnessFacts(report).map(({ letter, file, utterances, times, speakers }) => {
    const facts = [
      counted(utterances, 'utterance'),
      { words: 'times of words', utterances: 'times', none: 'no times' }[times],
      speakers === 0 ? 'no speakers' : counted(speakers, 'speaker'),
    ];
    return markup`
<p><b>${letter}</b> ${isolated(file)} <span class="quiet">${facts.join(', ')}</span></p>`;
  });
  return markup`${told}`;
}

/** The roles keep it a table where a narrow screen lays its rows out as blocks. */
function table(report: CollateReport, places: readonly CollatedPlace[]): Markup {
  const { files, isAll } = report;
  const heads = files.map(
    ({ name }, witness) =>
      markup`<th role="columnheader" scope="col">${letterOf(witness)}: ${isolated(name)}</th>`,
  );
  return markup`<table role="table">
<caption>${isAll ? 'All places of the talk, in order.' : 'Places where the witnesses differ, in order.'} Marked words are those that differ.</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Place</th>${heads}<th role="columnheader" scope="col">What changes</th></tr></thead>
<tbody role="rowgroup">${places.map((place, index) => row(report, place, index))}
</tbody></table>`;
}

function row(report: CollateReport, place: CollatedPlace, index: number): Markup {
  const { collation, files } = report;
  const time = timeOf(collation, place);
  const moved = movedText(place);
  const name = time === undefined ? String(index + 1) : clockTime(time);
  const alarms = place.alarms.map(
    ({ kind, readings }) =>
      markup`<p><span class="alarm">! ${kind}:</span> ${isolated(readings.map(reading => reading ?? '–').join(' | '))}</p>`,
  );
  return markup`
<tr role="row"><th role="rowheader" scope="row">${name}</th>${files.map((_, witness) => cell(report, place, witness))}<td role="cell">${moved === undefined ? undefined : markup`<p>${moved}</p>`}${alarms}</td></tr>`;
}

function cell(report: CollateReport, place: CollatedPlace, witness: number): Markup {
  const { collation } = report;
  const reading = readingOf(collation, place, witness);
  const { utterances } = collation.witnesses[witness]!;
  const words = collation.columns.tables[witness]!;
  const { start, end } = place.spans[witness]!;
  const isSame = place.kind === 'same';
  const beside = report.isAll ? { before: 0, behind: 0 } : alikeBeside(collation, place, MOST_BESIDE);
  const before = readingText(utterances, words, { start: start - beside.before, end: start });
  const behind = readingText(utterances, words, { start: end, end: end + beside.behind });
  const label = labelOf(report, witness, reading);
  const own =
    reading.text === '' ? undefined : isSame ? markup`${reading.text}` : markup`<mark>${reading.text}</mark>`;
  const parts = [
    before === '' ? undefined : markup`${before}`,
    own,
    behind === '' ? undefined : markup`${behind}`,
  ].filter(part => part !== undefined);
  const text = parts.length === 0 ? markup`–` : new Markup(parts.map(({ source }) => source).join(' '));
  return markup`<td role="cell" data-of="${letterOf(witness)}">${label === '' ? undefined : markup`<span class="quiet">${isolated(`${label}:`)}</span> `}<bdi>${text}</bdi></td>`;
}
