/** Lines that a terminal would break. */
import { displayWidth } from '../../src/core/text/width.ts';

const ESCAPES = /\u001b\[[0-9;]*m|\u001b\]8;.*?(?:\u0007|\u001b\\)/g;
/** A lead that may stand before what is in one piece: a sign, a frame, `next:`. */
const LEAD = /^(?:[!✗←/✓○?·–=~+\-x<v.o_|│>a-z]|-->|:::|[Nn]ext:|--?[a-z-]+|│? *-) +/u;
/** A word, which goes on over blanks that do not break, or a command to be copied. */
const PIECE = /^(?:[\S\u00a0\u202f\ufeff]*|["`(]?(?:\$ )?onrecord .*)$/u;

export function withoutColours(text: string): string {
  return text.replaceAll(ESCAPES, '');
}

/** The lines wider than the terminal, but for those that are one piece which must not be broken. */
export function tooWide(text: string, columns: number): string[] {
  return withoutColours(text)
    .split('\n')
    .filter(line => displayWidth(line) > columns && !PIECE.test(line.trim().replace(LEAD, '')));
}
