/** Matches as JSON lines (`onrecord/find@1`): a record of type `match` each, and one of type `summary` last. */
import { codePointLength } from '../../core/text/code-points.ts';
import { jsonLines } from '../escape/json.ts';
import { countsByFile, type FoundRow, type MakeFindPrinter } from './report.ts';

export const findNdjson: MakeFindPrinter = (_context, { only }) => ({
  begin: () => '',
  talk({ rows }) {
    if (only === undefined) return jsonLines(rows.map(recordOf));
    return jsonLines(
      Array.from(countsByFile(rows), ([file, matches]) => ({
        type: 'file',
        file,
        ...(only === 'count' && { matches }),
      })),
    );
  },
  end: summary => jsonLines([{ type: 'summary', schema: 'onrecord/find@1', ...summary }]),
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
