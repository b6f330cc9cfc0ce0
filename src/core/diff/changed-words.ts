/** Summarises the changes of a text in a few words. */

import type { TextRange } from '../model/view.ts';
import { codePointLength, sliceCodePoints } from '../text/code-points.ts';
import { fewOf } from '../text/list-of.ts';
import { diffWords } from './word-diff.ts';

/** Words that took the place of others; one of the two may be empty. */
export interface ChangedWords {
  readonly old: string;
  readonly new: string;
  /** Where they stand in the new text, in code points; empty if words are gone. */
  readonly range: TextRange;
}

export function changedWords(oldText: string, newText: string): ChangedWords[] {
  const changes: ChangedWords[] = [];
  let removed = '';
  for (const { kind, text, new: range } of diffWords(oldText, newText)) {
    if (kind === 'added') changes.push({ old: removed, new: text, range });
    else if (removed !== '')
      changes.push({ old: removed, new: '', range: { start: range.start, end: range.start } });
    removed = kind === 'removed' ? text : '';
  }
  const end = codePointLength(newText);
  if (removed !== '') changes.push({ old: removed, new: '', range: { start: end, end } });
  return changes;
}

/** The most changes listed, and code points of each side of one. */
const TOLD = 3;
const LONGEST = 40;

/** "six → seven, `not` gone and 2 more". */
export function changesInWords(changes: readonly ChangedWords[]): string {
  const told = changes.map(change => {
    const [old, now] = [short(change.old), short(change.new)];
    if (old === '') return `\`${now}\` added`;
    return now === '' ? `\`${old}\` gone` : `${old} → ${now}`;
  });
  return fewOf(told, TOLD);
}

function short(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return codePointLength(line) > LONGEST ? `${sliceCodePoints(line, 0, LONGEST - 1)}…` : line;
}
