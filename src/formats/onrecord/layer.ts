/** The annotations alone, as a layer beside a transcript that stays as it is. */
import { type Layer, NO_CONTENTS } from '../../core/model/model.ts';
import { defineFormat } from '../define-format.ts';
import type { Conversation, PartWritten } from '../format.ts';
import { writeLayer } from './write.ts';

export const format = defineFormat({
  id: 'onrecord-layer',
  name: 'an onrecord layer',
  title: 'onrecord layer in YAML: annotations without the transcript',
  extensions: ['layer.yaml', 'layer.yml'],
  keeps: 'annotations, claims, statements, sources and the parties of layers',
  loses: 'the transcript itself; of several layers all but the first',
  detect: () => 0,
  carries: ['layer.*', 'party.*', 'source.*', 'statement.*', 'claim.*', 'annotation.*', 'transcript.creator'],
  write(value, { file = 'transcript.yaml' }): PartWritten {
    const [first] = value.layers;
    const layer = first ?? ownLayer(value, file);
    const told = [
      first ?? value.transcript,
      ...layer.parties.values(),
      ...layer.sources.values(),
      ...layer.statements,
      ...layer.claims,
      ...layer.annotations,
    ];
    return { text: writeLayer(layer), written: new Map(told.map(entry => [entry, 'whole'])) };
  },
});

function ownLayer({ transcript }: Conversation, file: string): Layer {
  const { creator, claims, annotations } = transcript;
  return {
    kind: 'layer',
    transcript: file,
    ...(creator !== undefined && { creator }),
    ...NO_CONTENTS,
    claims,
    annotations,
  };
}
