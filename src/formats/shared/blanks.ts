/** White space that is layout in other formats: a text keeps its words, not the line breaks of a caption. */

/** Line breaks with the blanks around them become one blank; blanks at both ends go. ASCII white space only. */
export function tidy(text: string): string {
  return text.replace(/[ \t\f]*[\r\n]+[ \t\f\r\n]*/g, ' ').replace(/^[ \t\f]+|[ \t\f]+$/g, '');
}
