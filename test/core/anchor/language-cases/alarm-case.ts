/**
 * A sentence with what changed in it as `[old|new]`, the alarms as `kind: old > new` with `; ` between two, and the quote
 * where it is not the whole.
 */
export type AlarmCase = readonly [change: string, alarms?: string, quote?: string];
