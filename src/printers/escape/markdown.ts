/** Markdown: CommonMark and GitHub's extensions. */
import { visible } from './visible.ts';

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
