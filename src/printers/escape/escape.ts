/**
 * Text of strangers made safe for each kind of output. Nothing is ever removed: what could drive a terminal, hide
 * from a reader or command a CI runner is made visible, one character at a time.
 */

import { lazily } from '../../core/lazily.ts';
import { isNarrow } from '../../core/text/simple-characters.ts';

export interface VisibleOptions {
  /** Keep line feeds; otherwise they show as `^J`. */
  readonly newlines?: boolean;
  /** Keep tabs; otherwise they show as `^I`. */
  readonly tabs?: boolean;
}

/**
 * Characters that must not reach a screen as they are: C0, DEL and C1 controls, everything that Unicode lets a display
 * ignore (bidirectional controls, zero-width and tag characters, variation selectors, fillers), line and paragraph
 * separators, interlinear marks, lone surrogates and noncharacters.
 */
const HIDDEN =
  '[\\0-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufff9-\\ufffb\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}\\p{Surrogate}\\p{Noncharacter_Code_Point}]';

/** `::` at the start of a line is a command to GitHub's runner, which first trims white space of every kind. */
const COMMAND_START = '(?<=^[^\\S\\n]*):(?=:[A-Za-z-])';
/** `##[`, `##vso[` and `##teamcity[` are commands to GitHub, Azure and TeamCity anywhere in a line. */
const COMMAND_MIDLINE = '(?<=#)#(?=\\[|[Vv][Ss][Oo]\\[|[Tt][Ee][Aa][Mm][Cc][Ii][Tt][Yy]\\[)';

const unsafe = lazily(() => new RegExp(`${HIDDEN}|${COMMAND_START}|${COMMAND_MIDLINE}`, 'gmu'));
/** Nearly all text is of this kind, and Unicode classes are costly at start-up: letters and signs that are never unsafe. */
const HARMLESS =
  /^(?:[\t\n !"$-9;-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0556\u0559-\u058a\u2010-\u2027\u2190-\u21ff\u2500-\u257f]|:(?!:)|#(?!#))*$/;

/** Scripts in which the joiners are spelling (RFC 5892, CONTEXTJ). */
const joiningScript = lazily(
  () =>
    /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$/u,
);
const emoji = lazily(() => /^\p{Emoji}$/u);
const pictograph = lazily(() => /^\p{Extended_Pictographic}$/u);
/** What may stand between a pictograph and the joiner after it: a skin tone, or the emoji variation selector. */
const beforeEmojiJoiner = lazily(() => /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u);
const mongolian = lazily(() => /^\p{Script=Mongolian}$/u);

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

/** As `visible`, for printers that mark places in the text. */
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

const COLOURS = '(?:\\x1b\\[[0-9;]*m)*';
/** What every composed command has in it; looking for it first spares the common output the costly patterns. */
const pair = lazily(() => new RegExp(`:${COLOURS}:|#${COLOURS}#`));
const composedStart = lazily(
  () => new RegExp(`(?<=^(?:[^\\S\\n]|\\x1b\\[[0-9;]*m)*):(?=${COLOURS}:${COLOURS}[A-Za-z-])`, 'gm'),
);
const composedMidline = lazily(
  () => new RegExp(`(?<=#${COLOURS})#(?=${COLOURS}(?:\\[|vso${COLOURS}\\[|teamcity${COLOURS}\\[))`, 'gi'),
);

/** Breaks CI commands that came about by putting pieces together; printers apply it to a whole output, colours included. */
export function breakCommands(output: string): string {
  if (!hasPair(output)) return output;
  return output.replace(composedStart(), visibleForm).replace(composedMidline(), visibleForm);
}

function hasPair(output: string): boolean {
  if (output.includes('\x1b')) return pair().test(output);
  return output.includes('::') || output.includes('##');
}

function visibleBlanks(text: string, options: VisibleOptions): string {
  let shown = text;
  if (options.newlines !== true) shown = shown.replaceAll('\n', '^J');
  if (options.tabs !== true) shown = shown.replaceAll('\t', '^I');
  return shown;
}

function visibleForm(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return `^${String.fromCharCode(code + 0x40)}`;
  if (code === 0x7f) return '^?';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
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

const hiddenInJson = lazily(() => new RegExp(`${HIDDEN}|${COMMAND_MIDLINE}`, 'gu'));

/**
 * JSON that parses back to the same value: characters that could do harm raw are `\uXXXX`, and so is the second `#` of
 * `##[`. `indent` is the number of blanks a level; without it the result is one line.
 */
export function json(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(hiddenInJson(), found =>
    // Line feeds here are the layout; those inside strings are `\n` already.
    found === '\n'
      ? found
      : Array.from({ length: found.length }, (_, i) => unicodeEscape(found.charCodeAt(i))).join(''),
  );
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function withEntities(text: string): string {
  return text.replace(/[&<>"'`]/g, sign => ENTITIES[sign]!);
}

/** Text between HTML tags. Attributes have their own function; nothing is safe in scripts, styles or tag names. */
export function html(text: string): string {
  return withEntities(visible(text, { newlines: true, tabs: true }));
}

/** The value of an HTML attribute in quotation marks. */
export function htmlAttribute(text: string): string {
  return withBlanksAsReferences(html(text));
}

/** Text between XML tags: the visible forms stand for what XML 1.0 cannot hold even as a reference. */
export function xml(text: string): string {
  return html(text);
}

/** The value of an XML attribute in quotation marks; line feeds and tabs survive the parser. */
export function xmlAttribute(text: string): string {
  return withBlanksAsReferences(xml(text));
}

function withBlanksAsReferences(text: string): string {
  return text.replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** Signs that Markdown or GitHub act on even after a backslash (links, mentions, issue numbers, entities). */
const NEEDS_ENTITY = /[<>&@#:/.]/;

/**
 * Text inside a line of Markdown (CommonMark and GitHub's extensions): no markup, link, mention or block can begin in
 * it. Line feeds become blanks, as Markdown reads them.
 */
export function markdownInline(text: string): string {
  return visible(text.replaceAll('\n', ' '))
    .replace(/[!-/:-@[-`{-~]/g, sign => (NEEDS_ENTITY.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`))
    .replace(/^\s|\s$/g, blank => `&#${blank.charCodeAt(0)};`);
}

/** The message of a GitHub workflow command (`::error::MESSAGE`). */
export function githubData(text: string): string {
  return visible(text, { newlines: true, tabs: true }).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

/** The value of a property of a GitHub workflow command (`::error file=VALUE::`). */
export function githubProperty(text: string): string {
  return githubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
