/** Markdown: CommonMark and GitHub's extensions. */
import { visible } from './visible.ts';

/** The text before and after on the same line; absent at its edges. */
export interface Neighbours {
  readonly before?: string;
  readonly after?: string;
}

/** Signs that can mean something to Markdown or GitHub; what each means is decided where it stands. */
const SIGNS = /[\\`*_~[\]|<>&@#:.)$=+-]/g;

/** Signs on which GitHub acts even after a backslash: tags, entities, mentions, issue numbers, emoji, formulas. */
const NEEDS_REFERENCE = /[<&@#:$]/;

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Escapes text inside a line of Markdown, so that no markup, link, mention or block can begin in it. Signs are escaped
 * only where they would mean something, so that people can read and edit the source. Line feeds become blanks, as in
 * Markdown.
 */
export function markdownInline(text: string, { before = '', after = '' }: Neighbours = {}): string {
  const shown = visible(text.replaceAll('\n', ' '));
  const place = { text: shown, before, after };
  const escaped = shown.replace(SIGNS, (sign, offset: number) =>
    means(sign, offset, place) ? escapedSign(sign, offset, shown) : sign,
  );
  // A copy in which nothing is escaped is not kept.
  const words = escaped === shown ? shown : escaped;
  const edges = before === '' && after === '' ? /^\s|\s$/g : before === '' ? /^\s/ : /\s$/;
  return before !== '' && after !== '' ? words : words.replace(edges, reference);
}

function escapedSign(sign: string, offset: number, text: string): string {
  const isOfAddress = sign === '.' && /[a-z]/i.test(text[offset - 1] ?? '');
  return NEEDS_REFERENCE.test(sign) || isOfAddress ? reference(sign) : `\\${sign}`;
}

function reference(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

interface Place extends Required<Neighbours> {
  readonly text: string;
}

/** Whether a sign means something to Markdown or GitHub where it stands. */
function means(sign: string, offset: number, { text, before, after }: Place): boolean {
  const previous = offset === 0 ? (before.at(-1) ?? '') : text[offset - 1]!;
  const next = offset === text.length - 1 ? (after[0] ?? '') : text[offset + 1]!;
  const isAtStart = offset === 0 && before === '';
  switch (sign) {
    case '_':
      return !(LETTER.test(previous) && LETTER.test(next));
    case '<':
      return /[a-z/!?]/i.test(next);
    case '>':
      return isAtStart;
    case '&':
      return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/i.test(text.slice(offset, offset + 40));
    case '@':
      return LETTER.test(next) || next === '-' || next === '_';
    case '#':
      // A heading, the end of one, or the number of an issue.
      return previous === '' || /\s/.test(previous) || /\d/.test(next);
    case ':':
      return isOfAddressOrEmoji(text, offset, previous, next);
    case '.':
    case ')':
      return isOfNumberedItem(text, offset, before, next) || (sign === '.' && isOfWww(text, offset, next));
    case '$':
      return previous === '$' || next === '$' || isEndOfFormula(text, offset, previous, next);
    case '=':
      return isAtStart && /^=+\s*$/.test(text);
    case '+':
    case '-':
      return isAtStart && (next === '' || next === sign || /\s/.test(next));
    default:
      return true;
  }
}

/** `https://`, `::`, `:tada:`; the colons of `00:14:02` are none. */
function isOfAddressOrEmoji(text: string, offset: number, previous: string, next: string): boolean {
  if (previous === ':' || next === ':') return true;
  const rest = text.slice(offset, offset + 60);
  return (/[a-z]/i.test(previous) && rest.startsWith('://')) || /^:[\w+-]*[a-z+-][\w+-]*:/i.test(rest);
}

/** `12. ` at the start of a line. */
function isOfNumberedItem(text: string, offset: number, before: string, next: string): boolean {
  return (
    before === '' && offset < 10 && /^\d+$/.test(text.slice(0, offset)) && (next === '' || /\s/.test(next))
  );
}

/** GitHub links `www.` at the start of any word; other programs may also link it after letters and before `@`. */
function isOfWww(text: string, offset: number, next: string): boolean {
  const before = text.slice(Math.max(0, offset - 4), offset);
  return /(?:^|[^a-z\d])www$/i.test(before) || (/www$/i.test(before) && LETTER.test(next));
}

/** GitHub reads `$x$` as a formula; prices ("$5 to $6") are none. */
function isEndOfFormula(text: string, offset: number, previous: string, next: string): boolean {
  return previous !== '' && !/\s/.test(previous) && !LETTER.test(next) && text.indexOf('$') < offset;
}
