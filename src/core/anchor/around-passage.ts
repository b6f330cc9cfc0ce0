/** What stands around a passage, compared in two versions of its text. */

import { UNSPACED } from '../align/words/word-characters.ts';
import { wordsIn } from '../language/folded-words.ts';
import { lazily } from '../lazily.ts';
import { sentencesAround } from '../text/sentences.ts';

/** A passage in the text of its utterance; UTF-16 offsets, half-open. */
export interface PassageInText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether other words than before stand around a passage in its sentence. Marks and case do not count. */
export function isSentenceChanged(old: PassageInText, fresh: PassageInText): boolean {
  const [one, other] = [sentencesAround(old.text, old), sentencesAround(fresh.text, fresh)];
  return (
    foldsOf(old.text.slice(one.start, old.start)) !== foldsOf(fresh.text.slice(other.start, fresh.start)) ||
    foldsOf(old.text.slice(old.end, one.end)) !== foldsOf(fresh.text.slice(fresh.end, other.end))
  );
}

function foldsOf(text: string): string {
  return wordsIn(text)
    .map(({ word }) => word)
    .join(' ');
}

/** Whether a passage may begin or end in a script without blanks, told without looking for one. */
export function mayBeTouched(text: string, { start, end }: Omit<PassageInText, 'text'>): boolean {
  return text.charCodeAt(start) >= FIRST_UNSPACED || text.charCodeAt(end - 1) >= FIRST_UNSPACED;
}

/**
 * The letters that touch a passage in a script without blanks, where they are not those of before: nobody sees where its
 * words end, so they may be parts of them. Undefined where none changed.
 */
export function changedTouch(
  old: PassageInText,
  fresh: PassageInText,
): { readonly old: string | undefined; readonly new: string | undefined } | undefined {
  for (const touch of [letterBefore, letterBehind]) {
    const [was, is] = [touch(old), touch(fresh)];
    if (was !== is) return { old: was, new: is };
  }
  return undefined;
}

/** Whether a text has letters of a script without blanks. */
export function hasUnspaced(text: string): boolean {
  return unspaced().test(text);
}

const unspaced = lazily(() => new RegExp(`[${UNSPACED}]`, 'u'));
const unspacedLast = lazily(() => new RegExp(`[${UNSPACED}]\\p{M}*$`, 'u'));
const unspacedFirst = lazily(() => new RegExp(`^[${UNSPACED}]\\p{M}*`, 'u'));
/** No script without blanks comes before in Unicode. */
const FIRST_UNSPACED = 0xe01;

function letterBefore({ text, start }: PassageInText): string | undefined {
  return unspacedFirst().test(text.slice(start)) ? unspacedLast().exec(text.slice(0, start))?.[0] : undefined;
}

function letterBehind({ text, end }: PassageInText): string | undefined {
  return unspacedLast().test(text.slice(0, end)) ? unspacedFirst().exec(text.slice(end))?.[0] : undefined;
}
