/** Rules that light the note of a letter, and the words of a note, while one is pointed at. */

import { MARK_LETTERS } from '../../layout/marks.ts';

/** On pages of more utterances than this a browser would look at too much with each move of the mouse. */
const UTTERANCES = 400;

/** Lights the notes of letters a to z; a passage seldom has more. */
export function lightRules(utterances: number): string {
  if (utterances > UTTERANCES) return '';
  const selectors = [...MARK_LETTERS].flatMap(letter => [
    `.speech:has(.letter.on-${letter}:is(:hover,:focus-visible)) .note.on-${letter}`,
    `.speech:has(.note.on-${letter}:hover) mark.on-${letter}`,
  ]);
  return `${selectors.join(',\n')}{background:var(--lit)}`;
}
