/** Characters and commands that must not reach an output as they are, and how they are shown. */

/**
 * Characters that must not reach a screen as they are: C0, DEL and C1 controls, everything that Unicode lets a display
 * ignore (bidirectional controls, zero-width and tag characters, variation selectors, fillers), line and paragraph
 * separators, interlinear marks, lone surrogates and noncharacters.
 */
export const HIDDEN =
  '[\\0-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufff9-\\ufffb\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}\\p{Surrogate}\\p{Noncharacter_Code_Point}]';

/** `##[`, `##vso[` and `##teamcity[` are commands to GitHub, Azure and TeamCity anywhere in a line. */
export const COMMAND_MIDLINE = '(?<=#)#(?=\\[|[Vv][Ss][Oo]\\[|[Tt][Ee][Aa][Mm][Cc][Ii][Tt][Yy]\\[)';

/** `^[` for a control character, `<U+202E>` for everything else. */
export function visibleForm(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return `^${String.fromCharCode(code + 0x40)}`;
  if (code === 0x7f) return '^?';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
