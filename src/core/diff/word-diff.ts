/** Differences of two texts in words. */

import type { TextRange } from '../model/view.ts';
import { isAsciiLetterOrDigit } from '../text/ascii.ts';
import { codePointLength } from '../text/code-points.ts';
import { graphemeBoundaries } from '../text/graphemes.ts';
import { isSimple } from '../text/simple-characters.ts';
import { words } from '../text/tokens.ts';
import { diffSequence, type SequenceRun } from './sequence.ts';

/**
 * A stretch of words. Ranges count Unicode code points and never split a grapheme cluster; on the side that does not
 * have the words the range is empty and says where they would stand. A removed run is followed by the added run that
 * takes its place, where there is one.
 */
export interface WordRun {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
  readonly old: TextRange;
  readonly new: TextRange;
}

/** Runs that turn one text into the other. Equal texts give at most one run, of kind `kept`. */
export function diffWords(oldText: string, newText: string): WordRun[] {
  const head = commonHead(oldText, newText);
  const tail = commonTail(oldText, newText, head);
  const oldEnd = oldText.length - tail;
  const newEnd = newText.length - tail;
  const oldWords = wholeClusters(oldText.slice(head, oldEnd));
  const newWords = wholeClusters(newText.slice(head, newEnd));
  const oldPlaces = placesOf(oldWords, head);
  const newPlaces = placesOf(newWords, head);
  const parts: Part[] = [];
  const add = (kind: WordRun['kind'], text: string) => {
    const last = parts.at(-1);
    if (kind === 'kept' && last?.kind === 'kept') last.text += text;
    else if (text !== '') parts.push({ kind, text });
  };
  add('kept', oldText.slice(0, head));
  for (const run of withoutLoneBlanks(diffSequence(oldWords, newWords), oldWords)) {
    const old = oldText.slice(oldPlaces[run.oldStart], oldPlaces[run.oldEnd]);
    if (run.kept) add('kept', old);
    else {
      add('removed', old);
      add('added', newText.slice(newPlaces[run.newStart], newPlaces[run.newEnd]));
    }
  }
  add('kept', oldText.slice(oldEnd));
  return placed(parts);
}

/** What one run has, before it is known where it stands. */
interface Part {
  readonly kind: WordRun['kind'];
  text: string;
}

/** Where each word begins, the first one at `start`, and where the last one ends. */
function placesOf(tokens: readonly string[], start: number): number[] {
  const places = [start];
  let place = start;
  for (const token of tokens) {
    place += token.length;
    places.push(place);
  }
  return places;
}

/** The tokens of ASCII text: what `words` finds there, without a look at scripts and clusters. */
const ASCII = /^[\t\n\u0020-\u007e]*$/;
const ASCII_TOKEN = /\w+(?:(?:'(?=[A-Za-z])|(?<=\d)[.,](?=\d))\w+)*|\s+|[^\w\s]/g;

/** Words, joined where a boundary between them falls inside a grapheme cluster. */
function wholeClusters(text: string): readonly string[] {
  if (ASCII.test(text)) return text.match(ASCII_TOKEN) ?? [];
  const tokens = words(text);
  if (isSimple(text)) return tokens.map(token => token.text);
  const boundaries = new Set(graphemeBoundaries(text));
  const whole: string[] = [];
  for (const token of tokens) {
    if (whole.length === 0 || boundaries.has(token.start)) whole.push(token.text);
    else whole[whole.length - 1] += token.text;
  }
  return whole;
}

/** The runs with their places in both texts. */
function placed(parts: readonly Part[]): WordRun[] {
  let [oldEnd, newEnd] = [0, 0];
  return parts.map(({ kind, text }) => {
    const length = codePointLength(text);
    const [oldStart, newStart] = [oldEnd, newEnd];
    if (kind !== 'added') oldEnd += length;
    if (kind !== 'removed') newEnd += length;
    return { kind, text, old: { start: oldStart, end: oldEnd }, new: { start: newStart, end: newEnd } };
  });
}

/** Two changed words with only a blank between them read better as one change than as two. */
function withoutLoneBlanks(runs: readonly SequenceRun[], oldWords: readonly string[]): SequenceRun[] {
  const result: SequenceRun[] = [];
  let first = 0;
  while (first < runs.length) {
    let last = first;
    if (!runs[first]!.kept)
      while (last + 2 < runs.length && isBlank(runs[last + 1]!, oldWords) && !runs[last + 2]!.kept) last += 2;
    result.push(first === last ? runs[first]! : joined(runs[first]!, runs[last]!));
    first = last + 1;
  }
  return result;
}

function joined({ kept, oldStart, newStart }: SequenceRun, { oldEnd, newEnd }: SequenceRun): SequenceRun {
  return { kept, oldStart, oldEnd, newStart, newEnd };
}

function isBlank(run: SequenceRun, tokens: readonly string[]): boolean {
  for (let place = run.oldStart; place < run.oldEnd; place++)
    if (tokens[place] !== ' ' && tokens[place]!.trim() !== '') return false;
  return true;
}

const SPACE = 0x20;
const STARTS_CLUSTER = /^(?![\p{Grapheme_Extend}\u0e33\u0eb3])[\p{L}\p{N}]/u;

/** Only the middle that differs is cut into words. It begins after a space and with a letter: no cluster spans that. */
function commonHead(oldText: string, newText: string): number {
  const shorter = Math.min(oldText.length, newText.length);
  let head = 0;
  while (head < shorter && oldText.charCodeAt(head) === newText.charCodeAt(head)) head++;
  if (head === oldText.length && head === newText.length) return head;
  while (head > 0 && !(beginsWord(oldText, head) && beginsWord(newText, head))) head--;
  return head;
}

function commonTail(oldText: string, newText: string, head: number): number {
  const longest = Math.min(oldText.length, newText.length) - head;
  let tail = 0;
  while (
    tail < longest &&
    oldText.charCodeAt(oldText.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)
  )
    tail++;
  while (
    tail > 0 &&
    !(beginsWord(oldText, oldText.length - tail) && beginsWord(newText, newText.length - tail))
  )
    tail--;
  return tail;
}

function beginsWord(text: string, place: number): boolean {
  if (text.charCodeAt(place - 1) !== SPACE) return false;
  const unit = text.charCodeAt(place);
  if (unit < 0x80) return isAsciiLetterOrDigit(unit);
  return STARTS_CLUSTER.test(text.slice(place, place + 2));
}
