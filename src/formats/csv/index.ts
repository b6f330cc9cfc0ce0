/** Comma-separated values (RFC 4180); semicolons and bars are read as well. */
import { tableFormat } from './table-format.ts';

export const format = tableFormat({
  id: 'csv',
  name: 'CSV',
  title: 'comma-separated values, one row an utterance',
  isTabbed: false,
});
