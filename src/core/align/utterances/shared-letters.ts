/** Compares texts that differ in a few words, each in the place of another, without cutting them into words. */
import { isAsciiLetterOrDigit } from '../../text/ascii.ts';

const SPACE = 0x20;

/** The most words in a row that may differ; longer runs may have moved elsewhere. */
const MOST_IN_A_ROW = 2;

/** One word between blanks, of a script that has blanks, perhaps between marks. */
const ONE_WORD =
  /^["'(\u2018-\u201f]*(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}'\u2019]*[.,;:!?")\u2018-\u201f\u2026]*$/u;

const MARKS_BEHIND = '.,;:!?")';

/** A text is surely an edit of the other if this share of the longer one's letters is in words of both. */
export const LEAST_SHARED = 0.5;

/** How many letters of two texts are in equal words; undefined if more than a few words differ. */
export function lettersShared(oldText: string, newText: string): number | undefined {
  const shorter = Math.min(oldText.length, newText.length);
  let head = 0;
  while (head < shorter && oldText.charCodeAt(head) === newText.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    oldText.charCodeAt(oldText.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)
  )
    tail++;
  // Widens the differing part to whole words.
  const start = head === 0 ? 0 : oldText.lastIndexOf(' ', head - 1) + 1;
  const oldEnd = wordEnd(oldText, oldText.length - tail);
  const newEnd = wordEnd(newText, newText.length - tail);
  let shared = start + oldText.length - oldEnd;
  let inARow = 0;
  let oldAt = start;
  let newAt = start;
  while (true) {
    let same = 0;
    while (
      oldAt + same < oldEnd &&
      newAt + same < newEnd &&
      oldText.charCodeAt(oldAt + same) !== SPACE &&
      oldText.charCodeAt(oldAt + same) === newText.charCodeAt(newAt + same)
    )
      same++;
    const oldStop = wordEnd(oldText, oldAt + same);
    const newStop = wordEnd(newText, newAt + same);
    if (oldStop === oldAt + same && newStop === newAt + same) {
      shared += same;
      inARow = 0;
    } else {
      inARow++;
      if (
        inARow > MOST_IN_A_ROW ||
        !isOneWord(oldText, oldAt, oldStop) ||
        !isOneWord(newText, newAt, newStop)
      )
        return undefined;
    }
    if (oldStop === oldEnd || newStop === newEnd)
      return oldStop === oldEnd && newStop === newEnd ? shared : undefined;
    oldAt = oldStop + 1;
    newAt = newStop + 1;
  }
}

/** Whether there is one word as `ONE_WORD` finds it; the pattern is only made for words with other characters. */
function isOneWord(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isAsciiLetterOrDigit(text.charCodeAt(at))) at++;
  while (at < end && MARKS_BEHIND.includes(text.charAt(at))) at++;
  return at === end || ONE_WORD.test(text.slice(start, end));
}

function wordEnd(text: string, place: number): number {
  const end = text.indexOf(' ', place);
  return end === -1 ? text.length : end;
}
