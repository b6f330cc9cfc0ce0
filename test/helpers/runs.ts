const asked = process.env['ONRECORD_RUNS'];

/** Runs of one property: enough to catch a slip. CI sets `ONRECORD_RUNS=10000`. */
export const RUNS = Number(asked ?? 500);
/** Runs of a property of which one takes a millisecond or more: those that read whole files, or build whole views. */
export const DEAR_RUNS = Number(asked ?? 100);
/** Whether everything is tried, as in CI, or a part of what is dear. */
export const IS_FULL = RUNS >= 10_000;

/** Runs of a dear property that needs no more than so many in CI: there all of them, else a third. */
export function runsOf(full: number): number {
  return IS_FULL ? full : Math.ceil(full / 3);
}

/** All of a long table in CI; else every so-manieth row, from another one for each `start`. */
export function partOf<Row>(table: readonly Row[], every: number, start = 0): readonly Row[] {
  return IS_FULL ? table : table.filter((_, index) => index % every === start % every);
}
