/** Our own files as JSON: the same keys and values as in YAML. */
import type { Utterance } from '../../core/model/model.ts';
import { defineFormat } from '../define-format.ts';
import { inParts } from '../in-parts.ts';
import { speechFile, transcriptFile } from '../shared/file-values.ts';
import { jsonParts } from '../shared/json-text.ts';
import { readBackJson } from './read-back.ts';
import { readOnrecord } from './read-conversation.ts';

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
  readBack: ({ parts = [] }, before) => readBackJson(parts, before),
  write: ({ transcript }) => {
    const { utterances } = transcript;
    const file = { ...transcriptFile({ ...transcript, utterances: [] }), utterances };
    return inParts(() =>
      jsonParts(file, (key, item) => (key === 'utterances' ? speechFile(item as Utterance) : item)),
    );
  },
});
