/** Runs of one property. `ONRECORD_RUNS=10000 npm test` looks harder. */
export const RUNS = Number(process.env['ONRECORD_RUNS'] ?? 1000);
