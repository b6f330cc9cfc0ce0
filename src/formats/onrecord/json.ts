/** Our own files as JSON: the same keys and values as in YAML. */
import { defineFormat } from '../define-format.ts';
import { transcriptFile } from '../shared/file-values.ts';
import { jsonText } from '../shared/json-text.ts';
import { readOnrecord, readOwnJson } from './read-conversation.ts';

export const format = defineFormat({
  id: 'onrecord-json',
  name: 'onrecord JSON',
  title: 'onrecord transcript in JSON',
  extensions: ['json'],
  keeps: 'everything; annotations of layers move into the transcript, with their creator',
  loses: 'titles and extensions of layers',
  takes: ['transcript'],
  detect: text => (/^\s*\{\s*"onrecord"\s*:/.test(text) ? 1 : 0),
  inlinesLayers: true,
  read: readOnrecord,
  readBack: readOwnJson,
  write: ({ transcript }) => ({ text: jsonText(transcriptFile(transcript)) }),
});
