/** Values in the shape that files have: what JSON and YAML hold. */
import type {
  Annotation,
  Contents,
  Layer,
  Statement,
  Transcript,
  Utterance,
} from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import { FORMAT_VERSION } from '../../core/model/vocabulary.ts';

/** A mapping of a file. */
export type FileObject = Record<string, unknown>;

export function transcriptFile(transcript: Transcript): FileObject {
  const { kind: _kind, utterances, ...rest } = transcript;
  return {
    onrecord: FORMAT_VERSION,
    ...header(rest),
    utterances: utterances.map(speechFile),
    ...lists(transcript),
  };
}

export function layerFile(layer: Layer): FileObject {
  const { kind: _kind, transcript, ...rest } = layer;
  return { onrecord: FORMAT_VERSION, transcript, ...header(rest), ...lists(layer) };
}

export function speechFile(speech: Utterance | Statement): FileObject {
  const { start, end } = speech;
  // Field by field: the rest of a destructured object takes several times its size.
  const file: FileObject = {};
  for (const [field, value] of Object.entries(speech))
    if (field !== 'start' && field !== 'end') file[field] = value;
  if (start !== undefined) file['start'] = formatTime(start);
  if (end !== undefined) file['end'] = formatTime(end);
  return file;
}

/** An annotation's target is written as one where it is one. */
export function annotationFile(annotation: Annotation): FileObject {
  const { target, ...rest } = annotation;
  return { ...rest, target: target.length === 1 ? target[0] : target };
}

function header(contents: Contents): FileObject {
  const { parties, sources, statements: _s, claims: _c, annotations: _a, extensions, ...fields } = contents;
  return {
    ...fields,
    ...Object.fromEntries(extensions),
    ...(parties.size > 0 && { parties: Object.fromEntries(parties) }),
    ...(sources.size > 0 && { sources: Object.fromEntries(sources) }),
  };
}

function lists({ statements, claims, annotations }: Contents): FileObject {
  return {
    ...(statements.length > 0 && { statements: statements.map(speechFile) }),
    ...(claims.length > 0 && { claims }),
    ...(annotations.length > 0 && { annotations: annotations.map(annotationFile) }),
  };
}
