/** Transcripts of our own in YAML or JSON, which is YAML. */
import type { Finding } from '../../core/model/finding.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { readDocument } from './read.ts';

export function readOnrecord(text: string, { file, transcript }: ReadOptions): ReadResult {
  const { document, findings, usable } = readDocument(new TextEncoder().encode(text), file);
  if (document === undefined) return { findings };
  const { value } = document;
  if (!usable) return { findings };
  if (value.kind === 'transcript') return { value: { transcript: value, layers: [] }, findings };
  if (transcript !== undefined) return { value: { transcript: transcript.value, layers: [value] }, findings };
  const missing: Finding = {
    rule: 'missing-transcript',
    severity: 'error',
    file,
    span: document.locate(['transcript']),
    message: 'a layer alone holds no words to convert',
    help: 'name its transcript with --transcript',
  };
  return { findings: [...findings, missing] };
}
