/** Markdown to a syntax tree (mdast) with positions: CommonMark and GitHub's tables. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Never fails: every text is Markdown. */
export function parseMarkdown(text: string): Root {
  return parse(text, []);
}

/**
 * Markdown by whoever sent it, in time that grows with its length, where its traps are taken out (`withoutTraps`): marks of
 * emphasis stay in the text, and `emphasisMarks` finds them.
 */
export function parseAnyMarkdown(text: string): Root {
  return parse(text, ['attention']);
}

function parse(text: string, disabled: string[]): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), { disable: { null: disabled } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

/** No writer nests quotations and lists as deep as this. */
const MAX_DEPTH = 100;
const OPENING = String.raw`[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))`;
const DEEP_LINE = new RegExp(`^((?:${OPENING}){${MAX_DEPTH}})((?:${OPENING})+)`, 'gm');

/** What the parser tries to understand, and how often times how far it may have to look in one paragraph. */
const SOUGHT: readonly (readonly [marks: RegExp, most: number])[] = [
  [/[[\]]/g, 100_000_000],
  [/<(?=[!?])/g, 5_000_000],
  [/[<&`*_\\!]/g, 1_000_000_000],
];

const HARD_BLANK = '\u00a0';

/** The text with hard blanks in place of marks that only somebody who wants to stop the parser writes. Every offset stays. */
export function withoutTraps(text: string): string {
  return text
    .replace(DEEP_LINE, (_line, kept: string, deep: string) => kept + deep.replace(/\S/g, HARD_BLANK))
    .split(/(\n[ \t]*(?=\r?\n))/)
    .map(paragraph => {
      let safe = paragraph;
      for (const [marks, most] of SOUGHT)
        if ((paragraph.match(marks)?.length ?? 0) * paragraph.length > most)
          safe = safe.replace(marks, HARD_BLANK);
      return safe;
    })
    .join('');
}
