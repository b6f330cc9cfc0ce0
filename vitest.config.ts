import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { RUNS } from './test/helpers/runs.ts';

export default defineConfig({
  define: {
    __VERSION__: JSON.stringify('0.0.0'),
    __HOMEPAGE__: JSON.stringify('https://example.org/onrecord'),
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: './src/build/validators.mjs',
    setupFiles: './test/helpers/property-runs.ts',
    // Without isolation the suite takes a seventh of the time; tests keep no global state. What measures the time of the
    // processor counts that of its process: threads would count each other's.
    pool: 'forks',
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Milliseconds after which a test hangs, on a machine that much else keeps busy: no test is judged by the clock.
    testTimeout: Math.max(600_000, RUNS * 60),
    hookTimeout: 600_000,
    // The git of whoever runs the tests has a name for them: what is printed must not depend on it.
    env: { TZ: 'UTC', LC_ALL: 'C', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    reporters: ['default', './test/helpers/closing-line.ts'],
  },
});
