/** Comma-separated values (RFC 4180); semicolons and bars are read as well. */
import { detectTable } from './csv/detect.ts';
import { readTable } from './csv/read.ts';
import { writeTable } from './csv/write.ts';
import type { Format } from './format.ts';

export const format: Format = {
  id: 'csv',
  title: 'comma-separated values, one row an utterance',
  extensions: ['csv'],
  keeps:
    'ids, labels of speakers, times, words, events, further columns; annotations of utterances as JSON in a column',
  loses: 'claims, sources, statements, annotations on anything else, everything about the talk as a whole',
  takes: ['columns'],
  detect: (text, file) => detectTable(text, file, false),
  read: (text, options) => readTable(text, options, false),
  write: value => writeTable(value, false),
};
