/** Limits on what is read, so that no file can hold up or end the process. The help of their findings states them. */

export const MAX_BYTES = 256 * 1024 * 1024;
/** Collections inside collections. */
export const MAX_DEPTH = 64;
/** Scalars, keys and collections of one file: a million utterances with id, speaker and text have seven million. */
export const MAX_NODES = 8_000_000;
/** Findings of one file after which the rest is only counted. */
export const MAX_FINDINGS = 20;

/** A text of this many code units cannot hold so many nodes that reading it exhausts memory. */
const HARMLESS_LENGTH = MAX_NODES;

/** Signs that can begin a node, with the most nodes that one of them begins (`[:,` is a mapping with a key and a value). */
const INDICATORS = [
  [',', 1],
  [':', 3],
  ['[', 1],
  ['{', 1],
  ['- ', 1],
  ['-\n', 1],
  ['-\r', 1],
  ['-\t', 1],
  ['?', 1],
] as const;

/**
 * Whether a text may hold so many nodes that parsing it could exhaust the heap before the exact count is known.
 * Counts indicators in linear time. Prose has commas and colons too, so twice the limit is let through: the parser
 * copes with that many, and the exact limit is applied to what it finds.
 */
export function mayExhaustMemory(text: string): boolean {
  if (text.length <= HARMLESS_LENGTH) return false;
  let nodes = 0;
  for (const [indicator, most] of INDICATORS) {
    for (let i = text.indexOf(indicator); i !== -1; i = text.indexOf(indicator, i + 1)) {
      nodes += most;
      if (nodes > 2 * MAX_NODES) return true;
    }
  }
  return false;
}
