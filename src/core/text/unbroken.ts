/** What stays in one piece where a text is wrapped: commands to be copied, paths, addresses and ids. */
import { latePattern } from '../lazily.ts';
import type { Stretch } from './stretch.ts';

/** A word of a command: quoted, or up to a blank; signs that end a clause of prose end the command too. */
const WORD = String.raw`(?:'[^'\n]*'|"[^"\n]*"|\\.|[^\s'"()\x60,;]|[,;](?! |$))+`;
const COMMAND = latePattern(`onrecord [a-z]+(?: ${WORD})+`, 'muy');
const IN_BACKQUOTES = /`(?:\$ )?onrecord [^`\n]*`/y;
const REST_OF_LINE = /.*/y;
/** Where one of them may begin. */
const BEGINNING = /`(?=(?:\$ )?onrecord )|onrecord (?=[a-z])|(?:-->|:::) (?=\S)|^[Nn]ext: (?=onrecord )/gm;
/** What stands before a command in prose. */
const BEFORE = [': ', 'then ', '$ '];

/**
 * The commands in a text that somebody may copy, and places of findings: in backquotes, behind a colon, `then`, a prompt or
 * the blanks of a line, and the rest of a line behind `next:`.
 */
export function commandsIn(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let end = 0;
  for (const { 0: beginning, index: start } of text.matchAll(BEGINNING)) {
    if (start < end) continue;
    const pattern = patternFor(beginning, text, start);
    if (pattern === undefined) continue;
    pattern.lastIndex = start;
    if (!pattern.test(text)) continue;
    end = pattern.lastIndex;
    found.push({ start, end });
  }
  return found;
}

function patternFor(beginning: string, text: string, start: number): RegExp | undefined {
  if (beginning === '`') return IN_BACKQUOTES;
  if (/^next/i.test(beginning)) return REST_OF_LINE;
  const isFirst = startsLine(text, start);
  if (beginning !== 'onrecord ') return isFirst ? REST_OF_LINE : undefined;
  return isFirst || BEFORE.some(before => text.endsWith(before, start)) ? COMMAND() : undefined;
}

/** Whether only blanks stand before a place in its line. */
function startsLine(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === ' ') start--;
  return start === 0 || text[start - 1] === '\n';
}

/** Scripts that write no blanks between words: a run of theirs is a sentence, not a word. */
const unspaced = latePattern(
  String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u3000-\u303f\uff01-\uff60]`,
  'u',
);
/** Letters and the signs of names, with a slash or an extension, and perhaps a place: `会议/记录.yaml:12:3`. */
const path = latePattern(
  String.raw`^["'\x60(]*(?=\S*(?:[\/\\]|\.[a-z0-9]{1,8}(?:\W|$)))[\p{L}\p{M}\p{N}~_.:@%+=#&?\/\\-]+["'\x60)]*[,.;:。，、；：！？）」』]*$`,
  'iu',
);

/** Whether a word, text without blanks, may be broken where it is longer than a line. */
export function mayBreakWithin(word: string): boolean {
  return unspaced().test(word) && !path().test(word);
}
