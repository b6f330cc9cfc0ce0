/** Reads the text of a key again from the source. */
import { CHOMPING_CLIP, EVENT_SCALAR, getScalarValue, SCALAR_STYLE, type ScalarStyle } from 'js-yaml';
import type { Span } from '../../../core/model/span.ts';

const NONE = -1;

/** Over several lines. */
const IS_FOLDED = /[\n\r]/;

/** @param span the key with its quotes, as it stands in `source`. */
export function keyText(source: string, span: Span): string {
  const quote = source[span.start];
  if (quote === '"') return decode(source, span.start + 1, span.end - 1, SCALAR_STYLE.DOUBLE_QUOTED);
  if (quote === "'") return decode(source, span.start + 1, span.end - 1, SCALAR_STYLE.SINGLE_QUOTED);
  const text = source.slice(span.start, span.end);
  return IS_FOLDED.test(text) ? decode(source, span.start, span.end, SCALAR_STYLE.PLAIN) : text;
}

function decode(source: string, valueStart: number, valueEnd: number, style: ScalarStyle): string {
  return getScalarValue(source, {
    type: EVENT_SCALAR,
    valueStart,
    valueEnd,
    style,
    fast: false,
    chomping: CHOMPING_CLIP,
    indent: NONE,
    anchorStart: NONE,
    anchorEnd: NONE,
    tagStart: NONE,
    tagEnd: NONE,
  });
}
