/** 2^32 divided by the golden ratio: spreads similar and successive numbers (Knuth, multiplicative hashing). */
export const SPREAD = 0x9e3779b1;

/** The prime of FNV-1a. */
export const PRIME = 0x01000193;
