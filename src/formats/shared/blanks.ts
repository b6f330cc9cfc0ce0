/** White space that is layout in other formats: a text keeps its words, not the line breaks of a caption. */

/** Line breaks with the blanks around them become one blank; blanks at both ends go. ASCII white space only. */
export function tidy(text: string): string {
  return isTidy(text) ? text : text.replace(BREAKS, ' ').replace(EDGES, '');
}

/** Like {@link tidy}, for lines without line breaks, which it joins: looking for breaks costs more than joining. */
export function tidyLines(lines: readonly string[]): string {
  if (lines.length === 1) return tidy(lines[0]!);
  let text = '';
  for (const line of lines) {
    const words = tidy(line);
    if (words !== '') text += text === '' ? words : ` ${words}`;
  }
  return text;
}

const BREAKS = /[ \t\f]*[\r\n]+[ \t\f\r\n]*/g;
const EDGES = /^[ \t\f]+|[ \t\f]+$/g;

/** Most texts are tidy, and this sees it without making a copy. */
function isTidy(text: string): boolean {
  return (
    !BLANKS.includes(text.charAt(0)) &&
    !BLANKS.includes(text.charAt(text.length - 1)) &&
    !text.includes('\n') &&
    !text.includes('\r')
  );
}

const BLANKS = [' ', '\t', '\f'];
