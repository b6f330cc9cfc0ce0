/** What a view that somebody looked at says to do next, before anything else. */
import type { View } from '../core/model/view.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { unsureOf } from '../core/view/unsure.ts';

/** The command for what waits for a person, if anything does. */
export function stepForWaiting(view: View, file: string): string | undefined {
  const { waiting, 'claims-waiting': claims } = unsureOf(view);
  if (waiting + claims === 0) return undefined;
  return `onrecord reanchor ${shellWord(`HEAD:${file}`)} ${shellWord(file)}`;
}
