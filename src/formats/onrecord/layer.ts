/** The annotations alone, as a layer beside a transcript that stays as it is. */
import type { Layer } from '../../core/model/model.ts';
import type { Conversation, Format, Loss } from '../format.ts';
import { writeLayer } from './write.ts';

export const format: Format = {
  id: 'onrecord-layer',
  title: 'onrecord layer in YAML: annotations without the transcript',
  extensions: ['layer.yaml', 'layer.yml'],
  keeps: 'annotations, claims, statements, sources and the parties of layers',
  loses: 'the transcript itself; of several layers all but the first',
  detect: () => 0,
  write(value, options) {
    const [first, ...more] = value.layers;
    const losses: Loss[] = more.length > 0 ? [{ what: 'layers', count: more.length }] : [];
    return { text: writeLayer(first ?? ownLayer(value, options?.file ?? 'transcript.yaml')), losses };
  },
};

/** What a transcript carries inline, as a layer on it. */
function ownLayer({ transcript }: Conversation, file: string): Layer {
  const { creator, claims, annotations } = transcript;
  return {
    kind: 'layer',
    transcript: file,
    ...(creator !== undefined && { creator }),
    parties: new Map(),
    sources: new Map(),
    statements: [],
    claims,
    annotations,
    extensions: new Map(),
  };
}
