/** The letters and digits of a text that can stand in an id. */

const LONGEST = 40;

/**
 * Returns the text in lower-case ASCII with `-` for everything else, beginning with a letter and of at most 40
 * characters; empty where no Latin letter is left.
 */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[-_0-9]+|-+$/g, '')
    .slice(0, LONGEST);
}
