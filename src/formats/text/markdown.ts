/** The few parts of Markdown that transcripts use. */

const HEADING = /^#{1,6}[ \t]+(\S.*)$/;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** Signs that Markdown acts on inside a line, and those that make a block at its start. */
const INLINE = /[\\`*_[\]<>]/g;
const BLOCK = /^(?:#|\+|-|=|~|\d+[.)])/;
/** The words of `## Heading`: nobody says them. */
export function markdownHeading(line: string): string | undefined {
  return HEADING.exec(line)?.[1];
}

export function unescapeMarkdown(words: string): string {
  return words.includes('\\') ? words.replace(ESCAPED, '$1') : words;
}

/** Markdown that says these words and nothing else. */
export function escapeMarkdown(words: string): string {
  return words.replace(INLINE, '\\$&').replace(BLOCK, start => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}
