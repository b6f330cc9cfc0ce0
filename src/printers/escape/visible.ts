/**
 * Text of strangers made safe for terminals and other plain outputs. Nothing is removed: what could drive a terminal,
 * hide from a reader or command a CI runner is made visible, one character at a time.
 */
import { latePattern } from '../../core/lazily.ts';
import { isNarrow } from '../../core/text/simple-characters.ts';
import { COMMAND_MIDLINE, HIDDEN, visibleForm } from './characters.ts';

export interface VisibleOptions {
  /** Keep line feeds; otherwise they show as `^J`. */
  readonly newlines?: boolean;
  /** Keep tabs; otherwise they show as `^I`. */
  readonly tabs?: boolean;
}

/** `::` at the start of a line is a command to GitHub's runner, which first trims white space of every kind. */
const COMMAND_START = '(?<=^[^\\S\\n]*):(?=:[A-Za-z-])';

const unsafe = latePattern(`${HIDDEN}|${COMMAND_START}|${COMMAND_MIDLINE}`, 'gmu');
/** Nearly all text is of this kind, and Unicode classes are costly at start-up: letters and signs that are never unsafe. */
const HARMLESS =
  /^(?:[\t\n !"$-9;-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0556\u0559-\u058a\u2010-\u2027\u2190-\u21ff\u2500-\u257f\u25cb\u2713\u2717]|:(?!:)|#(?!#))*$/;

/** Scripts in which the joiners are spelling (RFC 5892, CONTEXTJ). */
const joiningScript = latePattern(
  String.raw`^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$`,
  'u',
);
const emoji = latePattern(String.raw`^\p{Emoji}$`, 'u');
const pictograph = latePattern(String.raw`^\p{Extended_Pictographic}$`, 'u');
/** Characters allowed between a pictograph and the joiner after it: a skin tone, or the emoji variation selector. */
const beforeEmojiJoiner = latePattern(
  String.raw`^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$`,
  'u',
);
const mongolian = latePattern(String.raw`^\p{Script=Mongolian}$`, 'u');

/**
 * Text for terminals and other plain outputs. Controls show as `^[`, everything else as `<U+202E>`. Joiners and
 * variation selectors stay where an emoji or a script needs them.
 */
export function visible(text: string, options: VisibleOptions = {}): string {
  return HARMLESS.test(text) ? visibleBlanks(text, options) : visibleWithMap(text, options).text;
}

/** Whether a text is shown as it is, each UTF-16 unit in one column: nearly all text is, and nothing need be done to it. */
export function isPlain(text: string): boolean {
  return isNarrow(text) && !text.includes('::') && !text.includes('##');
}

/** Text made visible, and where its places went. */
export interface VisibleText {
  readonly text: string;
  /** The UTF-16 offset in `text` of a UTF-16 offset in the original. */
  at(offset: number): number;
}

/** Like `visible`, for printers that mark places in the text. */
export function visibleWithMap(text: string, options: VisibleOptions = {}): VisibleText {
  if (HARMLESS.test(text) && visibleBlanks(text, options) === text) return { text, at: offset => offset };
  const shifts: { readonly from: number; readonly by: number }[] = [];
  const shown = text.replace(unsafe(), (found: string, offset: number) => {
    if (isWanted(text, found, offset, options)) return found;
    const form = visibleForm(found);
    shifts.push({ from: offset + found.length, by: form.length - found.length });
    return form;
  });
  return {
    text: shown,
    at: offset => shifts.reduce((sum, shift) => (shift.from <= offset ? sum + shift.by : sum), offset),
  };
}

function visibleBlanks(text: string, options: VisibleOptions): string {
  let shown = text;
  if (options.newlines !== true) shown = shown.replaceAll('\n', '^J');
  if (options.tabs !== true) shown = shown.replaceAll('\t', '^I');
  return shown;
}

function isWanted(text: string, character: string, offset: number, options: VisibleOptions): boolean {
  switch (character) {
    case '\n':
      return options.newlines === true;
    case '\t':
      return options.tabs === true;
    case '\u200c':
    case '\u200d':
      return isJoinerNeeded(character, characterBefore(text, offset), characterAt(text, offset + 1));
    case '\ufe0e':
    case '\ufe0f':
      return emoji().test(characterBefore(text, offset));
    case '\u180b':
    case '\u180c':
    case '\u180d':
    case '\u180f':
      return mongolian().test(characterBefore(text, offset));
    default:
      return false;
  }
}

function isJoinerNeeded(joiner: string, before: string, after: string): boolean {
  if (joiningScript().test(before) && joiningScript().test(after)) return true;
  return joiner === '\u200d' && beforeEmojiJoiner().test(before) && pictograph().test(after);
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, offset: number): string {
  const isPair =
    offset > 1 && /[\udc00-\udfff]/.test(text[offset - 1]!) && /[\ud800-\udbff]/.test(text[offset - 2]!);
  return text.slice(offset - (isPair ? 2 : 1), offset);
}

/** Names of files in messages: quoted where anything in them could be misread. */
export function fileName(name: string): string {
  const shown = visible(name);
  return shown === name && name !== '' && name.trim() === name ? name : `"${shown}"`;
}
