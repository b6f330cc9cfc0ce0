/** Matches as JSON lines (`onrecord/find@1`): a record of type `match` each, and one of type `summary` last. */
import { codePointLength } from '../../core/text/code-points.ts';
import { json } from '../escape/json.ts';
import { countsByFile, type FoundRow, type MakeFindPrinter } from './report.ts';

const line = (record: object) => `${json(record)}\n`;

export const findNdjson: MakeFindPrinter = (_context, { only }) => ({
  begin: () => '',
  talk({ rows }) {
    if (only === undefined) return rows.map(row => line(recordOf(row))).join('');
    return [...countsByFile(rows)]
      .map(([file, matches]) => line({ type: 'file', file, ...(only === 'count' && { matches }) }))
      .join('');
  },
  end: summary => line({ type: 'summary', schema: 'onrecord/find@1', ...summary }),
});

/** Offsets of hits are code points of `text`; `start` is milliseconds. */
function recordOf(row: FoundRow): object {
  const { file, line, column, kind, id, speaker, label, start, field, text, hits, annotations } = row;
  return {
    type: row.isContext === true ? 'context' : 'match',
    file,
    line,
    column,
    kind,
    id: id ?? null,
    speaker: speaker ?? null,
    label: label ?? null,
    start: start ?? null,
    field,
    text,
    hits: hits.map(hit => ({
      start: codePointLength(text.slice(0, hit.start)),
      end: codePointLength(text.slice(0, hit.end)),
    })),
    annotations,
  };
}
