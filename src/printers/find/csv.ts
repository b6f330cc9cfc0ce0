/** Matches as a concordance, one a row: the words before, the match, the words after. */
import { formatTime } from '../../core/model/time.ts';
import { type Cell, csvRow, csvTable } from '../escape/csv.ts';
import { countsByFile, type FoundRow, type MakeFindPrinter } from './report.ts';

const COLUMNS = [
  'file',
  'line',
  'kind',
  'id',
  'speaker',
  'speaker-name',
  'start',
  'field',
  'before',
  'match',
  'after',
  'annotations',
  'type',
];

export const findCsv: MakeFindPrinter = (_context, { only }) => ({
  begin: () => csvRow(only === undefined ? COLUMNS : only === 'count' ? ['file', 'matches'] : ['file']),
  talk({ rows }) {
    if (only === undefined) return csvTable(rows.flatMap(rowsOf));
    return csvTable(Array.from(countsByFile(rows), counted => (only === 'count' ? counted : [counted[0]])));
  },
  end: () => '',
});

/** Joined, the three texts are the whole. A match of a whole text fills the middle column, a row of context the first. */
function rowsOf(found: FoundRow): Cell[][] {
  const { file, line, kind, id, speaker, label, start, field, text, hits, annotations } = found;
  const type = found.isContext === true ? 'context' : 'match';
  const time = start === undefined ? undefined : formatTime(start);
  const parts =
    type === 'context'
      ? [[text, '', '']]
      : hits.length === 0
        ? [['', text, '']]
        : hits.map(hit => [text.slice(0, hit.start), text.slice(hit.start, hit.end), text.slice(hit.end)]);
  const place = [file, line, kind, id, speaker, label, time, field];
  return parts.map(part => [...place, ...part, annotations.join(' '), type]);
}
