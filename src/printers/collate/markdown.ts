/** A collation as a table in Markdown, with a box to tick for each place: whoever listens decides. */
import type { Place } from '../../core/collate/places.ts';
import { clockTime } from '../../core/model/time.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { markdownInline } from '../escape/markdown.ts';
import { markdownTable } from '../layout/markdown-table.ts';
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
} from './report.ts';

export const printCollateMarkdown: CollatePrinter = report => {
  const { collation, files } = report;
  const names = files.map(({ name }, witness) => markdownInline(`${letterOf(witness)}: ${name}`));
  const places = placesIn(report);
  const head = ['', 'time', ...names, 'what changes'];
  const rows = places.map(place => {
    const time = timeOf(collation, place);
    const moved = movedText(place);
    const alarms = place.alarms.map(
      ({ kind, readings }) =>
        `**${kind}**: ${readings.map(reading => markdownInline(reading ?? '–', { before: ' ' })).join(' \\| ')}`,
    );
    return [
      place.kind === 'same' ? '' : '[ ]',
      time === undefined ? '' : clockTime(time),
      ...names.map((_, witness) => cell(report, place, witness)),
      [...(moved === undefined ? [] : [moved]), ...alarms].join('<br>'),
    ];
  });
  return breakCommands(
    `${[`### onrecord collate: ${markdownInline(summaryOf(collation))}`, ...(places.length === 0 ? [] : ['', ...markdownTable(head, rows)])].join('\n')}\n`,
  );
};

function cell(report: CollateReport, place: Place, witness: number): string {
  const reading = readingOf(report.collation, place, witness);
  if (reading.text === '') return '–';
  const label = labelOf(report, witness, reading);
  return markdownInline(label === '' ? reading.text : `${label}: ${reading.text}`);
}
