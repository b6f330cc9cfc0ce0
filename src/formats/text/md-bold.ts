import { isNobody, looksLikeName } from '../shared/labels.ts';
import { markdownHeading } from './markdown-heading.ts';
import { byBlankLines, type TextProfile } from './profile.ts';

const BOLD = /^(?:\*\*|__)([^*_:：\r\n]{1,60}?)(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])[ \t]*/;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** Signs that Markdown acts on inside a line, and those that make a block at its start. */
const INLINE = /[\\`*_[\]<>]/g;
const BLOCK = /^(?:#|\+|-|=|~|\d+[.)])/;

/** `**NAME:** words` in Markdown; paragraphs without a name belong to the turn above. */
export const mdBold: TextProfile = {
  id: 'md-bold',
  example: '**Anna Lind:** Good evening.',
  detect: text => ((text.match(new RegExp(BOLD.source, 'gm'))?.length ?? 0) > 1 ? 0.9 : 0),
  head(line) {
    const match = BOLD.exec(line);
    const label = match?.[1]?.trim().replace(ESCAPED, '$1');
    if (match === null || label === undefined || !looksLikeName(label) || isNobody(label)) return undefined;
    return { label, isCertain: true, rest: line.slice(match[0].length) };
  },
  role: byBlankLines,
  heading: markdownHeading,
  unescape: paragraph => paragraph.replace(ESCAPED, '$1'),
  marksTurn: () => false,
  write({ label, paragraphs }) {
    const words = paragraphs.map(escapeMarkdown).join('\n\n');
    return label === undefined ? words : `**${escapeMarkdown(label)}:** ${words}`;
  },
};

/** Markdown that says these words and nothing else. */
function escapeMarkdown(words: string): string {
  return words.replace(INLINE, '\\$&').replace(BLOCK, start => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}
