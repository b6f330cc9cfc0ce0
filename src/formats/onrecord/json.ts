/** Our own files as JSON: the same keys and values as in YAML. */
import type { Format } from '../format.ts';
import { transcriptFile } from '../shared/file-form.ts';
import { inlineLayers } from '../shared/inline-layers.ts';
import { jsonText } from '../shared/json-text.ts';
import { lossesOfInlining } from '../shared/losses.ts';
import { readOnrecord } from './read-conversation.ts';

export const format: Format = {
  id: 'onrecord-json',
  title: 'onrecord transcript in JSON',
  extensions: ['json'],
  keeps: 'everything; annotations of layers move into the transcript, with their creator',
  loses: 'titles and extensions of layers',
  takes: ['transcript'],
  detect: text => (/^\s*\{\s*"onrecord"\s*:/.test(text) ? 1 : 0),
  read: readOnrecord,
  write: value => ({ text: jsonText(transcriptFile(inlineLayers(value))), losses: lossesOfInlining(value) }),
};
