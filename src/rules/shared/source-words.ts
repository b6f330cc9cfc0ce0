/** Where words of a text stand in the file, whose quotes, escapes and line breaks are not those of the value. */
import type { Path } from '../../core/model/finding.ts';
import type { Document } from '../../core/model/project.ts';
import type { Span } from '../../core/model/span.ts';
import type { TextRange } from '../../core/model/view.ts';
import { toUtf16Range } from '../../core/text/code-points.ts';

/**
 * The span of a range of a text in the file. Of an empty range, the word behind it or before it. The whole text where
 * its words cannot be told apart in the file.
 *
 * @param range code points of the text.
 */
export function spanOfWords(document: Document, path: Path, text: string, range: TextRange): Span {
  const whole = document.locate(path);
  const { start, end } = toUtf16Range(text, range);
  const [from, to] = start === end ? wordAt(text, start) : [start, end];
  const pattern = patternOf(text.slice(from, to));
  if (pattern === undefined) return whole;
  const before = [...text.slice(0, from).matchAll(pattern)].length;
  const source = document.source.text.slice(whole.start, whole.end);
  const found = [...source.matchAll(pattern)];
  const match = found[before];
  if (match === undefined || found.length !== [...text.matchAll(pattern)].length) return whole;
  return { start: whole.start + match.index, end: whole.start + match.index + match[0].length };
}

/** UTF-16 offsets of the word behind a place, or else of the one before it. */
function wordAt(text: string, place: number): readonly [start: number, end: number] {
  const behind = /^\s*\S+/u.exec(text.slice(place));
  if (behind !== null) return [place + behind[0].search(/\S/u), place + behind[0].length];
  const before = /\S+\s*$/u.exec(text.slice(0, place));
  return before === null ? [place, place] : [before.index, before.index + before[0].trimEnd().length];
}

/** The words with any blanks between them; undefined if there are none. */
function patternOf(words: string): RegExp | undefined {
  const parts = words.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return undefined;
  return new RegExp(parts.map(part => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'gu');
}
