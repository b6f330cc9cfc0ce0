/** The places of a collation as a table, one row each; times as files write them. */
import { formatTime } from '../../core/model/time.ts';
import { csvTable } from '../escape/csv.ts';
import { type CollatePrinter, letterOf, movedText, placesIn, readingOf, timeOf } from './report.ts';

export const printCollateCsv: CollatePrinter = report => {
  const { collation, files } = report;
  const letters = files.map((_, witness) => letterOf(witness));
  const columns = letters.flatMap(letter => [letter, `${letter}-speaker`, `${letter}-ids`]);
  const rows = placesIn(report).map((place, index) => {
    const time = timeOf(collation, place);
    const moved = movedText(place);
    const alarms = place.alarms.map(
      ({ kind, readings }) => `${kind}: ${readings.map(reading => reading ?? '–').join(' | ')}`,
    );
    const cells = letters.flatMap((_, witness) => {
      const { text, name, ids } = readingOf(collation, place, witness);
      return [text, text === '' ? undefined : name, ids.join(' ')];
    });
    return [
      index + 1,
      place.kind,
      time === undefined ? undefined : formatTime(time),
      [...(moved === undefined ? [] : [moved]), ...alarms].join('\n'),
      ...cells,
    ];
  });
  return csvTable([['place', 'kind', 'time', 'alarms', ...columns], ...rows]);
};
