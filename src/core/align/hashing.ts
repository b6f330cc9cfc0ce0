/** 2^32 divided by the golden ratio: spreads numbers that are alike or follow each other. */
export const SPREAD = 0x9e3779b1;

/** The prime of FNV-1a: mixes what is hashed so far with what comes. */
export const PRIME = 0x01000193;
