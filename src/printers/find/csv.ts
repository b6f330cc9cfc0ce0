/** Matches as a concordance: one row each, the words before it, itself, and the words behind it. */
import { formatTime } from '../../core/model/time.ts';
import { csvRow as row } from '../escape/csv.ts';
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
  begin: () => row(only === undefined ? COLUMNS : only === 'count' ? ['file', 'matches'] : ['file']),
  talk({ rows }) {
    if (only === undefined) return rows.flatMap(rowsOf).join('');
    return [...countsByFile(rows)]
      .map(([file, matches]) => row(only === 'count' ? [file, matches] : [file]))
      .join('');
  },
  end: () => '',
});

/** The three texts together are the whole; what is found as a whole, and context, is all match or all before it. */
function rowsOf(found: FoundRow): string[] {
  const { file, line, kind, id, speaker, label, start, field, text, hits, annotations } = found;
  const type = found.isContext === true ? 'context' : 'match';
  const time = start === undefined ? undefined : formatTime(start);
  const parts =
    type === 'context'
      ? [[text, '', '']]
      : hits.length === 0
        ? [['', text, '']]
        : hits.map(hit => [text.slice(0, hit.start), text.slice(hit.start, hit.end), text.slice(hit.end)]);
  return parts.map(part =>
    row([file, line, kind, id, speaker, label, time, field, ...part, annotations.join(' '), type]),
  );
}
