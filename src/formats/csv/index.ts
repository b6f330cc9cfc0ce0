/** Comma-separated values (RFC 4180); semicolons and bars are read as well. */

import { defineFormat } from '../define-format.ts';
import { detectTable } from './detect.ts';
import { readTable } from './read.ts';
import { writeTable } from './write.ts';

export const format = defineFormat({
  id: 'csv',
  name: 'CSV',
  title: 'comma-separated values, one row an utterance',
  extensions: ['csv'],
  keeps:
    'ids, labels of speakers, times, words, events, further columns; annotations of utterances as JSON in a column',
  loses: 'claims, sources, statements, annotations on anything else, everything about the talk as a whole',
  takes: ['columns'],
  detect: (text, file) => detectTable(text, file, false),
  inlinesLayers: true,
  read: (text, options) => readTable(text, options, false),
  write: value => writeTable(value, false),
});
