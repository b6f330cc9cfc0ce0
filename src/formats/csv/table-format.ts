/** Tables of delimited text: one row an utterance. */
import { defineFormat } from '../define-format.ts';
import type { Format } from '../format.ts';
import { planColumns } from './columns.ts';
import { readBackTable, readTable } from './read.ts';
import { parseTable } from './table.ts';
import { writeTable } from './write.ts';

interface TableFormat extends Pick<Format, 'id' | 'name' | 'title'> {
  /** Cells are parted by tabs. */
  readonly isTabbed: boolean;
}

/** The id is the extension, too. */
export function tableFormat({ id, name, title, isTabbed }: TableFormat): Format {
  return defineFormat({
    id,
    name,
    title,
    extensions: [id],
    keeps:
      'ids, labels of speakers, times, words, events, further columns; annotations of utterances as JSON in a column',
    loses: 'claims, sources, statements, annotations on anything else, everything about the talk as a whole',
    takes: ['columns'],
    detect: (text, file) => detectTable(text, file, isTabbed),
    inlinesLayers: true,
    read: (text, options) => readTable(text, options, isTabbed),
    readBack: ({ parts = [] }, before) => readBackTable(parts, before, isTabbed),
    write: value => writeTable(value, isTabbed),
  });
}

/** The columns are unknown, but the name says that it is a table: the reader asks for --map. */
const BY_NAME = 0.5;

/** How likely a text is a table of this kind: a first row with known headers, one of them for the words. */
function detectTable(text: string, file: string, isTabbed: boolean): number {
  const line = text.slice(0, 2000).split(/\r\n|\n|\r/, 1)[0] ?? '';
  if (!(isTabbed ? line.includes('\t') : /[,;|]/.test(line))) return 0;
  const [first] = parseTable(`${line}\n`, isTabbed).rows;
  if (first === undefined) return 0;
  const { places, hasHeader } = planColumns(first.cells);
  if (hasHeader && places.has('text') && places.size > 1) return 0.8;
  return file.toLowerCase().endsWith(isTabbed ? '.tsv' : '.csv') ? BY_NAME : 0;
}
