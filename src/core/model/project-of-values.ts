/** A project of values that were not read from files of ours, so that they can be resolved like any other. */
import type { Layer, Transcript } from './model.ts';
import type { Document, Project } from './project.ts';
import { SourceText } from './span.ts';

/**
 * @param file name of the transcript; its layers are told apart by their number.
 */
export function projectOfValues(transcript: Transcript, layers: readonly Layer[], file: string): Project {
  return {
    transcript: documentOf(transcript, file),
    layers: layers.map((layer, index) => documentOf(layer, `${file}#layer-${index + 1}`)),
  };
}

/** Without a source there is nowhere to point at. */
function documentOf<T extends Transcript | Layer>(value: T, file: string): Document<T> {
  return { file, source: new SourceText(''), value, locate: () => ({ start: 0, end: 0 }) };
}
