/**
 * The limits of re-anchoring. Quote, context and displacement have limits of their own: one sum of them cannot allow
 * far moves and forbid great edits at once. Chosen on the benchmark (`npm run bench:anchors`, which names its seeds).
 */

/** In its place a passage is the same one while half of its words, by rarity, are: every third may have been replaced. */
export const LEAST_QUOTE_IN_PLACE = 0.55;

/** One or two words have no inside to hold on to, so more of them has to be left. */
export const LEAST_SHORT_QUOTE = 0.65;
export const SHORT_QUOTE_WORDS = 2;

/** Below the limit but above this a person may still see the passage in what stands there now. */
export const LEAST_QUOTE_TO_ASK = 0.38;

/** Elsewhere nothing but the words speaks for a place: most of them have to be there. */
export const LEAST_QUOTE_ELSEWHERE = 0.75;

/** Sum of rarities (1 = found once in the transcript) that words found elsewhere must have; less is coincidence. */
export const LEAST_EVIDENCE_ELSEWHERE = 1.5;

/** And this many words: one rare word alone is a name that is said again. */
export const LEAST_WORDS_ELSEWHERE = 3;

/** Share of the words around a passage that must be around it still, unless the passage itself is evidence enough. */
export const LEAST_CONTEXT = 0.25;

/** Fewer will do where exactly the passage was taken out in one place and put in at another; a single word never. */
export const LEAST_EVIDENCE_CUT_AND_PASTED = 1;
export const LEAST_WORDS_CUT_AND_PASTED = 2;

/** Words that stand elsewhere together with this share of the words around them moved as a block. */
export const LEAST_CONTEXT_ELSEWHERE = 0.4;

/** Without its surroundings a passage is only known by its own words: by three that are said once, or more of common ones. */
export const LEAST_EVIDENCE_ALONE = 3;

/** Two places whose strengths differ by less are equal: the difference is within what a typo makes. */
export const LEAST_MARGIN = 0.1;

/** Words of context looked at on each side: as many as a long clause has. */
export const CONTEXT_WORDS = 8;

/** Texts up to this length (UTF-16 units) are also compared by character; the cost grows with the square. */
export const LONGEST_BY_CHARACTER = 400;
