/** What stays in one piece where a text is wrapped: commands to be copied, paths, addresses and ids. */
import { latePattern } from '../lazily.ts';

/** A word of a command: quoted, or up to a blank; signs that end a clause of prose end the command too. */
const WORD = String.raw`(?:'[^'\n]*'|"[^"\n]*"|\\.|[^\s'"()\x60,;]|[,;](?! |$))+`;
/** A line of its own behind `next:`; between backquotes, or behind a colon, `then`, a prompt or the blanks of a line; and where a finding stands. */
const command = latePattern(
  String.raw`\x60(?:\$ )?onrecord [^\x60\n]*\x60|(?<=^ *|: |then |\$ )onrecord [a-z]+(?: ${WORD})+|^[Nn]ext: onrecord .*$|(?<=^ *)(?:-->|:::) \S.*$`,
  'gmu',
);

const PLACE = /-->|:::/;

/** UTF-16 offsets, half-open. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The commands in a text that somebody may copy, and places of findings. */
export function commandsIn(text: string): readonly Stretch[] {
  if (!text.includes('onrecord ') && !PLACE.test(text)) return [];
  return Array.from(text.matchAll(command()), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
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
