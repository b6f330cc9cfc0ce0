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
    // Threads without isolation run the suite about seven times faster; tests keep no global state.
    pool: 'threads',
    isolate: false,
    // Milliseconds: a run of the dearest property takes two where nothing else is going on.
    testTimeout: Math.max(60_000, RUNS * 12),
    // The git of whoever runs the tests has a name for them: what is printed must not depend on it.
    env: { TZ: 'UTC', LC_ALL: 'C', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    reporters: ['default', './test/helpers/closing-line.ts'],
  },
});
