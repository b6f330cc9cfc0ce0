/** Runs of one property: enough to catch a slip. CI sets `ONRECORD_RUNS=10000`. */
export const RUNS = Number(process.env['ONRECORD_RUNS'] ?? 1_000);
