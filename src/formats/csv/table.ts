/** Delimited text to rows (RFC 4180), with the place of a row when something is wrong with it. */
import Papa from 'papaparse';
import { lazily } from '../../core/lazily.ts';
import type { Span } from '../../core/model/span.ts';

export interface Row {
  readonly cells: readonly string[];
  /** Position among all rows of the file, for `locateRow`. */
  readonly index: number;
}

export interface Table {
  readonly rows: readonly Row[];
  /** A quotation mark that nothing closes, or that is closed before the end of its cell. */
  readonly faults: readonly { readonly message: string; readonly index: number }[];
  locateRow(index: number): Span;
}

const DELIMITERS = [',', ';', '|'];

/** The one that parts most cells of the first line. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r\n|\n|\r/, 1);
  const unquoted = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/**
 * The rows of a small part of a table that this program wrote; undefined where a quotation mark stands wrong.
 *
 * `Papa.parse` makes functions that hold each part until V8 cleans up all, so its parser is called by itself.
 */
export function parseOwnRows(text: string, isTabbed: boolean): readonly (readonly string[])[] | undefined {
  const parser = new Papa.Parser({ delimiter: isTabbed ? '\t' : ',', newline: '\n' });
  const { data, errors } = parser.parse(text, 0, false) as Papa.ParseResult<string[]>;
  return errors.length > 0 ? undefined : data.filter(isFilled);
}

/** `isTabbed`: cells are parted by tabs; else the delimiter is found. Blank rows are left out. */
export function parseTable(text: string, isTabbed: boolean): Table {
  const options = { delimiter: isTabbed ? '\t' : delimiterOf(text) };
  let config: Papa.ParseConfig = options;
  let { data, errors } = Papa.parse<string[]>(text, config);
  if (isTabbed && errors.some(error => error.type === 'Quotes')) {
    // Recognisers write tabbed text without quoting: the marks are part of the words.
    config = { ...options, quoteChar: '\0' };
    ({ data, errors } = Papa.parse<string[]>(text, config));
  }
  const spans = lazily(() => rowSpans(text, config));
  return {
    rows: data.map((cells, index) => ({ cells, index })).filter(({ cells }) => isFilled(cells)),
    faults: errors
      .filter(error => error.type === 'Quotes')
      .map(error => ({ message: error.message.toLowerCase(), index: error.row ?? 0 })),
    locateRow: index => spans()[index] ?? { start: text.length, end: text.length },
  };
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some(cell => cell.trim() !== '');
}

/** Reads again, once, and only for findings. */
function rowSpans(text: string, config: Papa.ParseConfig): Span[] {
  const spans: Span[] = [];
  let start = 0;
  Papa.parse<string[]>(text, {
    ...config,
    step(result) {
      const end = result.meta.cursor;
      spans.push({ start, end: start + text.slice(start, end).replace(/[\r\n]+$/, '').length });
      start = end;
    },
  });
  return spans;
}
