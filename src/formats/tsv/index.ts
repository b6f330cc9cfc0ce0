/** Tab-separated values, as recognisers write them. */
import { detectTable } from '../csv/detect.ts';
import { readTable } from '../csv/read.ts';
import { writeTable } from '../csv/write.ts';
import { defineFormat } from '../define-format.ts';

export const format = defineFormat({
  id: 'tsv',
  name: 'TSV',
  title: 'tab-separated values, one row an utterance',
  extensions: ['tsv'],
  keeps:
    'ids, labels of speakers, times, words, events, further columns; annotations of utterances as JSON in a column',
  loses: 'claims, sources, statements, annotations on anything else, everything about the talk as a whole',
  takes: ['columns'],
  detect: (text, file) => detectTable(text, file, true),
  inlinesLayers: true,
  read: (text, options) => readTable(text, options, true),
  write: value => writeTable(value, true),
});
