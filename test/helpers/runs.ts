/** Runs of one property. `ONRECORD_RUNS=100000 npm test` looks harder. */
export const RUNS = Number(process.env['ONRECORD_RUNS'] ?? 10_000);
