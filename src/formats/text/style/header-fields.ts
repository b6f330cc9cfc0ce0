/** The header of a transcript: lines of `Field: value` above the talk, which nobody says. */
import { judgeLabel } from '../../shared/labels/judge-label.ts';
import type { Declared } from '../heads/head.ts';
import type { FileLines } from './file-lines.ts';

/** A header is no longer than this. */
const MOST_LINES = 40;
const MOST_WORDS = 12;
/** Longer than any twelve words: a file of one line need not be cut into words to see that. */
const LONGEST_VALUE = 500;

/** The lines of the header's blocks: those with a known field, and the lines of the same shape around it. */
export function fieldLines(file: FileLines, declared: Declared): ReadonlySet<number> {
  const fields = new Set<number>();
  let block: number[] = [];
  let known = 0;
  let seen = 0;
  for (let index = 0; index <= file.length && seen <= MOST_LINES; index++) {
    const head = index < file.length ? file.heads[index] : undefined;
    const isField =
      head?.label !== undefined && head.hasColon && !declared.has(head.label) && isValue(head.rest);
    if (isField) {
      block.push(index);
      if (judgeLabel(head.label!).kind === 'nobody') known++;
    } else if (index >= file.length || file.isBlank(index) || head !== undefined) {
      if (known > 0 && block.length > 1 && known * 3 >= block.length)
        for (const line of block) fields.add(line);
      block = [];
      known = 0;
    }
    if (index < file.length && !file.isBlank(index)) seen++;
  }
  return fields;
}

/** Values are short and end no sentence. */
function isValue(words: string): boolean {
  if (words.length > LONGEST_VALUE) return false;
  const text = words.trim();
  return (
    text !== '' &&
    !/[.!?…]["”’)]*$/.test(text.replace(/\b(?:Jr|Sr|Inc|Ltd|Co|[A-Z])\.$/, '')) &&
    text.split(/\s+/).length <= MOST_WORDS
  );
}
