/** Our own files: one transcript that carries the annotations of its layers. */
import { defineFormat } from '../define-format.ts';
import { inParts } from '../in-parts.ts';
import { readBackYaml } from './read-back.ts';
import { readOnrecord } from './read-conversation.ts';
import { transcriptParts } from './write.ts';

export const format = defineFormat({
  id: 'onrecord-yaml',
  name: 'onrecord YAML',
  title: 'onrecord transcript in YAML',
  extensions: ['yaml', 'yml'],
  keeps: 'everything; annotations of layers move into the transcript, with their creator',
  loses: 'titles and extensions of layers, comments',
  takes: ['transcript'],
  detect: text =>
    /^(?:["']?onrecord["']?)[ \t]*:/m.test(text.slice(0, 4000)) && !/^\s*\{/.test(text) ? 1 : 0,
  inlinesLayers: true,
  read: readOnrecord,
  readBack: ({ parts = [] }, before) => readBackYaml(parts, before),
  write: ({ transcript }) => inParts(() => transcriptParts(transcript)),
});
