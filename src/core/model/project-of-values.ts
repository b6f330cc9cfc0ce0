/** A project of values that were not read from files of ours, so that they can be resolved like any other. */
import type { Layer, Transcript } from './model.ts';
import type { Document, Project } from './project.ts';
import { SourceText } from './span.ts';

/**
 * @param file name of the transcript; its layers are told apart by their number.
 * @param source the text of the file, where it is at hand.
 */
export function projectOfValues(
  transcript: Transcript,
  layers: readonly Layer[],
  file: string,
  source?: SourceText,
): Project {
  return {
    transcript: documentOf(transcript, file, source),
    layers: layers.map((layer, index) => documentOf(layer, `${file}#layer-${index + 1}`)),
  };
}

/** What was not read from a file of ours has nowhere to point at. */
function documentOf<T extends Transcript | Layer>(
  value: T,
  file: string,
  source = new SourceText(''),
): Document<T> {
  return { file, source, value, locate: () => ({ start: 0, end: 0 }) };
}
