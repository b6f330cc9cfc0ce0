/** From words back to characters: the stretch of text that a passage takes in the new version. */
import type { AlignedTranscripts } from '../align/align-transcripts.ts';
import { foldWord } from '../language/fold-word.ts';
import type { Utterance } from '../model/model.ts';
import { toCodePointRange } from '../text/code-points.ts';
import { widenToGraphemes } from '../text/graphemes.ts';
import type { WordSpan } from './candidate.ts';
import type { OldPassage } from './old-passage.ts';
import type { NewPassage } from './placement.ts';

/** Utterances of both versions and their words. */
export interface Texts {
  readonly old: readonly Utterance[];
  readonly new: readonly Utterance[];
  readonly words: AlignedTranscripts;
}

/**
 * The stretches of new text that a span of words covers, one for each utterance. Starts lean right and ends lean left: words
 * inserted at the edge stay outside, and so do marks there, unless the old passage had the same.
 */
export function extentOf(texts: Texts, passage: OldPassage, quote: WordSpan, span: WordSpan): NewPassage[] {
  const { words } = texts;
  const isMarker = (word: number) => words.keys.isMarker(words.new.keys[word]!);
  let first = span.start;
  while (first < span.end && isMarker(first)) first++;
  if (first === span.end) return [];
  let last = span.end - 1;
  while (isMarker(last)) last--;
  const passages: NewPassage[] = [];
  const [from, to] = [words.new.utteranceOf[first]!, words.new.utteranceOf[last]!];
  for (let index = from; index <= to; index++) {
    const text = texts.new[index]!.text ?? '';
    const start = index === from ? startOf(texts, passage, quote.start, first) : 0;
    const end = index === to ? endOf(texts, passage, quote.end - 1, last) : text.length;
    if (start >= end) continue;
    const range = widenToGraphemes(text, toCodePointRange(text, { start, end }));
    passages.push({ utterance: index, id: texts.new[index]!.id, range });
  }
  return passages;
}

function startOf(texts: Texts, passage: OldPassage, oldWord: number, newWord: number): number {
  const { words } = texts;
  const offset = passage.start - words.old.starts[oldWord]!;
  const start = words.new.starts[newWord]!;
  if (offset > 0) return start + insideWord(texts, oldWord, newWord, offset, 'start');
  if (offset === 0) return start;
  const oldText = texts.old[passage.utterance]!.text ?? '';
  const newText = texts.new[words.new.utteranceOf[newWord]!]!.text ?? '';
  const lead = oldText.slice(passage.start, words.old.starts[oldWord]!);
  const end =
    newWord > 0 && sameUtterance(words.new, newWord - 1, newWord) ? words.new.ends[newWord - 1]! : 0;
  const newLead = newText.slice(end, start);
  return start - commonLength([...lead].reverse(), [...newLead].reverse());
}

function endOf(texts: Texts, passage: OldPassage, oldWord: number, newWord: number): number {
  const { words } = texts;
  const end = words.new.ends[newWord]!;
  const offset = passage.end - words.old.ends[oldWord]!;
  if (offset < 0)
    return (
      words.new.starts[newWord]! +
      insideWord(texts, oldWord, newWord, passage.end - words.old.starts[oldWord]!, 'end')
    );
  if (offset === 0) return end;
  const oldText = texts.old[passage.utterance]!.text ?? '';
  const newText = texts.new[words.new.utteranceOf[newWord]!]!.text ?? '';
  const next = newWord + 1;
  const stop =
    next < words.new.length && sameUtterance(words.new, newWord, next)
      ? words.new.starts[next]!
      : newText.length;
  return (
    end +
    commonLength([...oldText.slice(words.old.ends[oldWord]!, passage.end)], [...newText.slice(end, stop)])
  );
}

function sameUtterance(table: { utteranceOf: Int32Array }, one: number, other: number): boolean {
  return table.utteranceOf[one] === table.utteranceOf[other];
}

/** An edge inside a word keeps its place where the word is the same up to or from there; else the whole word is taken. */
function insideWord(
  texts: Texts,
  oldWord: number,
  newWord: number,
  offset: number,
  edge: 'start' | 'end',
): number {
  const { words } = texts;
  const oldText = wordText(texts.old, words.old, oldWord);
  const newText = wordText(texts.new, words.new, newWord);
  if (commonLength([...oldText], [...newText]) >= offset) return offset;
  const rest = oldText.length - offset;
  if (commonLength([...oldText].reverse(), [...newText].reverse()) >= rest) return newText.length - rest;
  return edge === 'start' ? 0 : newText.length;
}

function wordText(list: readonly Utterance[], table: AlignedTranscripts['old'], word: number): string {
  return (list[table.utteranceOf[word]!]!.text ?? '').slice(table.starts[word], table.ends[word]);
}

const QUOTATION_MARKS = /[\u00ab\u00bb\u2018-\u201f\u2039\u203a'"`]/;
const DASHES = /[\u2010-\u2015\u2212-]/;

/** How many characters of the new list (UTF-16 units) repeat the beginning of the old one, whatever their style. */
function commonLength(old: readonly string[], fresh: readonly string[]): number {
  let length = 0;
  for (const [index, character] of old.entries()) {
    const other = fresh[index];
    if (other === undefined || styleless(character) !== styleless(other)) break;
    length += other.length;
  }
  return length;
}

function styleless(character: string): string {
  if (QUOTATION_MARKS.test(character)) return '"';
  return DASHES.test(character) ? '-' : foldWord(character);
}
