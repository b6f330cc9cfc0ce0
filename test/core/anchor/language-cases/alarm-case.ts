/** The sentence as it was and as it is, the alarms as `kind: old > new`, and the quote where it is not the whole. */
export type AlarmCase = readonly [old: string, fresh: string, alarms: readonly string[], quote?: string];
