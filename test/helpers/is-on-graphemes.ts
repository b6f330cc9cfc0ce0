import { widenToGraphemes } from '../../src/core/text/graphemes.ts';

/** Whether the range (code points, half-open) begins and ends at cluster boundaries. */
export function isOnGraphemes(
  text: string,
  range: { readonly start: number; readonly end: number },
): boolean {
  const widened = widenToGraphemes(text, range);
  return widened.start === range.start && widened.end === range.end;
}
