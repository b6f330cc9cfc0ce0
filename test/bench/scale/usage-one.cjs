// Preloaded into a process that is measured: leaves its processor time (ms) and peak memory (bytes) in a file at the end.
'use strict';
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { processor: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS * 1024 };
  writeFileSync(process.env.ONRECORD_BENCH_USAGE, JSON.stringify(usage));
});
