/** Mappings that came out of JSON to checked values: the reader of our own files is the one judge of what they may hold. */
import type { Finding } from '../../core/model/finding.ts';
import type { Layer, Transcript } from '../../core/model/model.ts';
import type { FileObject } from '../shared/file-values.ts';
import { readDocument } from './read.ts';

export interface CheckedFile<T> {
  readonly value?: T;
  /** Without places: the mapping was put together, not read. */
  readonly findings: readonly Finding[];
}

/** JSON is YAML, so the mapping is read as a file would be. */
export function readValues(object: FileObject, file: string): CheckedFile<Transcript | Layer> {
  const { document, findings } = readDocument(new TextEncoder().encode(JSON.stringify(object)), file);
  const placeless = findings.map(({ span: _span, labels: _labels, fix: _fix, ...finding }) => finding);
  return { findings: placeless, ...(document !== undefined && { value: document.value }) };
}
