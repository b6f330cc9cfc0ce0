/** The text of a key, read again from the source. */
import type { Span } from '../../../core/model/span.ts';
import { writtenScalar } from './written-scalar.ts';

/** Quoted, or over several lines. */
const NEEDS_READING = /^["']|[\n\r]/;

/** @param span the key with its quotes, as it stands in `source`. */
export function keyText(source: string, span: Span): string {
  const text = source.slice(span.start, span.end);
  return NEEDS_READING.test(text) ? writtenScalar(source, span) : text;
}
