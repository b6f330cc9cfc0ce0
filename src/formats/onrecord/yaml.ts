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
  detect: (text, file) => {
    const start = text.slice(0, 4000);
    if (/^\s*\{/.test(start)) return 0;
    if (/^(?:["']?onrecord["']?)[ \t]*:/m.test(start)) return 1;
    // The first line is missing or misspelt: as text, its keys would be speakers.
    return /^utterances:[ \t]*(?:#.*)?\r?\n[ \t]*- /m.test(start) ? 0.9 : /\.ya?ml$/i.test(file) ? 0.5 : 0;
  },
  inlinesLayers: true,
  read: readOnrecord,
  readBack: ({ parts = [] }, before) => readBackYaml(parts, before),
  write: ({ transcript }) => inParts(() => transcriptParts(transcript)),
});
